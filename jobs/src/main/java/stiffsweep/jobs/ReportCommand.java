package stiffsweep.jobs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stiffsweep.analysis.report.Report;
import stiffsweep.analysis.report.TableFiles;
import stiffsweep.storage.Storage;

/** Draws the figures and writes the report. */
@Command(name = "report", description = "Writes figures (SVG, PNG), the CSV behind each, and report.html.")
final class ReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "The result folder, a path or a URI.")
    private Storage storage;

    @Mixin
    private ProblemJars jars;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR2",
            description = "Where the report goes; DIR/report if not given.")
    private @Nullable Path out;

    @Option(
            names = "--tables",
            description =
                    "Also writes the report's tables into the folder tables beside it: LaTeX (booktabs), Markdown, CSV.")
    private boolean tables;

    @Override
    public Integer call() {
        jars.open();
        Path folder = storage.current().root();
        Path report = out == null ? folder.resolve("report") : out;
        List<String> remarks = new ArrayList<>();
        Report.write(folder, report, storage.name(), remarks::add);
        if (tables) {
            TableFiles.write(folder, report.resolve("tables"));
        }
        if (out == null) {
            storage.keepReport();
        }
        spec.commandLine().getOut().println(report.resolve("report.html"));
        if (tables) {
            spec.commandLine().getOut().println(report.resolve("tables"));
        }
        remarks.forEach(spec.commandLine().getErr()::println);
        return remarks.isEmpty() ? ExitCode.OK : ExitCode.INTERNAL_ERROR;
    }
}
