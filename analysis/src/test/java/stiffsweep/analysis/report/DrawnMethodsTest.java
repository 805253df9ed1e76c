package stiffsweep.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.SyntheticFolder;
import stiffsweep.sweep.ReportPolicy;

class DrawnMethodsTest {

    @TempDir
    Path folder;

    /** Twelve widths with errors 1e-1 to 1e-12, but for the width 12, which has none at one stiffness. */
    private void write(int methods) {
        write(methods, "robertson");
    }

    private void write(int methods, String problem) {
        SyntheticFolder.write(folder, "trials", "all.parquet", """
                select 't' || w || '-' || c as trial_id, 'many' as sweep, '%s' as problem,
                    c::double as stiffness, w::bigint as width, 'lm' as optimizer, 0::bigint as replicate,
                    'COMPLETED' as outcome, null::varchar as failure, 10::bigint as epochs,
                    case when w = 12 and c = 2 then 'nan'::double else pow(10, -w) end as error_mse,
                    timestamptz '2026-11-21 10:00:00+00' as started_at
                from range(1, %d) as t(w), range(1, 3) as s(c)
                """.formatted(problem, methods + 1));
        SyntheticFolder.write(folder, "solutions", "all.parquet", """
                select trial_id, 'y' || f as field, 0.01 * p as x, null::double as t, null::double as v, 1.0 as value,
                    1.1 as truth
                from '%s/trials/all.parquet', range(1, 4) as s(p), range(1, 3) as r(f)
                """.formatted(folder));
    }

    @Test
    void areTheEightWithTheLowestMedianError() {
        write(12);
        try (Results results = Results.open(folder)) {
            DrawnMethods drawn =
                    DrawnMethods.of(Findings.of(results, ReportPolicy.DEFAULT), "robertson", new Colours());

            assertThat(TrialGroup.by(drawn.findings().trials(), ReportedTrial::group)
                            .keySet())
                    .containsExactlyInAnyOrder(
                            "width = 4",
                            "width = 5",
                            "width = 6",
                            "width = 7",
                            "width = 8",
                            "width = 9",
                            "width = 10",
                            "width = 11");
            assertThat(drawn.sentence())
                    .isEqualTo(
                            " 8 of 12 methods are drawn and in the CSV: those with the lowest error (geometric mean of the"
                                    + " medians over stiffness). The table of settings has them all.");
            assertThat(TrialGroup.by(drawn.findings().trials(), ReportedTrial::group).keySet().stream()
                            .map(drawn::colour))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void areAllWhereThereAreNoMoreThanEight() {
        write(8);
        try (Results results = Results.open(folder)) {
            Findings all = Findings.of(results, ReportPolicy.DEFAULT);

            DrawnMethods drawn = DrawnMethods.of(all, "robertson", new Colours());

            assertThat(drawn.findings()).isEqualTo(all);
            assertThat(drawn.isOnePanel()).isTrue();
            assertThat(drawn.sentence()).isEmpty();
        }
    }

    /** Against the width each stiffness is a method, and has a solution of its own. */
    @Test
    void haveATruthEachWhereTheyAreDifferentProblems() throws IOException {
        write(2, "linear-decay");
        SyntheticFolder.write(folder, "solutions", "all.parquet", """
                select trial_id, 'y1' as field, 0.01 * p as x, null::double as t, null::double as v, 1.0 as value,
                    stiffness as truth
                from '%s/trials/all.parquet', range(1, 4) as s(p)
                """.formatted(folder));
        ReportPolicy overWidth = new ReportPolicy(List.of(), "width", List.of(), "error_mse < 1e-4");

        Report.write(folder, folder.resolve("report"), "results/many", overWidth, remark -> {});

        List<String> lines = Files.readAllLines(folder.resolve("report/linear-decay-lowest-solution-y1.csv"));
        assertThat(lines)
                .anyMatch(line -> line.startsWith("\"truth, stiffness = 1\",0.01,1.0"))
                .anyMatch(line -> line.startsWith("\"truth, stiffness = 2\",0.01,2.0"))
                .noneMatch(line -> line.startsWith("truth,0.01"));
    }

    @Test
    void standInEachFigureAndInItsCaption() throws IOException {
        write(12);

        String page = Files.readString(Report.write(folder, folder.resolve("report"), "results/many", remark -> {}));

        for (String name : List.of("error", "highest-solution-y1", "highest-error-profile-y2")) {
            Path csv = folder.resolve("report/robertson-" + name + ".csv");
            assertThat(Files.readAllLines(csv).stream()
                            .skip(1)
                            .map(line -> line.split(",", -1)[0])
                            .filter(series -> series.startsWith("width"))
                            .distinct())
                    .hasSize(8);
        }
        assertThat(page.split("8 of 12 methods are drawn", -1)).hasSize(1 + 9);
        assertThat(page).contains(">t</text", ">squared relative error of y2</text");
        assertThat(page).contains("<td>width = 1</td>");
    }
}
