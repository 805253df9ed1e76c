package stiffsweep.spark;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import stiffsweep.run.Stack;
import stiffsweep.run.StackWork;

/**
 * Runs stacks as jobs of Spark, one each, and gives up those that take longer than they may.
 *
 * @param work what is done with a stack
 * @param options how the sweep is to be run
 * @param shared where executors publish results; null where the driver does
 * @param order the order in which stacks are handed to Spark
 * @param ledger knows what executors have said of a stack, and whether the run is ending
 */
record StackJobs(
        JavaSparkContext spark,
        StackWork work,
        RunOptions options,
        @Nullable Broadcast<SharedFolder> shared,
        HandOut order,
        RunLedger ledger) {

    private static final long LOOK_MILLIS = 500;

    /** How many stacks are handed to Spark at a time. */
    int atATime() {
        return SparkSetup.jobsAtATime(spark);
    }

    /** The version of Spark that runs them. */
    String sparkVersion() {
        return spark.version();
    }

    /** Whether Spark itself is gone. */
    boolean isStopped() {
        return spark.sc().isStopped();
    }

    /** When the run ends, or Spark itself is gone, a job that is lost says nothing about its stack. */
    boolean isEnding() {
        return ledger.isEnding() || isStopped();
    }

    /** Makes every job return at once. */
    void cancel() {
        SparkSetup.cancelJobs(spark);
    }

    /**
     * What comes of a stack's trials.
     *
     * @param taken makes of the stack, when its turn has come, what is handed to Spark
     * @param name what the stack is called in messages
     * @param attempt which start of the trials in the run this is
     * @throws LostStackException if nothing came back
     * @throws CancellationException if the run ends before the stack does
     */
    StackReturn run(Stack stack, UnaryOperator<Stack> taken, String name, int attempt) throws LostStackException {
        try {
            order.await(stack);
            JavaFutureAction<List<StackReturn>> job = submit(taken.apply(stack), name, attempt);
            order.pass(stack);
            StackReturn came = await(job, stack, name).get(0);
            if (came.isCutOff()) {
                throw new CancellationException();
            }
            return came;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException | IllegalStateException e) {
            if (isEnding()) {
                throw new CancellationException();
            }
            String told = ledger.lastWords(name);
            throw told == null ? LostStackException.by(e) : LostStackException.told(told);
        }
    }

    private JavaFutureAction<List<StackReturn>> submit(Stack stack, String name, int attempt) {
        // A thread that is interrupted leaves its training at the next epoch.
        spark.setJobGroup(name, "stack " + name, true);
        StackTask task =
                new StackTask(work, attempt, spark.version(), options.failure().memory(), options.stop(), shared);
        return spark.parallelize(List.of(stack), 1).map(task).collectAsync();
    }

    private <T> T await(JavaFutureAction<T> job, Stack stack, String name)
            throws InterruptedException, ExecutionException, LostStackException {
        Duration timeout = options.failure().timeout();
        Duration allowed = timeout.multipliedBy(stack.size());
        while (true) {
            try {
                return job.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                requireAwaited(job, name);
                if (!allowed.isZero() && ledger.isOverdue(name, allowed)) {
                    job.cancel(true);
                    throw LostStackException.overdue(stack.size(), timeout);
                }
            }
        }
    }

    /** A stack that trains ends by itself when the run does, for its state is to be kept; others are not waited for. */
    private void requireAwaited(JavaFutureAction<?> job, String name) throws LostStackException {
        String place = ledger.endedBy(name);
        if (place != null) {
            throw LostStackException.ended(place);
        }
        if (ledger.isEnding() && !ledger.isTraining(name)) {
            job.cancel(true);
            throw new CancellationException();
        }
    }
}
