package stiffsweep.analysis.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import stiffsweep.analysis.AnalysisException;
import stiffsweep.analysis.NoResultsException;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Table;
import stiffsweep.config.SweepReader;
import stiffsweep.sweep.ReportPolicy;

/**
 * The report on a result folder: figures as SVG, PDF and PNG, the CSV behind each, and one page, {@code report.html}, that
 * holds everything and needs no network.
 *
 * <p>The same rows give the same bytes, in whichever files they stand, but for the name of their folder. What goes wrong in
 * one figure or table costs that one: its place in the page says so.
 */
public final class Report {

    /** A table of more rows is folded away. */
    private static final int MOST_OPEN = 40;

    private Report() {}

    /**
     * Writes the report.
     *
     * @param folder the result folder
     * @param out where the report goes; it is made where it is missing
     * @param name what the user calls the folder
     * @param remark is told in a sentence what the report had to leave out
     * @return the page
     * @throws NoResultsException where the folder holds no finished trial
     */
    public static Path write(Path folder, Path out, String name, Consumer<String> remark) {
        return write(folder, out, name, SweepReader.report(folder.resolve("sweep.conf")), remark);
    }

    /**
     * Writes the report as it is asked for.
     *
     * @param policy what it shows
     */
    public static Path write(Path folder, Path out, String name, ReportPolicy policy, Consumer<String> remark) {
        try (Results results = Results.open(folder)) {
            Findings findings = Findings.of(results, policy);
            Omissions omissions = new Omissions();
            Page page = new Page();
            answers(page, findings, results, name, omissions);
            summary(page, findings);
            Files.createDirectories(out);
            Figures figures = new Figures(results, out, omissions);
            for (String problem : findings.problems()) {
                figures.draw(findings, problem, page);
            }
            tables(page, findings, results, omissions);
            attempt("Made by", omissions, page, () -> page.heading("Made by").table(Provenances.of(results)));
            page.heading("The sweep")
                    .beginFolded("sweep.conf")
                    .code(sweepFile(folder))
                    .endFolded();
            attempt("To draw this again", omissions, page, () -> Repetition.add(page, results, folder, name));
            Path written = Files.writeString(out.resolve("report.html"), page.html(title(results)));
            omissions.sentences().forEach(remark);
            return written;
        } catch (IOException e) {
            throw new AnalysisException(
                    out + ": a report folder must be writable and have space, but got " + e.getMessage(), e);
        }
    }

    private static void attempt(String name, Omissions omissions, Page page, Omissions.Part part) throws IOException {
        Optional<String> reason = omissions.attempt("the part \"" + name + "\"", part);
        if (reason.isPresent()) {
            page.paragraph("The part \"" + name + "\" is missing: " + reason.get());
        }
    }

    private static void answers(Page page, Findings findings, Results results, String name, Omissions omissions)
            throws IOException {
        for (String problem : findings.problems()) {
            attempt(
                    "The answers about " + problem,
                    omissions,
                    page,
                    () -> Answers.add(page, results, findings, Repetition.quoted(name), problem));
        }
        page.heading("Trials");
    }

    private static void summary(Page page, Findings findings) {
        TrialGroup all = new TrialGroup(findings.trials());
        page.paragraph("Trials: " + all.outcomes() + (all.completed().size() == all.size() ? ", all completed" : "")
                + ". Divergence and failure are results: they are counted beside every number. Only trials that completed are"
                + " measurements: the others are in no median, interval or fit, and a setting has no median where half of its"
                + " trials or more did not complete.");
        long stopped =
                findings.trials().stream().filter(ReportedTrial::isStopped).count();
        if (stopped > 0) {
            page.paragraph(
                    "A rule of the sweep (sweep.stop) ended " + stopped + " of them early, each at an epoch of its own."
                            + " They are in no median, interval or fit. The columns failure and rung of the table trials say where each"
                            + " stopped, and why.");
        }
    }

    private static void tables(Page page, Findings findings, Results results, Omissions omissions) throws IOException {
        attempt("How the largest Hessian eigenvalue grows", omissions, page, () -> fits(page, findings));
        attempt("Methods", omissions, page, () -> methods(page, findings, results));
        attempt("What the problems measure themselves", omissions, page, () -> ownResults(page, findings, results));
        attempt("Trials", omissions, page, () -> {
            page.heading("All trials");
            foldedIfLong("trials", TrialTable.of(results, findings), page);
        });
        attempt("Trials that did not complete", omissions, page, () -> {
            Table failures = ReportTables.failures(findings);
            if (!failures.rows().isEmpty()) {
                page.heading("Trials that did not complete").table(failures);
            }
        });
    }

    private static void fits(Page page, Findings findings) {
        Table fits = ReportTables.fits(findings);
        if (!fits.rows().isEmpty()) {
            page.heading("Power laws of the largest Hessian eigenvalue");
            page.paragraph(
                    "Power laws by Huber regression in log-log over all trials that completed with a positive value."
                            + " The interval of the exponent resamples whole replicates; of fewer than five it is the range of the exponents"
                            + " of single ones. residual_decades is the root mean square distance of the medians from the line,"
                            + " local_slopes are the slopes between neighbours, lack_of_fit_p is the probability of so large a lack of fit"
                            + " by chance. Where it is below 0.05, or cannot be told, and the residual is above 0.05 decades, the remark says that there is no power law.");
            foldedIfLong("power laws", fits, page);
        }
    }

    private static void ownResults(Page page, Findings findings, Results results) {
        Table own = ReportTables.ownResults(findings, results);
        if (!own.rows().isEmpty()) {
            page.heading("What the problems measure themselves");
            page.paragraph("Medians over the replicates of each setting that completed; ./sweep problems says what each"
                    + " column means.");
            page.table(own);
        }
    }

    private static void methods(Page page, Findings findings, Results results) {
        Quality quality = Quality.of(findings.trials());
        String success = quality == Quality.ERROR
                ? " Success means " + findings.policy().success()
                        + ", with Wilson's interval of 95 %; a trial that did not complete is no success, one that a rule stopped is"
                        + " not counted, and where no truth is known there is none."
                : "";
        page.heading("Settings");
        page.paragraph(quality.meaning() + success
                + " Medians are over the replicates of each setting that completed. Beside each interval stands what it is: five"
                + " values or more have a bootstrap interval of the median, fewer have their range.");
        ErrorsBetween.sentence(findings, results).ifPresent(page::paragraph);
        foldedIfLong("settings", ReportTables.settings(findings), page);
        Table pooled = ReportTables.methodsTable(findings);
        if (!pooled.rows().isEmpty()) {
            page.heading("Methods");
            page.paragraph("Counts over all settings of a method.");
            foldedIfLong("methods", pooled, page);
        }
    }

    private static void foldedIfLong(String things, Table table, Page page) {
        if (table.rows().size() > MOST_OPEN) {
            page.folded("All " + table.rows().size() + " " + things, table);
        } else {
            page.table(table);
        }
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
