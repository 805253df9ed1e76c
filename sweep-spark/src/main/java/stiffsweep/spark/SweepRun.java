package stiffsweep.spark;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import stiffsweep.run.StackPlanner;
import stiffsweep.run.StackWork;
import stiffsweep.stop.Judge;
import stiffsweep.stop.StopPolicy;
import stiffsweep.store.OtherVersionException;
import stiffsweep.store.ResultFolder;
import stiffsweep.store.RunStatus.State;
import stiffsweep.store.TextFile;
import stiffsweep.sweep.Outcome;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;

/**
 * One run of a sweep into a result folder: of the trials that are asked for, those without a row are trained and their
 * rows published. It may end at any moment; another run continues.
 */
public final class SweepRun {

    private final Sweep sweep;
    private final String frozen;
    private final ResultFolder folder;
    private final FilePublisher files;
    private final RunOptions options;
    private final StackWork work;
    private final RunListener listener;

    /**
     * Describes a run.
     *
     * @param frozen the text of the folder's sweep.conf
     * @param folder where the results go; the caller has made sure that it holds no other sweep
     * @param work what is done with a stack; it is serialised and runs on the executors
     */
    public SweepRun(
            Sweep sweep, String frozen, ResultFolder folder, RunOptions options, StackWork work, RunListener listener) {
        this.sweep = sweep;
        this.frozen = frozen;
        this.folder = folder;
        this.files = new LocalFiles(folder.temporary());
        this.options = options;
        this.work = work;
        this.listener = listener;
    }

    /**
     * Runs what is missing. An interrupt of this thread ends the run; the summary says so.
     *
     * @throws FolderInUseException if another run is writing into the folder
     * @throws FolderAccessException if the folder cannot be read or written
     * @throws OtherVersionException if the columns of its rows have other meanings than this code gives them
     */
    public RunSummary run() {
        try {
            folder.create();
            try (FolderLock lock = FolderLock.take(folder)) {
                return runIn(lock.folder());
            }
        } catch (IOException e) {
            throw new FolderAccessException(folder, e);
        }
    }

    private RunSummary runIn(ResultFolder locked) throws IOException {
        List<Trial> planned = sweep.trials();
        SortedMap<TrialId, Outcome.Status> done = done(planned);
        TextFile.replace(locked.sweepConf(), frozen, locked.temporary());
        List<Trial> missing =
                planned.stream().filter(trial -> !done.containsKey(trial.id())).toList();
        RunBook book = new RunBook(sweep.name(), planned.size(), done, Clock.systemUTC());
        try (StatusBoard board = new StatusBoard(book, locked, listener)) {
            State state = State.FAILED;
            try {
                state = missing.isEmpty() ? State.FINISHED : train(missing, book, board);
            } catch (InterruptedException e) {
                state = State.INTERRUPTED;
            } finally {
                board.end(state);
            }
            return book.summary(state);
        }
    }

    /** How the planned trials ended that are not to run again. */
    private SortedMap<TrialId, Outcome.Status> done(List<Trial> planned) throws IOException {
        Set<TrialId> ids = planned.stream().map(Trial::id).collect(Collectors.toSet());
        PublishedTrials published = new FolderRecovery(folder, files, listener::warning).recover();
        PublishedTrials kept = new TrialRetirement(folder, files)
                .retire(
                        published,
                        (id, outcome) -> ids.contains(id) && options.retry().contains(outcome));
        Set<TrialId> again = new TreeSet<>(published.outcomes().keySet());
        again.removeAll(kept.outcomes().keySet());
        TrainingStates.drop(folder, again);
        Map<TrialId, Outcome.Status> done = kept.outcomes();
        done.keySet().retainAll(ids);
        return new TreeMap<>(done);
    }

    private State train(List<Trial> missing, RunBook book, StatusBoard board) throws IOException, InterruptedException {
        StackPool pool = new StackPool();
        ExecutorWords words = new ExecutorWords();
        Judge judge = judge(board);
        board.start();
        try (Compaction compaction = Compaction.start(folder, files, board::warning);
                ShutdownWatch watch = new ShutdownWatch(() -> endInterrupted(board));
                TrainingStates states = new TrainingStates(sweep, folder, options.store(), board::warning);
                JavaSparkContext spark = SparkSetup.start(sweep.name(), options, folder)) {
            SweepPlugin.listen(heard(book, words, states, judge));
            if (spark.isLocal() && options.failure().memory() > 0) {
                board.warning("failure.memory is kept on a cluster only: a local run is one process for all trials");
            }
            StackJobs jobs = new StackJobs(
                    spark,
                    work,
                    options,
                    words,
                    states,
                    shared(spark),
                    () -> watch.isEnding() || pool.isHalted());
            StackDispatcher dispatcher =
                    new StackDispatcher(jobs, store(compaction), states, options.failure(), book, board);
            StackSizes sizes = StackSizes.measure(missing, work, spark, board::warning);
            boolean areAllSettled = pool.run(
                    StackPlanner.plan(missing, states::standing, sizes::of),
                    SparkSetup.jobsAtATime(spark),
                    dispatcher::settle,
                    () -> SparkSetup.cancelJobs(spark));
            if (dispatcher.hasGivenUp()) {
                return State.FAILED;
            }
            if (!areAllSettled && spark.sc().isStopped() && !watch.isEnding()) {
                board.warning("Spark has ended, and with it this run: spark.log says why; the same command continues");
            }
            return areAllSettled ? State.FINISHED : State.INTERRUPTED;
        } finally {
            SweepPlugin.listen(null);
        }
    }

    /** A judge who knows the trials that are done already. */
    private Judge judge(StatusBoard board) throws IOException {
        StopPolicy stop = options.stop();
        Judge judge = new Judge(stop, stop.isOn() ? sweep.trials() : List.of());
        if (stop.isOn()) {
            CurveMemory.recall(folder, stop.metric(), judge, board::warning);
        }
        return judge;
    }

    private @Nullable Broadcast<SharedFolder> shared(JavaSparkContext spark) throws IOException {
        return switch (options.store().publish()) {
            case DRIVER -> null;
            case EXECUTOR -> SharedFolder.share(sweep, folder, spark);
        };
    }

    private StackStore store(Compaction compaction) {
        StackPublisher publisher = new StackPublisher(sweep, folder, files);
        return new StackStore(sweep, folder, options.store().publish(), publisher, compaction);
    }

    private static SweepPlugin.StackListener heard(
            RunBook book, ExecutorWords words, TrainingStates states, Judge judge) {
        return new SweepPlugin.StackListener() {
            @Override
            public void progressed(String stack, long epoch, long epochs, double bestError) {
                if (epochs == 0) {
                    words.takenUp(stack);
                } else {
                    words.heard(stack);
                }
                book.progressed(stack, epoch, epochs, bestError);
            }

            @Override
            public void kept(String trial, byte[] state) {
                states.keep(trial, state);
            }

            @Override
            public SortedMap<TrialId, Outcome.Stopped> judge(long epoch, SortedMap<TrialId, Double> values) {
                return judge.judge(epoch, values);
            }

            @Override
            public void lastWords(String stack, String reason) {
                words.said(stack, reason);
            }
        };
    }

    private static void endInterrupted(StatusBoard board) {
        try {
            board.end(State.INTERRUPTED);
        } catch (IOException e) {
            board.warning("the status must be written at the end, but got: " + e);
        }
    }
}
