package stiffsweep.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitTest {

    private static final Fit EIGENVALUE = Fit.of("stiffness", "hessian_lambda_max");

    @TempDir
    static Path folder;

    private static Results results;

    @BeforeAll
    static void open() {
        SyntheticFolder.writeSweep(folder, "all", "problem = 'linear-decay'");
        results = Results.open(folder);
    }

    @AfterAll
    static void close() {
        results.close();
    }

    @Test
    void findsTheLawOfEachMethodByItself() {
        Table table = EIGENVALUE.table(results);

        assertThat(table.columns()).startsWith("problem", "weighting", "weight_initial_rule", "exponent");
        assertThat(table.column("weight_initial_rule")).containsExactly("fixed", "fixed", "stiffness-matched");
        assertThat(table.column("weighting")).containsExactly("jacobian", "plain", "plain");
        assertThat((Double) table.column("exponent").get(0)).isCloseTo(0.6, within(1e-6));
        assertThat((Double) table.column("exponent").get(2)).isCloseTo(1.2, within(1e-6));
        assertThat((Double) table.column("log10_prefactor").get(0)).isCloseTo(Math.log10(4), within(1e-6));
    }

    @Test
    void countsWhatItLeavesOutAndSaysWhy() {
        Table table = EIGENVALUE.table(results);

        assertThat(table.column("points")).containsExactly(40L, 38L, 40L);
        assertThat(table.column("left_out")).containsExactly(0L, 2L, 0L);
        assertThat(table.column("left_out_why")).containsExactly("", "2 diverged", "");
    }

    @Test
    void fitsOnlyTheTrialsInQuestion() {
        Table table = EIGENVALUE
                .by(List.of("weighting"))
                .where("weighting = 'jacobian' or replicate > 9")
                .table(results);

        assertThat(table.column("weighting")).containsExactly("jacobian");
        assertThat(table.column("replicates")).containsExactly(5L);
    }

    @Test
    void saysWhichSettingsAGroupPools() {
        Table all = EIGENVALUE.by(List.of("problem")).table(results);
        Table separate = EIGENVALUE.table(results);

        assertThat(all.column("pooled_over").toString())
                .isEqualTo("[weighting (2 values), weight_initial_rule (2 values)]");
        assertThat(separate.column("pooled_over")).containsOnly("");
    }

    @Test
    void groupsByEverySettingThatVariesWhateverItsDigits() {
        Path near = folder.resolve("near");
        SyntheticFolder.write(near, "trials", "all.parquet", """
                select 't' || row_number() over () as trial_id, 'near' as sweep, 'linear-decay' as problem,
                    'plain' as weighting, stiffness::double as stiffness, rate::double as learning_rate,
                    stiffness * 10::double as moves_with_x, replicate, 'COMPLETED' as outcome,
                    stiffness * rate as error_mse, timestamptz '2026-11-21 10:00:00+00' as started_at
                from (values (1), (10), (100)) as s(stiffness), (values (0.01), (1e-3), (0.001000001)) as r(rate), range(2) as p(replicate)
                """);
        try (Results three = Results.open(near)) {
            Table table = Fit.of("stiffness", "error_mse").table(three);

            assertThat(table.columns()).startsWith("problem", "weighting", "learning_rate", "exponent");
            assertThat(table.column("learning_rate")).containsExactly(1e-3, 0.001000001, 0.01);
            assertThat(table.column("interval")).containsOnly("range (n = 2)");
            assertThat(table.asText()).contains("0.001  ", "0.001000001  ");
        }
    }

    @Test
    void takesNoTrialThatDidNotCompleteForAMeasurement() {
        Path diverged = folder.resolve("diverged");
        SyntheticFolder.write(diverged, "trials", "all.parquet", """
                select 't' || row_number() over () as trial_id, 'd' as sweep, 'linear-decay' as problem,
                    'plain' as weighting, stiffness::double as stiffness, replicate,
                    case when stiffness < 1000 then 'COMPLETED' when replicate = 0 then 'STOPPED' else 'DIVERGED' end as outcome,
                    if(stiffness < 1000, stiffness, 0.757) as error_mse, timestamptz '2026-11-21 10:00:00+00' as started_at
                from (values (1), (10), (100), (1000)) as s(stiffness), range(5) as p(replicate)
                """);
        try (Results some = Results.open(diverged)) {
            Table table = Fit.of("stiffness", "error_mse").table(some);

            assertThat((Double) table.column("exponent").get(0)).isCloseTo(1, within(1e-3));
            assertThat(table.column("points")).containsExactly(15L);
            assertThat(table.column("left_out")).containsExactly(5L);
            assertThat(table.column("left_out_why")).containsExactly("4 diverged, 1 stopped");
        }
    }

    @Test
    void saysThatASingleReplicateHasNoInterval() {
        Table table =
                EIGENVALUE.where("replicate = 3 and weighting = 'jacobian'").table(results);

        assertThat(table.column("lower")).containsOnlyNulls();
        assertThat(table.column("remark").toString()).contains("one replicate");
    }

    @Test
    void refusesWhatHasNoLaw() {
        refuses(Fit.of("stifness", "error_mse"), "but got stifness; nearest are stiffness");
        refuses(EIGENVALUE.by(List.of("weigthing")), "but got weigthing; nearest are weighting");
        refuses(Fit.of("stiffness", "precision"), "needs a column of numbers, but got precision of type VARCHAR");
        refuses(Fit.of("learning_rate", "error_mse"), "learning_rate must take at least two values");
        refuses(EIGENVALUE.where("stiffness > 1e9"), "no such values in 0 trials where stiffness > 1e9");
        refuses(EIGENVALUE.where("stifness > 1"), "column \"stifness\" not found");
    }

    private static void refuses(Fit fit, String sentence) {
        assertThatThrownBy(() -> fit.table(results))
                .isInstanceOf(AnalysisException.class)
                .hasMessageContaining(sentence);
    }
}
