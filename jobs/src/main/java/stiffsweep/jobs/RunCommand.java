package stiffsweep.jobs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import stiffsweep.analysis.AnalysisException;
import stiffsweep.analysis.NumberText;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.report.Report;
import stiffsweep.analysis.report.RunTable;
import stiffsweep.config.SweepFile;
import stiffsweep.folder.SweepFork;
import stiffsweep.result.Outcome;
import stiffsweep.run.StackRunner;
import stiffsweep.run.VectorCheck;
import stiffsweep.spark.RunListener;
import stiffsweep.spark.RunOptions;
import stiffsweep.spark.RunSummary;
import stiffsweep.spark.SweepRun;
import stiffsweep.spark.UnusableMachineException;
import stiffsweep.storage.FolderAccessException;
import stiffsweep.storage.Storage;
import stiffsweep.store.ResultFolder;
import stiffsweep.store.RunStatus;
import stiffsweep.sweep.FailurePolicy;

/** Runs what is missing of a sweep. */
@Command(name = "run", description = "Runs what is missing of a sweep; the same command again continues.")
final class RunCommand implements Callable<Integer> {

    private static final Pattern MASTERS =
            Pattern.compile("local(\\[([1-9]\\d*|\\*)])?|local-cluster\\[.*]|spark://.+|yarn|k8s://.+");

    /** Spark asks for this much [MiB], and where it is not there names an option that only spark-submit has. */
    private static final long LEAST_HEAP = 450;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SweepSource source;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "The Spark master; that of spark-submit, or else local[*], if not given.")
    private @Nullable String master;

    @Option(
            names = "--retry",
            split = ",",
            paramLabel = "ENDING",
            converter = Ending.class,
            description = "Runs trials again that ended so: failed, timed-out, diverged, stopped.")
    private Set<Outcome.Status> retry = EnumSet.noneOf(Outcome.Status.class);

    @Option(
            names = "--fork",
            paramLabel = "NEWDIR",
            description = "Runs in NEWDIR, and first takes over from the result folder the trials that are the same.")
    private @Nullable Storage fork;

    @Override
    public Integer call() {
        requireMaster();
        requireHeap();
        SweepFile file = source.read(spec.commandLine().getErr());
        Storage storage = fork == null ? source.storage(file) : fork;
        StoredSweep.requireFree(storage.current().root(), file.sweep(), source.jars());
        if (fork != null) {
            takeOver(file, source.storage(file), fork);
        }
        requireReadable();
        RunSummary summary = run(file, storage);
        if (summary.state() == RunStatus.State.INTERRUPTED) {
            return ExitCode.INTERRUPTED;
        }
        boolean isShown = show(storage);
        if (summary.failures() > 0) {
            return failures(summary, file.failure());
        }
        return isShown ? ExitCode.OK : ExitCode.INTERNAL_ERROR;
    }

    private int failures(RunSummary summary, FailurePolicy policy) {
        boolean isSuccess =
                policy.tolerates(summary.failures(), summary.planned()) && summary.state() == RunStatus.State.FINISHED;
        String end =
                summary.state() == RunStatus.State.FAILED ? ", and failure.fail-fast ends the run with the first" : "";
        spec.commandLine()
                .getErr()
                .printf(
                        "%d of %d trials failed (failure.tolerate = %s %%%s); the report has the reasons%n",
                        summary.failures(), summary.planned(), NumberText.rounded(100 * policy.tolerate(), 3), end);
        return isSuccess ? ExitCode.SOME_FAILED : ExitCode.TOO_MANY_FAILED;
    }

    /** Spark itself would find out only after the result folder was made. */
    private void requireMaster() {
        if (master != null && !MASTERS.matcher(master).matches()) {
            throw Refusal.invalid("--master: local, local[N], spark://HOST:PORT, yarn or k8s://URL, but got " + master);
        }
    }

    /** What shows the results must start on this machine, or all that is trained is for nothing today. */
    private static void requireReadable() {
        try {
            Results.requireUsable();
        } catch (AnalysisException e) {
            throw Refusal.ofMachine(String.valueOf(e.getMessage()));
        }
    }

    private static void requireHeap() {
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        if (heap < LEAST_HEAP) {
            throw Refusal.invalid("a run must have a Java heap of " + LEAST_HEAP + " MiB or more, but got " + heap
                    + ": set JDK_JAVA_OPTIONS=-Xmx1g in the environment, or --driver-memory 1g under spark-submit");
        }
    }

    private void takeOver(SweepFile file, Storage from, Storage to) {
        ResultFolder folder = from.currentWithStates();
        StoredSweep.in(folder.root(), source.jars());
        PrintWriter err = spec.commandLine().getErr();
        int taken = new SweepFork(file.sweep(), source.frozen(file), folder, err::println).into(to);
        err.printf("%d trials are taken over from %s%n", taken, from.name());
    }

    private RunSummary run(SweepFile file, Storage storage) {
        PrintWriter err = spec.commandLine().getErr();
        // The launcher knows whether it stands on a terminal; under spark-submit nobody does.
        RunListener progress =
                Boolean.getBoolean("stiffsweep.terminal") ? new TerminalProgress(err) : new PlainProgress(err);
        file.sweep().trials().stream()
                .findFirst()
                .flatMap(trial -> VectorCheck.warning(trial.settings().execution()))
                .ifPresent(progress::warning);
        SweepRun run = new SweepRun(
                file.sweep(),
                source.frozen(file),
                storage,
                new RunOptions(master, retry, source.jars().paths(), file.failure(), file.stop(), file.store()),
                new StackRunner(file.store()),
                progress);
        try {
            // With --retry, trials that this run has trained again and that ended so again would be trained once more.
            return Interruption.during(
                    run::run, retry.isEmpty() ? "the same command" : "the same command without --retry", err);
        } catch (UnusableMachineException e) {
            throw Refusal.ofMachine(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Prints the table, writes the report, prints its path and how many trials completed; false where the report could not be
     * written. The sweep is finished, and its rows are there: whatever goes wrong here is a sentence.
     */
    private boolean show(Storage storage) {
        String caption = table(storage);
        boolean isWritten = report(storage);
        if (!caption.isEmpty()) {
            spec.commandLine().getOut().println(caption);
        }
        return isWritten;
    }

    /** Prints the table; what is to be said of it, or nothing where it was not made. */
    private String table(Storage storage) {
        try (Results results = Results.open(storage.folder().root())) {
            spec.commandLine()
                    .getOut()
                    .println(RunTable.summary(results).asText().stripTrailing());
            return RunTable.caption(results);
        } catch (RuntimeException | Error e) {
            spec.commandLine().getErr().println("the table was not made: " + sentence(e));
            return "";
        }
    }

    private boolean report(Storage storage) {
        PrintWriter err = spec.commandLine().getErr();
        Path folder = storage.folder().root();
        try {
            Report.write(folder, folder.resolve("report"), storage.name(), err::println);
            storage.keepReport();
            spec.commandLine().getOut().println("Report: " + storage.name() + "/report/report.html");
            return true;
        } catch (RuntimeException | Error e) {
            err.println("the report was not written: " + sentence(e));
            return false;
        }
    }

    private static String sentence(Throwable thrown) {
        return thrown instanceof AnalysisException || thrown instanceof FolderAccessException
                ? String.valueOf(thrown.getMessage())
                : "internal error: " + thrown;
    }
}
