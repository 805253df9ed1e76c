package stiffsweep.spark;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import stiffsweep.run.StackPlanner;
import stiffsweep.run.StackWork;
import stiffsweep.store.RunStatus.State;
import stiffsweep.sweep.Trial;

/**
 * Trains one round of trials after the other in a running Spark and publishes their rows.
 *
 * @param spark the running Spark
 * @param work what is done with a stack
 * @param options how the sweep is to be run
 * @param store where the rows go
 * @param shared the result folder as executors see it; null where they do not publish
 * @param states where earlier trainings stand
 * @param words what executors have said
 * @param ending whether this process is coming to its end
 * @param book the account of the run
 * @param board where the run is shown
 */
record SparkRound(
        JavaSparkContext spark,
        StackWork work,
        RunOptions options,
        StackStore store,
        @Nullable Broadcast<SharedFolder> shared,
        TrainingStates states,
        ExecutorWords words,
        BooleanSupplier ending,
        RunBook book,
        StatusBoard board) {

    /** Trains trials; says how it came out. */
    State run(List<Trial> missing) throws IOException, InterruptedException {
        StackPool pool = new StackPool();
        StackJobs jobs = new StackJobs(
                spark, work, options, words, states, shared, () -> ending.getAsBoolean() || pool.isHalted());
        StackDispatcher dispatcher = new StackDispatcher(jobs, store, states, options.failure(), book, board);
        StackSizes sizes = StackSizes.measure(missing, work, spark, board::warning);
        boolean areAllSettled = pool.run(
                StackPlanner.plan(missing, states::standing, sizes::of),
                SparkSetup.jobsAtATime(spark),
                dispatcher::settle,
                () -> SparkSetup.cancelJobs(spark));
        if (dispatcher.hasGivenUp()) {
            return State.FAILED;
        }
        if (!areAllSettled && spark.sc().isStopped() && !ending.getAsBoolean()) {
            board.warning("Spark has ended, and with it this run: spark.log says why; the same command continues");
        }
        return areAllSettled ? State.FINISHED : State.INTERRUPTED;
    }
}
