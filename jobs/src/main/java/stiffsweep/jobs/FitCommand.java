package stiffsweep.jobs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stiffsweep.analysis.Fit;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Table;
import stiffsweep.storage.Storage;

/** Fits power laws to the results. */
@Command(
        name = "fit",
        description = {
            "Fits a power law y = a x^b to each group of trials, by Huber regression in log-log.",
            "Only trials that completed are fitted. The interval of the exponent resamples whole replicates;",
            "below five replicates it is the range of the exponents of single ones.",
            "A remark says where the points follow no power law within their scatter."
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

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Path folder = storage.current().root();
        try (Results results = Results.open(folder)) {
            Table fits = new Fit(x, y, by, where).table(results);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                TableFormat.JSON.print(fits, out);
            } else {
                TableFormat.TABLE.print(fits.withoutEmptyColumns(), out);
            }
        }
        return ExitCode.OK;
    }
}
