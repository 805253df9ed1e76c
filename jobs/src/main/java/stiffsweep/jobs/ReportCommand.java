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
import stiffsweep.config.SweepReader;
import stiffsweep.storage.Storage;
import stiffsweep.sweep.ReportPolicy;
import stiffsweep.sweep.ReportPolicy.FigureKind;

/** Draws the figures and writes the report. */
@Command(name = "report", description = "Writes figures (SVG, PDF, PNG), the CSV behind each, and report.html.")
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
            names = "--x",
            paramLabel = "COLUMN",
            description = "The setting along the horizontal axis, where it varies; report.x of the sweep if not given.")
    private @Nullable String x;

    @Option(
            names = "--facet",
            split = ",",
            paramLabel = "COLUMN",
            description =
                    "The settings whose values make columns and rows of panels, two at most; report.facet if not given.")
    private @Nullable List<String> facet;

    @Option(
            names = "--figures",
            split = ",",
            paramLabel = "KIND",
            description =
                    "The kinds of figures that are drawn: some of ${COMPLETION-CANDIDATES}; report.figures if not given.",
            converter = FigureKindWord.class,
            completionCandidates = FigureKindWord.class)
    private @Nullable List<FigureKind> figures;

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
        ReportPolicy policy = policy(folder);
        Report.write(folder, report, storage.name(), policy, remarks::add);
        if (tables) {
            TableFiles.write(folder, report.resolve("tables"), policy);
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

    /** What the sweep's file asks for, and the options on top. */
    private ReportPolicy policy(Path folder) {
        ReportPolicy own = SweepReader.report(folder.resolve("sweep.conf"));
        if (facet != null && facet.size() > ReportPolicy.MOST_FACETS) {
            throw Refusal.invalid("--facet: two settings at most, but got " + String.join(", ", facet));
        }
        return new ReportPolicy(
                figures == null ? own.figures() : figures,
                x == null ? own.x() : x,
                facet == null ? own.facet() : facet,
                own.success());
    }
}
