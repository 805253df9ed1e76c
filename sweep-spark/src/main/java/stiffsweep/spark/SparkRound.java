package stiffsweep.spark;

import java.io.IOException;
import java.util.List;
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
 * @param suspects trials that train alone
 * @param watch whether this process is coming to its end
 * @param pool the threads that see to the stacks
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
        Suspects suspects,
        ShutdownWatch watch,
        StackPool pool,
        RunBook book,
        StatusBoard board) {

    /** Trains trials; says how it came out. */
    State run(List<Trial> missing) throws IOException, InterruptedException {
        StackJobs jobs = new StackJobs(
                spark, work, options, words, states, shared, () -> watch.isEnding() || pool.isHalted(), watch, book);
        StackDispatcher dispatcher = new StackDispatcher(jobs, store, states, suspects, options.failure(), book, board);
        StackSizes sizes = StackSizes.measure(missing, work, spark, suspects, watch, board::warning);
        boolean areAllSettled = pool.run(
                StackPlanner.plan(missing, this::standing, sizes::of),
                SparkSetup.jobsAtATime(spark),
                dispatcher::settle,
                this::cancel);
        if (dispatcher.hasGivenUp()) {
            return State.FAILED;
        }
        if (!areAllSettled && spark.sc().isStopped() && !watch.isEnding()) {
            board.warning("Spark has ended, and with it this run: spark.log says why; the same command continues");
        }
        return areAllSettled ? State.FINISHED : State.INTERRUPTED;
    }

    /** Those of a stack stand alike: a suspect stands alone. */
    private String standing(Trial trial) {
        return suspects.contains(trial) ? "alone " + trial.id() : states.standing(trial);
    }

    private void cancel() {
        board.warning(
                "some stacks were not at the end of an epoch within the seconds that there were: they go on from the"
                        + " states that were kept before, or begin anew");
        SparkSetup.cancelJobs(spark);
    }
}
