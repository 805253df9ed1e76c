package stiffsweep.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.analysis.NoResultsException;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.SyntheticFolder;
import stiffsweep.analysis.Table;

class ReportTest {

    @TempDir
    Path folder;

    @Test
    void isTheSameForTwoHalvesMergedByCopying() throws IOException {
        Path whole = folder.resolve("whole");
        Path merged = folder.resolve("merged");
        SyntheticFolder.writeSweep(whole, "all", "problem = 'linear-decay'");
        SyntheticFolder.writeSweep(merged, "first", "problem = 'linear-decay' and replicate >= 2");
        SyntheticFolder.writeSweep(merged, "second", "problem = 'linear-decay' and replicate < 3");

        write(whole, whole.resolve("report"));
        write(merged, merged.resolve("report"));

        List<String> files = names(whole.resolve("report"));
        assertThat(files).contains("report.html", "linear-decay-error.svg", "linear-decay-hessian.png");
        assertThat(names(merged.resolve("report"))).isEqualTo(files);
        for (String file : files) {
            assertThat(merged.resolve("report").resolve(file))
                    .hasSameBinaryContentAs(whole.resolve("report").resolve(file));
        }
    }

    @Test
    void holdsEverythingAndNeedsNoNetwork() throws IOException {
        SyntheticFolder.writeSweep(folder, "all", "true");

        String page = Files.readString(write(folder, folder.resolve("report")));

        assertThat(page).doesNotContain("<script src").doesNotContain(folder.toString());
        String read = read(page);
        assertThat(read)
                .contains("plain, stiffness-matched", "sweep { replicates = 5 }", "./sweep report results/some")
                .contains("the loss became NaN at epoch 812")
                .contains("<td>20 of 40</td>")
                .doesNotContain("<link", "src=", "@import", "url(http");
        assertThat(read.split("<svg ", -1)).hasSize(2 * 10 + 1);
    }

    @Test
    void beginsWithTheQuestionAndItsAnswers() throws IOException {
        SyntheticFolder.writeSweep(folder, "all", "problem = 'linear-decay'");

        String page = Files.readString(write(folder, folder.resolve("report")));

        assertThat(page.substring(page.indexOf("<h1>"), page.indexOf("<h2>")))
                .contains("What do stiffness, weighting")
                .containsSubsequence(
                        "<h3>What matters</h3>",
                        "matters most: it explains",
                        "./sweep importance results/some --metric error_mse",
                        "<h3>What is best</h3>",
                        "median_error_mse",
                        "<h3>What weighting changes</h3>",
                        "times the error_mse of",
                        "<h3>How the largest Hessian eigenvalue grows</h3>",
                        "it grows as a power of stiffness with exponent");
    }

    @Test
    void answersInWordsWhereThereIsNothingToCompare() throws IOException {
        SyntheticFolder.writeSweep(
                folder, "all", "problem = 'linear-decay' and stiffness < 2 and weighting = 'jacobian'");

        assertThat(write(folder, folder.resolve("report")))
                .content()
                .contains("How well is linear-decay solved? 1 setting of linear-decay, each with 5 seeds.");
    }

    @Test
    void plotsTheMediansThatItsCsvHolds() throws IOException {
        SyntheticFolder.writeSweep(folder, "all", "problem = 'linear-decay'");
        write(folder, folder.resolve("report"));

        assertThat(folder.resolve("report/linear-decay-hessian.csv"))
                .content()
                .contains("\"jacobian: exponent 0.60 [0.60, 0.60]\",1.0,4.0,")
                .contains("jacobian: fit,1.0,4.0");
    }

    @Test
    void countsTrialsWithoutAValueBesideTheErrorOfTheOthers() throws IOException {
        SyntheticFolder.writeSweep(folder, "all", "problem = 'linear-decay' and weighting = 'plain'");
        write(folder, folder.resolve("report"));

        assertThat(folder.resolve("report/linear-decay-error.csv"))
                .content()
                .contains("plain: 2 of 40 did not complete,10000.0,,,,2");
    }

    @Test
    void drawsASweepThatVariesNoNumber() throws IOException {
        SyntheticFolder.writeSweep(folder, "all", "stiffness < 2 and weighting = 'jacobian'");

        write(folder, folder.resolve("report"));

        assertThat(names(folder.resolve("report")))
                .contains("report.html", "linear-decay-training.svg", "linear-decay-solution-y.svg")
                .doesNotContain("linear-decay-error.svg");
    }

    @Test
    void leavesAwayFiguresOfWhatWasNotMeasured() throws IOException {
        SyntheticFolder.write(folder, "trials", "all.parquet", """
                select 't' || range as trial_id, 'bare' as sweep, 'linear-decay' as problem, 'plain' as weighting,
                    range::double as stiffness, 0::bigint as replicate, 'COMPLETED' as outcome, null::varchar as failure,
                    10::bigint as epochs, 1e-3 / (1 + range) as error_mse, timestamptz '2026-11-21 10:00:00+00' as started_at
                from range(4)
                """);

        write(folder, folder.resolve("report"));

        assertThat(names(folder.resolve("report")))
                .containsExactly(
                        "linear-decay-error.csv",
                        "linear-decay-error.pdf",
                        "linear-decay-error.png",
                        "linear-decay-error.svg",
                        "report.html");
    }

    @Test
    void saysWhereTheErrorBetweenThePointsIsFarLarger() throws IOException {
        String trials = """
                select 't' || range as trial_id, 'bare' as sweep, 'linear-decay' as problem, 'plain' as weighting,
                    range::double as stiffness, 0::bigint as replicate, 'COMPLETED' as outcome, null::varchar as failure,
                    10::bigint as epochs, 1e-3 as error_mse, 1e-2 as error_relative_l2,
                    %s as error_relative_l2_between, timestamptz '2026-11-21 10:00:00+00' as started_at
                from range(4)
                """;
        Path far = folder.resolve("far");
        SyntheticFolder.write(far, "trials", "all.parquet", trials.formatted("1e-2 * [0.5, null, 9.9, 37][range + 1]"));
        Path near = folder.resolve("near");
        SyntheticFolder.write(near, "trials", "all.parquet", trials.formatted("9e-2"));

        assertThat(write(far, far.resolve("report")))
                .content()
                .contains("more than 10 times that at the points in 1 of 3 trials")
                .contains("at most 37 times, in the trial t3");
        assertThat(write(near, near.resolve("report"))).content().doesNotContain("Between the points");
    }

    @Test
    void showsTheLossWhereNoTruthIsKnown() throws IOException {
        SyntheticFolder.write(folder, "trials", "all.parquet", """
                select 't' || range as trial_id, 'bare' as sweep, 'mine' as problem, 'plain' as weighting,
                    range::double as rate, 0::bigint as replicate, 'COMPLETED' as outcome, null::varchar as failure,
                    10::bigint as epochs, 1e-3 as loss_total, null::double as error_mse,
                    timestamptz '2026-11-21 10:00:00+00' as started_at
                from range(1, 3)
                """);
        SyntheticFolder.write(folder, "solutions", "all.parquet", """
                select 't' || t.range as trial_id, 'y' as field, p.range::double as x, null::double as t, null::double as v,
                    1.0::double as value, null::double as truth
                from range(1, 3) as t, range(5) as p
                """);

        String page = Files.readString(write(folder, folder.resolve("report")));

        assertThat(names(folder.resolve("report")))
                .contains("mine-highest-solution-y.svg")
                .noneMatch(name -> name.contains("error"));
        assertThat(page)
                .contains("median loss of each method, of two in the middle the worse; no truth is known")
                .doesNotContain(" of 2</td>");
        try (Results results = Results.open(folder)) {
            Table table = RunTable.summary(results);
            assertThat(table.columns()).contains("loss_total").doesNotContain("error_mse");
            assertThat(table.rows().get(0)).contains(1e-3);
        }
    }

    @Test
    void drawsTheGeometricMeanOverTheReplicatesInTraining() throws IOException {
        SyntheticFolder.writeSweep(
                folder, "all", "problem = 'linear-decay' and stiffness < 2 and weighting = 'jacobian'");
        write(folder, folder.resolve("report"));

        // At epoch 0 the five losses are 1.000001 times 10^-0.2 to 10^0.2, in equal steps of the logarithm: its
        // standard
        // error is 0.16 / sqrt(5), of which Student's quantile with 4 degrees of freedom takes 2.8.
        String first = Files.readAllLines(folder.resolve("report/linear-decay-training.csv")).stream()
                .filter(line -> line.startsWith("jacobian,0.0,"))
                .findFirst()
                .orElseThrow();
        double[] numbers = Arrays.stream(first.split(","))
                .skip(2)
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(numbers[0]).isCloseTo(1.000001, within(1e-6));
        assertThat(Math.log10(numbers[1])).isCloseTo(-0.2, within(0.05));
        assertThat(Math.log10(numbers[2])).isCloseTo(0.2, within(0.05));
        assertThat(numbers[3]).isEqualTo(5);
    }

    @Test
    void drawsNoSurvivorOfASettingThatMostlyDiverged() throws IOException {
        SyntheticFolder.writeSweep(folder, "whole", "problem = 'linear-decay' and weighting = 'jacobian'");
        SyntheticFolder.write(
                folder,
                "trials",
                "z.parquet",
                "select * replace (if(stiffness > 9000 and replicate > 0, 'DIVERGED', outcome) as outcome) from read_parquet('"
                        + folder.resolve("trials/whole.parquet") + "')");
        Files.delete(folder.resolve("trials/whole.parquet"));

        String page = Files.readString(write(folder, folder.resolve("report")));

        assertThat(names(folder.resolve("report")))
                .contains("linear-decay-lowest-solution-y.svg")
                .doesNotContain("linear-decay-highest-solution-y.svg", "linear-decay-highest-training.svg");
        assertThat(page).contains("did not converge (4 of 5)");
    }

    @Test
    void showsTheBaselineWhereNothingWasTrained() throws IOException {
        writeUntrained();

        String page = read(Files.readString(write(folder, folder.resolve("report"))));

        assertThat(page)
                .contains(
                        "nothing was trained",
                        "median baseline error of each method, of two in the middle the worse, and the truth",
                        "Each point is one")
                .doesNotContain("jacobian", "Hessian", "success", "epochs");
        assertThat(folder.resolve("report/mine-error.csv")).content().isEqualTo("""
                series,matching_point,baseline_error_relative_l2,lower,upper,trials
                baseline,2.0,0.5,,,1
                baseline,4.0,0.25,,,1
                """);
        assertThat(folder.resolve("report/mine-lowest-solution-y.csv"))
                .content()
                .isEqualTo("""
                series,x,value,lower,upper,trials
                baseline,0.0,1.5,1.0,2.0,1
                baseline,1.0,1.5,1.0,2.0,1
                truth,0.0,1.0,,,1
                truth,1.0,1.0,,,1
                """);
    }

    @Test
    void tabulatesTheBaselineWhereNothingWasTrained() {
        writeUntrained();

        try (Results results = Results.open(folder)) {
            assertThat(RunTable.summary(results).asText()).isEqualTo("""
                            matching_point  trials  baseline_error_relative_l2
                            --------------  ------  --------------------------
                                         2  1                              0.5
                                         4  1                             0.25
                            """);
        }
    }

    /** Two trials with a baseline alone. */
    private void writeUntrained() {
        SyntheticFolder.write(folder, "trials", "all.parquet", """
                select 't' || range as trial_id, 'bare' as sweep, 'mine' as problem, 'jacobian' as weighting,
                    2.0 * range::double as matching_point, 'none' as optimizer, 0::bigint as replicate,
                    'COMPLETED' as outcome, null::varchar as failure, 0::bigint as epochs, null::double as loss_total,
                    null::double as error_mse, 0.5 / range as baseline_error_relative_l2,
                    timestamptz '2026-11-21 10:00:00+00' as started_at
                from range(1, 3)
                """);
        SyntheticFolder.write(folder, "solutions", "all.parquet", """
                select 't' || t.range as trial_id, 'y' as field, p.range::double as x, null::double as t, null::double as v,
                    null::double as value, 1.0::double as truth, 1.5::double as baseline, 1.0::double as baseline_low,
                    2.0::double as baseline_high
                from range(1, 3) as t, range(2) as p
                """);
    }

    @Test
    void tabulatesWhatAProblemMeasuresItself() throws IOException {
        SyntheticFolder.write(folder, "trials", "all.parquet", """
                select 't' || range as trial_id, 'own' as sweep, 'mine' as problem, 'plain' as weighting,
                    range // 2 + 1.0::double as rate, range % 2 as replicate, 'COMPLETED' as outcome,
                    null::varchar as failure, 10::bigint as epochs, 0.1 as error_mse,
                    null::double as baseline_error_relative_max, 10.0 * range as saturation, null::double as unmeasured,
                    null::double as jacobian_max, timestamptz '2026-11-21 10:00:00+00' as started_at
                from range(4)
                """);

        String page = Files.readString(write(folder, folder.resolve("report")));

        assertThat(page)
                .contains("<th class=\"number\">median saturation</th>", "<td class=\"number\">5</td><td>0 to 10</td>")
                .contains("<td class=\"number\">25</td><td>20 to 30</td>")
                .doesNotContain("unmeasured");
    }

    @Test
    void refusesAFolderWithoutResults() {
        assertThatThrownBy(() -> write(folder, folder.resolve("report")))
                .isInstanceOf(NoResultsException.class)
                .hasMessageContaining("at least one finished trial");
        assertThat(folder.resolve("report")).doesNotExist();
    }

    /** A page without its scripts. */
    private static String read(String page) {
        return page.replaceAll("(?s)<script[^>]*>.*?</script>", "");
    }

    private static Path write(Path folder, Path out) {
        return Report.write(folder, out, "results/some", remark -> {});
    }

    private static List<String> names(Path report) throws IOException {
        try (Stream<Path> files = Files.list(report)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
