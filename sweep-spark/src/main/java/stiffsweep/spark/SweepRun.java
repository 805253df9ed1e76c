package stiffsweep.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import stiffsweep.folder.CurveMemory;
import stiffsweep.folder.FolderRecovery;
import stiffsweep.folder.PublishedTrials;
import stiffsweep.folder.TrialRetirement;
import stiffsweep.run.ProcessEnd;
import stiffsweep.run.StackPlanner;
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
import stiffsweep.store.RunStatus;
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
     * @throws UnusableMachineException if this machine or Spark cannot train, or no longer
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
        RunLedger ledger = new RunLedger(sweep.name(), Clock.systemUTC());
        warnOfAKilledRun();
        // From now on executors that a lost driver has left behind see that the folder is another run's.
        StatusFile.write(folder, ledger.status(State.RUNNING));
        PublishedTrials published = recovered(files);
        BackOff.OF_A_DISK.run(() -> files.replace(draft -> Files.writeString(draft, frozen), folder.sweepConf()));
        SweepRounds rounds = new SweepRounds(sweep, folder, published, ledger);
        try (StatusBoard board = new StatusBoard(ledger, folder, listener)) {
            return ShutdownWatch.during(
                    () -> toItsEnd(rounds, files, ledger, board), ledger, end -> endEarly(board, end));
        }
    }

    /** It may have been too much for the memory, and would be so again. */
    private void warnOfAKilledRun() {
        if (lastState().equals(Optional.of(State.RUNNING))) {
            String master = options.master();
            boolean isLocal = master == null || master.startsWith("local");
            listener.warning(
                    "the run before this one did not come to its end: if it was killed for want of memory, a smaller"
                            + " training.stack takes less" + (isLocal ? ", and so does --master local[1]" : ""));
        }
    }

    private Optional<State> lastState() {
        try {
            return StatusFile.read(folder).map(RunStatus::state);
        } catch (IOException | RuntimeException e) {
            // It is written anew in any case.
            return Optional.empty();
        }
    }

    private RunSummary toItsEnd(SweepRounds rounds, FilePublisher files, RunLedger ledger, StatusBoard board)
            throws IOException {
        State state = State.FAILED;
        try {
            List<Trial> missing = rounds.missing();
            state = missing.isEmpty() ? State.FINISHED : train(missing, rounds, files, ledger, board);
        } catch (InterruptedException e) {
            state = State.INTERRUPTED;
        } finally {
            rounds.asked().warning().ifPresent(board::warning);
            board.end(state);
        }
        return ledger.summary(state);
    }

    /** Round by round, what is missing becomes stacks, stacks jobs of Spark, and what comes back of them rows. */
    private State train(List<Trial> first, SweepRounds rounds, FilePublisher files, RunLedger ledger, StatusBoard board)
            throws IOException, InterruptedException {
        Judge judge = judge(board);
        board.start();
        try (StackStore store = new StackStore(sweep, folder, files, options, judge, board::warning);
                JavaSparkContext spark = SparkSetup.start(sweep.name(), options, folder)) {
            SweepPlugin.listen(new Driver(ledger, store, judge));
            requireUsable(spark, first, board);
            StackJobs jobs = new StackJobs(spark, work, options, shared(spark), new HandOut(), ledger);
            StackDispatcher dispatcher = new StackDispatcher(jobs, store, options.failure(), ledger, board);
            for (List<Trial> missing = first; !missing.isEmpty(); missing = rounds.next()) {
                judge.know(missing);
                StackSizes sizes = StackSizes.measure(missing, jobs, store, board::warning);
                State state = dispatcher.settle(StackPlanner.plan(missing, store::standing, store::isBegun, sizes::of));
                if (state != State.FINISHED) {
                    return state;
                }
            }
            store.merge();
            return State.FINISHED;
        } finally {
            SweepPlugin.listen(null);
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
        Set<TrialId> anew = new TreeSet<>();
        published.byTrial().forEach((id, trial) -> {
            if (!trial.outcome().isFailure()) {
                anew.add(id);
            }
        });
        anew.removeAll(kept.byTrial().keySet());
        TrainingStates.drop(folder, files, anew);
        return kept;
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

    private static boolean trains(Trial trial) {
        return trial.settings().training().isOn();
    }

    /** Asks one of the executors, or this process where it trains itself, before any trial is begun. */
    private void requireUsable(JavaSparkContext spark, List<Trial> trials, StatusBoard board) {
        if (trials.stream().anyMatch(SweepRun::trains)) {
            spark.setJobDescription("whether executors can train");
            String refusal =
                    spark.parallelize(List.of(work), 1).map(SweepRun::refusal).first();
            if (!refusal.isEmpty()) {
                throw new UnusableMachineException(refusal);
            }
        }
        if (spark.isLocal() && options.failure().memory() > 0) {
            board.warning("failure.memory is kept on a cluster only: a local run is one process for all trials");
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
            if (end.isByClassOf("org.apache.spark.")) {
                board.warning("Spark has ended this process: " + SparkLog.lastError(folder.sparkLog()) + "; "
                        + folder.sparkLog() + " has more, and SPARK_LOCAL_DIRS names the folders that Spark writes to");
            }
            board.end(end.isBySignal() ? State.INTERRUPTED : State.FAILED);
        } catch (IOException e) {
            board.warning("the status must be written at the end, but got: " + e);
        }
    }
}
