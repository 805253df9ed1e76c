package stiffsweep.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.SyntheticFolder;
import stiffsweep.analysis.Table;

class RunTableTest {

    @TempDir
    Path folder;

    @Test
    void hasARowForEachSettingWithItsOutcomes() {
        Table table = summary("problem = 'linear-decay' and weight_initial_rule = 'fixed' and stiffness > 3000");

        assertThat(table.asText()).isEqualTo("""
                        method    trials                      error_mse  interval_95   lambda_max  epochs
                        --------  --------------------------  ---------  ------------  ----------  ------
                        jacobian  5                                1e-6  2.5e-7..4e-6      1004.8   20000
                        plain     5: 3 completed, 2 diverged      0.421  0.42..0.42      1.0071e8   20000
                        """);
    }

    @Test
    void namesWhatVaries() {
        assertThat(summary("true").columns()).startsWith("problem", "method", "stiffness", "trials");
        assertThat(summary("true").rows()).hasSize(2 * 3 * 8);
    }

    @Test
    void takesWhatAProblemMeasuresItselfForNoSetting() {
        SyntheticFolder.write(folder, "trials", "all.parquet", """
                select 't' || range as trial_id, 'own' as sweep, 'mine' as problem, 'plain' as weighting,
                    range // 3 as stiffness, range % 3 as replicate, 'COMPLETED' as outcome, null::varchar as failure,
                    10::bigint as epochs, 0.1 as error_mse, random() as saturation,
                    timestamptz '2026-11-21 10:00:00+00' as started_at
                from range(6)
                """);
        try (Results results = Results.open(folder)) {
            Table table = RunTable.summary(results);
            assertThat(table.columns()).startsWith("stiffness", "trials");
            assertThat(table.rows()).hasSize(2);
        }
    }

    @Test
    void fitsAHundredColumnsForTwoWeightings() {
        Table table = summary("weight_initial_rule = 'fixed' and outcome = 'COMPLETED'");

        assertThat(table.asText().lines()).allMatch(line -> line.length() <= 100);
    }

    private Table summary(String condition) {
        Path sweep = folder.resolve(Integer.toString(condition.hashCode()));
        SyntheticFolder.writeSweep(sweep, "all", condition);
        try (Results results = Results.open(sweep)) {
            return RunTable.summary(results);
        }
    }
}
