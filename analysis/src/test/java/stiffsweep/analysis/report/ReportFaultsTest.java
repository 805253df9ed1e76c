package stiffsweep.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.analysis.SyntheticFolder;

/** Reports of results that are extreme, many or broken. */
class ReportFaultsTest {

    @TempDir
    Path folder;

    private final List<String> remarks = new ArrayList<>();

    /** Two trials at each of two values of stiffness. */
    @BeforeEach
    void writeTrials() {
        SyntheticFolder.write(folder, "trials", "all.parquet", """
                select 't' || c || r as trial_id, 'stiff' as sweep, 'linear-decay' as problem, 'plain' as weighting,
                    [1.0, 690.0][c] as stiffness, r::bigint as replicate, 'COMPLETED' as outcome,
                    null::varchar as failure, 10::bigint as epochs, 1e-3 * r as error_mse,
                    10.0 * c * r as hessian_lambda_max,
                    null::double as baseline_error_relative_max, '1.5' as own, null::double as jacobian_max,
                    timestamptz '2026-11-21 10:00:00+00' as started_at
                from range(1, 3) as t(c), range(1, 3) as s(r)
                """);
    }

    /** The truth decays to e^-690; the relative errors of a solution that is wrong by 1e-3 reach 1e593, beyond a double. */
    private void writeDecayed() {
        SyntheticFolder.write(folder, "curves", "all.parquet", """
                select trial_id, e::bigint as epoch, exp(-e) as loss_total, 1e-3 as error_mse,
                    if(stiffness > 1, 'inf'::double, 1e-15 * exp(-e)) as error_relative_squared
                from '%s/trials/all.parquet', range(11) as s(e)
                """.formatted(folder));
        SyntheticFolder.write(folder, "solutions", "all.parquet", """
                select trial_id, 'y' as field, p / 100.0 as x, null::double as t, null::double as v,
                    exp(-stiffness * p / 100) as truth, exp(-stiffness * p / 100) + 1e-3 * replicate as value
                from '%s/trials/all.parquet', range(1, 101) as s(p)
                """.formatted(folder));
    }

    @Test
    void drawsNoErrorRelativeToATruthThatHasDecayedToNothing() throws IOException {
        writeDecayed();

        String page = Files.readString(write());

        assertThat(remarks).isEmpty();
        assertThat(names())
                .contains("linear-decay-lowest-error-training.svg", "linear-decay-highest-error-profile.svg")
                .doesNotContain("linear-decay-highest-error-training.svg");
        assertThat(page)
                .contains("stiffness = 690: the mean squared relative error in training is not drawn. The truth falls"
                        + " below 1e-6 of its largest size")
                .contains("where the size of the truth is above 1e-6 of its largest");
        // e^(-690 (x - 0.01)) is 1e-6 at x = 0.03: of the hundred points two are left, and one is on the edge.
        assertThat(Files.readAllLines(folder.resolve("report/linear-decay-highest-error-profile.csv")))
                .hasSize(1 + 3);
    }

    @Test
    void saysWhereNoNumberCanBeDrawn() throws IOException {
        SyntheticFolder.write(folder, "curves", "all.parquet", """
                select trial_id, e::bigint as epoch, 0.0 as loss_total, 1e-3 as error_mse
                from '%s/trials/all.parquet', range(3) as s(e)
                """.formatted(folder));

        assertThat(Files.readString(write()))
                .contains("stiffness = 1: total loss is not drawn: none of its values is positive and finite.");
    }

    @Test
    void drawsWhateverADoubleHolds() throws IOException {
        SyntheticFolder.write(folder, "curves", "all.parquet", """
                select trial_id, e::bigint as epoch, [1e308, 1e-320, 'inf'::double, 0, -1, 'nan'::double, 4e296][e] as loss_total,
                    1e-3 as error_mse
                from '%s/trials/all.parquet', range(1, 8) as s(e)
                """.formatted(folder));
        SyntheticFolder.write(folder, "solutions", "all.parquet", """
                select trial_id, 'y' as field, [-1e308, 1e-320, 1, 1e308][p] as x, null::double as t, null::double as v,
                    [1e308, -1e308, 'inf'::double, 1e-320][p] as value, [1e-320, 1.0, -1.7e308, 1e308][p] as truth
                from '%s/trials/all.parquet', range(1, 5) as s(p)
                """.formatted(folder));

        String page = Files.readString(write());

        assertThat(remarks).isEmpty();
        // Of the seven losses of each of two replicates three are positive and finite.
        assertThat(page).contains("Left out are 8 values that are zero, negative or not finite.");
        assertThat(names()).contains("linear-decay-lowest-training.png");
    }

    @Test
    void whatGoesWrongInOneFigureCostsThatFigureAndItsOldFiles() throws IOException {
        writeDecayed();
        write();
        assertThat(names()).contains("linear-decay-lowest-solution-y.svg");
        SyntheticFolder.write(folder, "solutions", "all.parquet", """
                select trial_id, 'y' as field, 'here' as x, null::double as t, null::double as v, 1.0 as value, 1.0 as truth
                from '%s/trials/all.parquet'
                """.formatted(folder));

        String page = Files.readString(write());

        assertThat(page)
                .contains("Figure linear-decay-lowest-solution is missing: the results cannot be read so")
                .contains("aria-label=\"linear-decay: error against the truth\"");
        assertThat(names())
                .contains("linear-decay-error.svg", "linear-decay-lowest-training.csv")
                .noneMatch(name -> name.contains("solution") || name.contains("profile"));
        assertThat(remarks)
                .allMatch(remark -> remark.contains("left out of the report: ") && !remark.contains("\n"))
                .anyMatch(remark -> remark.startsWith("figure linear-decay-lowest-solution"));
    }

    @Test
    void leavesFilesOfOthersAlone() throws IOException {
        Files.createDirectories(folder.resolve("report"));
        Files.writeString(folder.resolve("report/linear-decay-notes.csv"), "mine");
        Files.writeString(folder.resolve("report/my-error.svg"), "mine");

        write();

        assertThat(names()).contains("linear-decay-notes.csv", "my-error.svg");
    }

    @Test
    void whatGoesWrongInOneTableCostsThatTable() throws IOException {
        SyntheticFolder.write(folder, "trials", "all.parquet", """
                select 't1' as trial_id, 'stiff' as sweep,
                    'linear-decay' as problem, 1.0 as stiffness, 0::bigint as replicate, 'COMPLETED' as outcome,
                    null::varchar as failure, 10::bigint as epochs, 1e-3 as error_mse,
                    null::double as baseline_error_relative_max, 'no number' as own, null::double as jacobian_max,
                    timestamptz '2026-11-21 10:00:00+00' as started_at
                """);

        String page = Files.readString(write());

        assertThat(page)
                .contains("The part &quot;What the problems measure themselves&quot; is missing: ")
                .contains("<h2>Settings</h2>", "<h2>Made by</h2>", "<h2>To cite</h2>");
        assertThat(remarks).hasSize(1);
    }

    private Path write() {
        return Report.write(folder, folder.resolve("report"), "results/stiff", remarks::add);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("report"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
