package stiffsweep.jobs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stiffsweep.analysis.Results;
import stiffsweep.run.StackRunner;
import stiffsweep.storage.Storage;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;

/** Runs one trial again and compares. */
@Command(
        name = "rerun",
        description = {
            "Runs one trial of a result folder again, in this process, and says whether its numbers agree bit for bit.",
            "Writes no file."
        })
final class RerunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "The result folder, a path or a URI.")
    private Storage storage;

    @Option(
            names = "--trial",
            required = true,
            paramLabel = "ID",
            description = "The trial's id, or as much of its beginning as no other has.")
    private String id;

    @Mixin
    private ProblemJars jars;

    @Override
    public Integer call() throws Exception {
        jars.open();
        Path folder = storage.current().root();
        Sweep sweep = StoredSweep.in(folder, jars);
        Trial trial = StoredSweep.trial(folder, sweep, id);
        try (Results results = Results.open(folder)) {
            Repetition repetition = OwnExit.reported(
                    () -> Repetition.of(trial, sweep, results, new StackRunner()),
                    spec.commandLine().getErr());
            print(trial, repetition, spec.commandLine().getOut());
            return repetition.agrees() ? ExitCode.OK : ExitCode.DIFFERENT;
        }
    }

    private static void print(Trial trial, Repetition repetition, PrintWriter out) {
        out.println("trial " + trial.id() + ": " + repetition.sentence());
        if (!repetition.agrees()) {
            out.print(repetition.differences().asText());
        }
        repetition.circumstances().forEach(out::println);
    }
}
