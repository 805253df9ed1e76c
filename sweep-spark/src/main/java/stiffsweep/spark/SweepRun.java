package stiffsweep.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import stiffsweep.folder.Compaction;
import stiffsweep.folder.CurveMemory;
import stiffsweep.folder.FolderRecovery;
import stiffsweep.folder.PublishedTrials;
import stiffsweep.folder.StackPublisher;
import stiffsweep.folder.TrialRetirement;
import stiffsweep.run.StackWork;
import stiffsweep.stop.Judge;
import stiffsweep.stop.StopPolicy;
import stiffsweep.storage.BackOff;
import stiffsweep.storage.FilePublisher;
import stiffsweep.storage.FolderAccessException;
import stiffsweep.storage.FolderClaim;
import stiffsweep.storage.FolderInUseException;
import stiffsweep.storage.LocalStorage;
import stiffsweep.storage.Storage;
import stiffsweep.store.OtherVersionException;
import stiffsweep.store.ResultFolder;
import stiffsweep.store.RunStatus.State;
import stiffsweep.store.StatusFile;
import stiffsweep.sweep.StorePolicy;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;
import stiffsweep.tensor.UnusableEngineException;

/**
 * One run of a sweep into a result folder: of the trials that are asked for, those without a row are trained and their
 * rows published. It may end at any moment; another run continues.
 */
public final class SweepRun {

    private final Sweep sweep;
    private final String frozen;
    private final Storage storage;
    private final ResultFolder folder;
    private final RunOptions options;
    private final StackWork work;
    private final RunListener listener;

    /**
     * Describes a run.
     *
     * @param frozen the text of the folder's sweep.conf
     * @param storage where the results go; the caller has made sure that it holds no other sweep
     * @param work what is done with a stack; it is serialised and runs on the executors
     */
    public SweepRun(
            Sweep sweep, String frozen, Storage storage, RunOptions options, StackWork work, RunListener listener) {
        this.sweep = sweep;
        this.frozen = frozen;
        this.storage = storage;
        this.folder = storage.folder();
        this.options = options;
        this.work = work;
        this.listener = listener;
    }

    /** Describes a run into a folder of this machine. */
    public SweepRun(
            Sweep sweep, String frozen, ResultFolder folder, RunOptions options, StackWork work, RunListener listener) {
        this(sweep, frozen, new LocalStorage(folder), options, work, listener);
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
            if (options.store().publish() == StorePolicy.Publish.EXECUTOR) {
                storage.requireSharedWithExecutors();
            }
            try (FolderClaim claim = storage.claim()) {
                return run(claim.files());
            }
        } catch (IOException e) {
            throw new FolderAccessException(storage.name(), e);
        }
    }

    private RunSummary run(FilePublisher files) throws IOException {
        RunBook book = new RunBook(sweep.name(), Clock.systemUTC());
        // From now on executors that a lost driver has left behind see that the folder is another run's.
        StatusFile.write(folder, book.status(State.RUNNING));
        PublishedTrials published = recovered(files);
        BackOff.OF_A_DISK.run(() -> files.replace(draft -> Files.writeString(draft, frozen), folder.sweepConf()));
        SweepRounds rounds = new SweepRounds(sweep, folder, published, book);
        List<Trial> missing = rounds.missing();
        try (StatusBoard board = new StatusBoard(book, folder, listener);
                ShutdownWatch watch = new ShutdownWatch(end -> endEarly(board, end))) {
            State state = State.FAILED;
            try {
                state = missing.isEmpty() ? State.FINISHED : train(missing, files, rounds, book, board, watch);
            } catch (InterruptedException e) {
                state = State.INTERRUPTED;
            } finally {
                rounds.asked().warning().ifPresent(board::warning);
                board.end(state);
            }
            return book.summary(state);
        }
    }

    /** The rows that stay: those of trials that are asked for and are to run again are retired. */
    private PublishedTrials recovered(FilePublisher files) throws IOException {
        PublishedTrials published = new FolderRecovery(folder, files, listener::warning).recover(sweep.metrics());
        Set<TrialId> asked =
                sweep.trials(published.scores()).stream().map(Trial::id).collect(Collectors.toSet());
        PublishedTrials kept = new TrialRetirement(folder, files)
                .retire(
                        published,
                        (id, outcome) -> asked.contains(id) && options.retry().contains(outcome));
        Set<TrialId> again = new TreeSet<>(published.byTrial().keySet());
        again.removeAll(kept.byTrial().keySet());
        TrainingStates.drop(folder, files, again);
        return kept;
    }

    private State train(
            List<Trial> first,
            FilePublisher files,
            SweepRounds rounds,
            RunBook book,
            StatusBoard board,
            ShutdownWatch watch)
            throws IOException, InterruptedException {
        StackPool pool = new StackPool();
        ExecutorWords words = new ExecutorWords();
        Judge judge = judge(board);
        board.start();
        try (Compaction compaction = Compaction.start(folder, files, board::warning);
                TrainingStates states =
                        new TrainingStates(sweep, folder, files, options.store(), judge, board::warning);
                JavaSparkContext spark = SparkSetup.start(sweep.name(), options, folder)) {
            SweepPlugin.listen(new HeardStacks(book, words, states, judge, () -> watch.isEnding() || pool.isHalted()));
            if (first.stream().anyMatch(SweepRun::trains)) {
                requireUsable(spark);
            }
            if (spark.isLocal() && options.failure().memory() > 0) {
                board.warning("failure.memory is kept on a cluster only: a local run is one process for all trials");
            }
            SparkRound round = new SparkRound(
                    spark,
                    work,
                    options,
                    store(compaction, files),
                    shared(spark),
                    states,
                    words,
                    new Suspects(folder, files),
                    watch,
                    pool,
                    book,
                    board);
            for (List<Trial> missing = first; !missing.isEmpty(); missing = rounds.next()) {
                judge.know(missing);
                State state = round.run(missing);
                if (state != State.FINISHED) {
                    return state;
                }
            }
            compaction.finish();
            return State.FINISHED;
        } finally {
            SweepPlugin.listen(null);
        }
    }

    /** A judge who knows the trials that are done already; a rule goes with sweeps only whose trials do not depend on results. */
    private Judge judge(StatusBoard board) throws IOException {
        StopPolicy stop = options.stop();
        Judge judge = new Judge(stop);
        if (stop.isOn()) {
            judge.know(sweep.trials());
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

    private StackStore store(Compaction compaction, FilePublisher files) {
        StackPublisher publisher = new StackPublisher(sweep, folder, files);
        return new StackStore(sweep, folder, options.store().publish(), publisher, compaction);
    }

    private static boolean trains(Trial trial) {
        return trial.settings().training().isOn();
    }

    /** Asks one of the executors, or this process where it trains itself, before any trial is begun. */
    private void requireUsable(JavaSparkContext spark) {
        spark.setJobDescription("whether executors can train");
        String refusal =
                spark.parallelize(List.of(work), 1).map(SweepRun::refusal).first();
        if (!refusal.isEmpty()) {
            throw new UnusableMachineException(refusal);
        }
    }

    private static String refusal(StackWork work) {
        try {
            work.requireUsable();
            return "";
        } catch (UnusableEngineException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void endEarly(StatusBoard board, ProcessEnd end) {
        try {
            if (end.isBySpark()) {
                board.warning("Spark has ended this process: " + SparkLog.lastError(folder.sparkLog()) + "; "
                        + folder.sparkLog() + " has more, and SPARK_LOCAL_DIRS names the folders that Spark writes to");
            }
            board.end(end.isBySignal() ? State.INTERRUPTED : State.FAILED);
        } catch (IOException e) {
            board.warning("the status must be written at the end, but got: " + e);
        }
    }
}
