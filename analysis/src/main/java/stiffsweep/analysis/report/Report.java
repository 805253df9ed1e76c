package stiffsweep.analysis.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stiffsweep.analysis.AnalysisException;
import stiffsweep.analysis.NoResultsException;
import stiffsweep.analysis.NumberText;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Table;
import stiffsweep.analysis.figure.FigureWriter;

/**
 * The report on a result folder: figures as SVG and PNG, the CSV behind each, and one page, {@code report.html}, that
 * holds everything and needs no network.
 *
 * <p>The same rows give the same bytes, in whichever files they stand.
 */
public final class Report {

    private Report() {}

    /**
     * Writes the report.
     *
     * @param folder the result folder
     * @param out where the report goes; it is made where it is missing
     * @return the page
     * @throws NoResultsException where the folder holds no finished trial
     */
    public static Path write(Path folder, Path out) {
        try (Results results = Results.open(folder)) {
            Findings findings = Findings.of(results);
            Map<String, List<CaptionedFigure>> figures = figures(findings, results);
            Page page = new Page();
            summary(page, findings);
            Files.createDirectories(out);
            for (Map.Entry<String, List<CaptionedFigure>> problem : figures.entrySet()) {
                for (CaptionedFigure captioned : problem.getValue()) {
                    FigureWriter.replace(captioned.figure(), out);
                }
                page.heading(problem.getKey())
                        .figures(
                                problem.getValue().stream()
                                        .filter(captioned -> !captioned.figure().isEmpty())
                                        .toList(),
                                out);
            }
            tables(page, findings, results);
            page.heading("Made by").table(Provenances.of(results));
            page.heading("The sweep").code(sweepFile(folder));
            page.heading("To draw this again").code("./sweep report DIR");
            page.paragraph("DIR is the folder with these results; nothing is trained again.");
            return Files.writeString(out.resolve("report.html"), page.html(title(results)));
        } catch (IOException e) {
            throw new AnalysisException(
                    out + ": a report folder must be writable and have space, but got " + e.getMessage(), e);
        }
    }

    /** The figures of each problem; one of a measure that was not taken has no points. */
    private static Map<String, List<CaptionedFigure>> figures(Findings findings, Results results) {
        Map<String, List<CaptionedFigure>> figures = new LinkedHashMap<>();
        for (String problem : findings.problems()) {
            List<CaptionedFigure> ofProblem = new ArrayList<>();
            if (findings.hasAbscissa(problem)) {
                if (Quality.of(findings.ofProblem(problem)) != Quality.LOSS) {
                    ofProblem.add(ErrorFigure.of(findings, problem));
                }
                ofProblem.add(HessianFigure.of(findings, problem));
            }
            List<Extreme> extremes = Extreme.of(findings, problem);
            extremes.forEach(extreme -> ofProblem.addAll(SolutionFigures.of(findings, extreme, results)));
            for (TraceFigure.Trace trace : TraceFigure.Trace.values()) {
                extremes.forEach(extreme -> ofProblem.add(TraceFigure.of(trace, findings, extreme, results)));
            }
            figures.put(problem, ofProblem);
        }
        return figures;
    }

    private static void summary(Page page, Findings findings) {
        page.paragraph("Trials: " + new Cell(findings.trials()).outcomes()
                + ". Divergence and failure are results: they are counted beside every"
                + " number, and none is dropped.");
        long stopped =
                findings.trials().stream().filter(ReportedTrial::isStopped).count();
        if (stopped > 0) {
            page.paragraph(
                    "A rule of the sweep (sweep.stop) ended " + stopped + " of them early. Their numbers are those of"
                            + " the epoch at which they stopped, and count as they are in every median, interval and fit: where many"
                            + " stopped, these say how the search went and not what the methods can do. The columns failure and rung"
                            + " of the table trials say where each stopped, and why.");
        }
    }

    private static void tables(Page page, Findings findings, Results results) {
        Table fits = ReportTables.fits(findings);
        if (!fits.rows().isEmpty()) {
            page.heading("How the largest Hessian eigenvalue grows");
            page.paragraph("Power laws by Huber regression in log-log over all trials with a positive value; the"
                    + " interval of the exponent resamples whole replicates.");
            page.table(fits);
        }
        methods(page, findings);
        Table own = ReportTables.ownResults(findings, results);
        if (!own.rows().isEmpty()) {
            page.heading("What the problems measure themselves");
            page.paragraph(
                    "Medians over the replicates of each setting, with bootstrap intervals; ./sweep problems says"
                            + " what each column means.");
            page.table(own);
        }
        Table failures = ReportTables.failures(findings);
        if (!failures.rows().isEmpty()) {
            page.heading("Trials that did not complete").table(failures);
        }
    }

    private static void methods(Page page, Findings findings) {
        Quality quality = Quality.of(findings.trials());
        String success = quality == Quality.ERROR
                ? " Success means one below " + NumberText.rounded(Cell.SUCCESS_BELOW, 2)
                        + ", with Wilson's interval; a trial that ended without an error is no success, and where no"
                        + " truth is known there is none."
                : "";
        page.heading("Methods");
        page.paragraph(quality.meaning() + success
                + " Medians are over the trials that have a value, with bootstrap intervals.");
        page.table(ReportTables.methodsTable(findings));
        page.folded("Every setting", ReportTables.settings(findings));
    }

    private static String sweepFile(Path folder) throws IOException {
        Path file = folder.resolve("sweep.conf");
        return Files.exists(file) ? Files.readString(file) : "The folder holds no sweep.conf.";
    }

    private static String title(Results results) {
        return String.valueOf(results.query("select string_agg(distinct sweep, ', ' order by sweep) from trials")
                .rows()
                .get(0)
                .get(0));
    }
}
