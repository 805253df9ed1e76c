package stiffsweep.jobs;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stiffsweep.analysis.Results;
import stiffsweep.storage.Storage;

/** Answers a query over the results. */
@Command(name = "sql", description = "Answers a DuckDB query over the views trials, curves and solutions.")
final class SqlCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "The result folder, a path or a URI.")
    private Storage storage;

    @Parameters(index = "1", paramLabel = "QUERY", description = "The query.")
    private String query;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table, csv or json; table if not given.")
    private TableFormat format = TableFormat.TABLE;

    @Override
    public Integer call() {
        Path folder = storage.current().root();
        try (Results results = Results.open(folder)) {
            format.print(results.query(query), spec.commandLine().getOut());
        }
        return ExitCode.OK;
    }
}
