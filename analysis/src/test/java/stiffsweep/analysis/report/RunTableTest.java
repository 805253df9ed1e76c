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
                        method    trials                      error_mse  interval      level          lambda_max  epochs
                        --------  --------------------------  ---------  ------------  -------------  ----------  ------
                        jacobian  5                                1e-6  2.5e-7..4e-6  95 %               1004.8   20000
                        plain     5: 3 completed, 2 diverged      0.421  0.42..0.42    range (n = 3)    1.0071e8   20000
                        """);
    }

    @Test
    void hasNoMedianWhereHalfOrMoreDidNotComplete() {
        SyntheticFolder.write(folder, "trials", "all.parquet", """
                select 't' || range as trial_id, 'own' as sweep, 'mine' as problem, 'plain' as weighting,
                    1.0 + range // 5 as stiffness, range % 5 as replicate,
                    case when range in (0, 1, 2) then 'DIVERGED' when range = 5 then 'FAILED' when range >= 10 then 'STOPPED'
                        else 'COMPLETED' end as outcome,
                    'why' as failure, 10::bigint as epochs, 0.1 + range as error_mse, 1.0 as hessian_lambda_max,
                    timestamptz '2026-11-21 10:00:00+00' as started_at
                from range(15)
                """);
        try (Results results = Results.open(folder)) {
            assertThat(RunTable.summary(results).asText()).isEqualTo("""
                            stiffness  trials                      error_mse                  interval  level          lambda_max  epochs
                            ---------  --------------------------  -------------------------  --------  -------------  ----------  ------
                                    1  5: 2 completed, 3 diverged  did not converge (3 of 5)  -         -                       -       -
                                    2  5: 4 completed, 1 failed    7.6                        6.1..9.1  range (n = 4)           1      10
                                    3  5: 5 stopped                stopped early (5 of 5)     -         -                       -       -
                            """);
            assertThat(RunTable.caption(results))
                    .endsWith(
                            "6 of 15 trials completed, 3 diverged, 1 failed, 5 stopped; the others are in no median, interval or"
                                    + " fit.");
        }
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
        Table table = summary("weight_initial_rule = 'fixed' and stiffness < 9000");

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
