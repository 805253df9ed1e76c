package stiffsweep.jobs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stiffsweep.analysis.Fit;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.answer.Answer;
import stiffsweep.analysis.answer.PowerLaws;
import stiffsweep.storage.Storage;

/** Fits power laws to the results. */
@Command(
        name = "fit",
        description = {
            "Fits a power law y = a x^b to each group of trials, by Huber regression in log-log.",
            "Only trials that completed are fitted. The interval of the exponent resamples whole replicates;",
            "below five replicates it is the range of the exponents of single ones.",
            "A remark says where the points follow no power law within their scatter. The sentences below the table say",
            "what least squares, BCa intervals and two laws in the place of one make of the same points."
        })
final class FitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "The result folder, a path or a URI.")
    private Storage storage;

    @Option(names = "--x", required = true, paramLabel = "COLUMN", description = "The column of the abscissa.")
    private String x;

    @Option(names = "--y", required = true, paramLabel = "COLUMN", description = "The column of the ordinate.")
    private String y;

    @Option(
            names = "--by",
            split = ",",
            paramLabel = "COLUMN",
            description =
                    "The columns that make the groups; problem, weighting and every setting that varies if not given.")
    private List<String> by = new ArrayList<>();

    @Option(names = "--where", paramLabel = "SQL", description = "A condition on the trials.")
    private String where = "";

    @Option(
            names = "--range",
            split = ",",
            paramLabel = "FROM,TO",
            description = "Only trials whose x lies from FROM to TO.")
    private List<Double> range = new ArrayList<>();

    @Option(
            names = "--local",
            description = "The exponents between neighbouring x, with intervals, in place of the fits.")
    private boolean local;

    @Option(
            names = "--expect",
            paramLabel = "EXPONENT",
            description = "Ends with 7 where the interval of an exponent does not hold this one, or there is none.")
    private @Nullable Double expected;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Fit fit = fit();
        Path folder = storage.current().root();
        try (Results results = Results.open(folder)) {
            Fit.Fitted fitted = fit.fitted(results);
            print(fit, fitted, results);
            List<String> unexpected = expected == null ? List.of() : PowerLaws.unexpected(fitted.table(), expected);
            unexpected.forEach(spec.commandLine().getErr()::println);
            return unexpected.isEmpty() ? ExitCode.OK : ExitCode.UNEXPECTED;
        }
    }

    private Fit fit() {
        Fit all = new Fit(x, y, by, where);
        if (range.isEmpty()) {
            return all;
        }
        if (range.size() != 2 || !(range.get(0) < range.get(1))) {
            throw Refusal.invalid("--range: two numbers FROM,TO with FROM < TO, but got " + range);
        }
        return all.range(range.get(0), range.get(1));
    }

    private void print(Fit fit, Fit.Fitted fitted, Results results) {
        PrintWriter out = spec.commandLine().getOut();
        TableFormat format = json ? TableFormat.JSON : TableFormat.TABLE;
        if (local) {
            format.print(PowerLaws.local(fit, results), out);
            return;
        }
        Answer checked = PowerLaws.checked(fit, fitted);
        format.print(json ? checked.table() : fitted.table().withoutEmptyColumns(), out);
        if (!json) {
            out.println();
            checked.sentences().forEach(out::println);
        }
    }
}
