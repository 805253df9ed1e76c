package stiffsweep.jobs;

import java.util.concurrent.Callable;
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
        SweepStatus status = StoredSweep.status(storage, jars);
        spec.commandLine().getOut().println((json ? status.asJson() : status.asText()).stripTrailing());
        return ExitCode.OK;
    }
}
