package stiffsweep.jobs;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.answer.Importance;
import stiffsweep.analysis.answer.Question;
import stiffsweep.storage.Storage;

/** Says which settings matter. */
@Command(
        name = "importance",
        description = {
            "Says which settings matter: the shares of the variance of the logarithm of a metric between settings that",
            "each of them explains, alone and in pairs (functional ANOVA), with what is scatter between seeds apart.",
            "On a grid intervals resample whole replicates. Where settings were drawn shares are over bins of each axis."
        })
final class ImportanceCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "The result folder, a path or a URI.")
    private Storage storage;

    @Mixin
    private QuestionOptions question;

    @Option(
            names = "--effects",
            description = "The table is of the values of each setting, and by which factor they change the metric.")
    private boolean effects;

    @Override
    public Integer call() {
        Path folder = storage.current().root();
        try (Results results = Results.open(folder)) {
            Question asked = question.question();
            question.print(
                    effects ? Importance.effects(results, asked) : Importance.shares(results, asked),
                    spec.commandLine().getOut());
        }
        return ExitCode.OK;
    }
}
