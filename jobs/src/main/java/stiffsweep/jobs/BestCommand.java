package stiffsweep.jobs;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.answer.BestSettings;
import stiffsweep.config.SweepReader;
import stiffsweep.storage.Storage;

/** Says which settings are best. */
@Command(
        name = "best",
        description = {
            "Ranks settings by their median over seeds, and says which cannot be told from the first.",
            "A setting of which half of the trials or more did not complete has no median. best_share is how often a",
            "setting is the best when the replicates are resampled; the ratio to the first is paired by replicate. The rate",
            "of successes is of each setting, with Wilson's interval; a trial that did not complete is none."
        })
final class BestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "The result folder, a path or a URI.")
    private Storage storage;

    @Mixin
    private QuestionOptions question;

    @Option(
            names = "--success",
            paramLabel = "SQL",
            description =
                    "What a trial that completed has to meet to be a success; report.success of the sweep, which is"
                            + " \"error_mse < 1e-4\" unless its file says otherwise, if not given.")
    private @Nullable String success;

    @Option(
            names = "--top",
            defaultValue = "10",
            paramLabel = "N",
            description = "How many settings of each group are in the table; ${DEFAULT-VALUE} if not given.")
    private int top;

    @Override
    public Integer call() {
        if (top < 1) {
            throw Refusal.invalid("--top: 1 or more, but got " + top);
        }
        Path folder = storage.current().root();
        String law = success == null
                ? SweepReader.report(folder.resolve("sweep.conf")).success()
                : success;
        try (Results results = Results.open(folder)) {
            question.print(
                    BestSettings.of(results, question.question(), law, top),
                    spec.commandLine().getOut());
        }
        return ExitCode.OK;
    }
}
