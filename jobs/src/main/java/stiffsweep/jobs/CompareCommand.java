package stiffsweep.jobs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.answer.Answer;
import stiffsweep.analysis.answer.PairedComparison;
import stiffsweep.storage.Storage;

/** Says what is different between settings, or between folders. */
@Command(
        name = "compare",
        description = {
            "Says what is different between the values of a setting, or between two folders, all else being equal.",
            "Trials are paired by all other settings that vary, and by replicate: the ratio of the metric with its",
            "interval, how often which side is smaller, and Wilcoxon's signed-rank test, corrected after Holm.",
            "Each replicate counts once; below five replicates their range stands in place of an interval."
        })
final class CompareCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "The result folder, a path or a URI.")
    private Storage storage;

    @Parameters(index = "1", arity = "0..1", paramLabel = "DIR2", description = "Another one to compare it with.")
    private @Nullable Storage other;

    @Option(
            names = "--on",
            split = ",",
            paramLabel = "COLUMN",
            description = "The columns whose values are compared, such as weighting; not with DIR2.")
    private List<String> on = new ArrayList<>();

    @Mixin
    private QuestionOptions question;

    @Override
    public Integer call() {
        if (on.isEmpty() == (other == null)) {
            throw Refusal.invalid("compare: either --on COLUMN or a second folder must be given, but got "
                    + (other == null ? "neither" : "both"));
        }
        if (other != null && other.name().equals(storage.name())) {
            throw Refusal.invalid("compare: two different folders must be given, but got " + other.name() + " twice");
        }
        Path folder = storage.current().root();
        try (Results results = Results.open(folder)) {
            question.print(
                    other == null ? PairedComparison.on(on, results, question.question()) : withFolder(other, results),
                    spec.commandLine().getOut());
        }
        return ExitCode.OK;
    }

    private Answer withFolder(Storage second, Results results) {
        try (Results others = Results.open(second.current().root())) {
            Map<String, Results> folders = new LinkedHashMap<>();
            folders.put(storage.name(), results);
            folders.put(second.name(), others);
            return PairedComparison.between(folders, question.question());
        }
    }
}
