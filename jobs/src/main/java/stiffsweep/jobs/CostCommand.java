package stiffsweep.jobs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.answer.Cost;
import stiffsweep.analysis.answer.PerformanceProfile;
import stiffsweep.storage.Storage;

/** Says what accuracy costs. */
@Command(
        name = "cost",
        description = {
            "Says in how many epochs and seconds each setting reaches an error, and which settings have no other that is both",
            "cheaper and better. Trainings that ended before they reached it are kept as such (Kaplan-Meier medians); one that",
            "diverged never reaches it. Times are as fine as measure.curve-every."
        })
final class CostCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "The result folder, a path or a URI.")
    private Storage storage;

    @Option(names = "--reach", required = true, paramLabel = "NUMBER", description = "What the metric has to fall to.")
    private double reach;

    @Option(
            names = "--profile",
            split = ",",
            paramLabel = "COLUMN",
            description = "How often each value of these columns is within a factor of the fastest one, over all else"
                    + " that varies; --by has no part in it.")
    private List<String> profile = new ArrayList<>();

    @Mixin
    private QuestionOptions question;

    @Override
    public Integer call() {
        Path folder = storage.current().root();
        try (Results results = Results.open(folder)) {
            question.print(
                    profile.isEmpty()
                            ? Cost.of(results, question.question(), reach)
                            : PerformanceProfile.of(results, profile, question.question(), reach),
                    spec.commandLine().getOut());
        }
        return ExitCode.OK;
    }
}
