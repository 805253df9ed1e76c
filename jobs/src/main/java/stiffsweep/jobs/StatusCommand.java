package stiffsweep.jobs;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stiffsweep.analysis.SweepStatus;
import stiffsweep.storage.Storage;

/** Says how far a sweep has come. */
@Command(name = "status", description = "Says what is done and what is missing, also while a run is going on.")
final class StatusCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "The result folder, a path or a URI.")
    private Storage storage;

    @Mixin
    private ProblemJars jars;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Override
    public Integer call() {
        jars.open();
        Path folder = storage.current().root();
        Set<String> planned = StoredSweep.trials(folder, StoredSweep.in(folder, jars)).stream()
                .map(trial -> trial.id().hex())
                .collect(Collectors.toSet());
        // Asked first: a run that ends now has written its last status before it leaves the folder.
        boolean isUnclaimed = storage.isUnclaimed();
        SweepStatus last = SweepStatus.of(folder, planned);
        SweepStatus status = isUnclaimed ? last.withoutRun() : last;
        spec.commandLine().getOut().println((json ? status.asJson() : status.asText()).stripTrailing());
        return ExitCode.OK;
    }
}
