package stiffsweep.spark;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import stiffsweep.run.Stack;
import stiffsweep.run.StackWork;
import stiffsweep.stop.StopPolicy;
import stiffsweep.sweep.FailurePolicy;

/** Runs stacks as jobs of Spark, one each, and gives up those that take longer than they may. */
final class StackJobs {

    private static final long LOOK_MILLIS = 500;

    private final JavaSparkContext spark;
    private final StackWork work;
    private final FailurePolicy policy;
    private final StopPolicy stop;
    private final ExecutorWords words;
    private final TrainingStates states;
    private final @Nullable Broadcast<SharedFolder> shared;
    private final BooleanSupplier halted;
    private final ShutdownWatch watch;
    private final RunBook book;

    /**
     * Jobs of one run.
     *
     * @param states where trainings stand that were cut off
     * @param shared where executors publish results; null where the driver does
     * @param halted whether the run is ending, so that what is lost now is nobody's fault
     * @param watch knows of a stack that has ended the process
     * @param book takes note of what was done before
     */
    StackJobs(
            JavaSparkContext spark,
            StackWork work,
            RunOptions options,
            ExecutorWords words,
            TrainingStates states,
            @Nullable Broadcast<SharedFolder> shared,
            BooleanSupplier halted,
            ShutdownWatch watch,
            RunBook book) {
        this.spark = spark;
        this.work = work;
        policy = options.failure();
        stop = options.stop();
        this.words = words;
        this.states = states;
        this.shared = shared;
        this.halted = halted;
        this.watch = watch;
        this.book = book;
    }

    /**
     * What comes of a stack's trials.
     *
     * @param attempt which start of the trials in the run this is
     * @throws LostStackException if nothing came back
     * @throws CancellationException if the run ends before the stack does
     */
    StackReturn run(Stack stack, String name, int attempt) throws LostStackException {
        requireGoingOn();
        Exception failure;
        String lastWords;
        try {
            StackReturn came = await(submit(stack, name, attempt), stack, name).get(0);
            if (came.isCutOff()) {
                throw new CancellationException();
            }
            return came;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException | IllegalStateException e) {
            failure = e;
        } finally {
            lastWords = words.forget(name);
        }
        requireGoingOn();
        throw lost(failure, lastWords);
    }

    private JavaFutureAction<List<StackReturn>> submit(Stack stack, String name, int attempt) {
        // A thread that is interrupted leaves its training at the next epoch.
        spark.setJobGroup(name, "stack " + name, true);
        Stack resumed = states.resumed(stack);
        book.resumed(resumed);
        return spark.parallelize(List.of(resumed), 1)
                .map(new StackTask(work, name, attempt, spark.version(), policy.memory(), stop, shared))
                .collectAsync();
    }

    /** The version of Spark that runs them. */
    String sparkVersion() {
        return spark.version();
    }

    private static LostStackException lost(Exception failure, @Nullable String lastWords) {
        return lastWords == null ? LostStackException.by(failure) : LostStackException.told(lastWords);
    }

    /** When the run ends, or Spark itself is gone, a job that is lost says nothing about its stack. */
    private void requireGoingOn() {
        if (halted.getAsBoolean() || spark.sc().isStopped()) {
            throw new CancellationException();
        }
    }

    /** A stack that trains ends by itself when the run does, for its state is to be kept; others are not waited for. */
    private void requireAwaited(JavaFutureAction<?> job, String name) throws LostStackException {
        String place = watch.endedBy(name);
        if (place != null) {
            throw LostStackException.ended(place);
        }
        if (halted.getAsBoolean() && !words.isTraining(name)) {
            job.cancel(true);
            throw new CancellationException();
        }
    }

    private <T> T await(JavaFutureAction<T> job, Stack stack, String name)
            throws InterruptedException, ExecutionException, LostStackException {
        Duration allowed = policy.timeout().multipliedBy(stack.size());
        while (true) {
            try {
                return job.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                requireAwaited(job, name);
                if (!allowed.isZero() && words.isOverdue(name, allowed)) {
                    job.cancel(true);
                    throw LostStackException.overdue(stack.size(), policy.timeout());
                }
            }
        }
    }
}
