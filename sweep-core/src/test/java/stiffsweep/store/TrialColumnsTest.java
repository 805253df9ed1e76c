package stiffsweep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import stiffsweep.declare.CommonSettings;

/** Keeps the names that queries and notebooks are written with. */
class TrialColumnsTest {

    private final List<Column> columns = TrialColumns.of(SampleSweep.sweep());

    @Test
    void hasEveryNameThatQueriesRelyOn() {
        assertThat(names())
                .contains(
                        "trial_id",
                        "sweep",
                        "problem",
                        "weighting",
                        "optimizer",
                        "precision",
                        "replicate",
                        "seed",
                        "outcome",
                        "failure",
                        "epochs",
                        "epoch_best",
                        "loss_total",
                        "loss_total_final",
                        "error_mse",
                        "error_relative_l2",
                        "error_relative_squared",
                        "error_max",
                        "hessian_lambda_max",
                        "hessian_lambda_max_total",
                        "hessian_converged",
                        "hessian_iterations",
                        "hessian_total_converged",
                        "hessian_total_iterations",
                        "jacobian_max",
                        "train_seconds",
                        "epochs_resumed",
                        "schema_version",
                        "config_hash",
                        "code_version",
                        "engine_version",
                        "engine_threads",
                        "spark_version",
                        "java_version",
                        "device",
                        "host",
                        "started_at",
                        "ended_at",
                        "attempt");
    }

    @Test
    void hasTheParametersWeightsAndLossesOfEveryProblem() {
        assertThat(names())
                .contains(
                        "stiffness",
                        "frequency",
                        "residual_count",
                        "weight_equation",
                        "weight_equation_rule",
                        "weight_end_point",
                        "loss_equation",
                        "loss_equation_final",
                        "loss_end_point");
    }

    @Test
    void hasOneColumnForEachCommonSetting() {
        assertThat(names())
                .containsAll(CommonSettings.all().stream()
                        .map(setting -> setting.column())
                        .toList());
        assertThat(names()).doesNotHaveDuplicates();
    }

    @Test
    void letsOnlySettingsThatAProblemMayLackBeNull() {
        assertThat(column("width").isNullable()).isFalse();
        assertThat(column("frequency").isNullable()).isTrue();
    }

    @Test
    void putsWhatWasAskedBeforeWhatCameOfIt() {
        assertThat(names()).startsWith("trial_id", "sweep", "problem").endsWith("attempt");
        assertThat(names()).containsSubsequence("problem", "stiffness", "weighting", "width", "outcome", "error_mse");
    }

    @Test
    void takesTypesFromTheDeclaration() {
        assertThat(column("stiffness").type()).isEqualTo(ColumnType.NUMBER);
        assertThat(column("residual_count").type()).isEqualTo(ColumnType.COUNT);
        assertThat(column("measure_hessian").type()).isEqualTo(ColumnType.SWITCH);
        assertThat(column("weight_equation").type()).isEqualTo(ColumnType.NUMBER);
        assertThat(column("weight_equation_rule").type()).isEqualTo(ColumnType.WORD);
        assertThat(column("started_at").type()).isEqualTo(ColumnType.MOMENT);
    }

    @Test
    void refusesAParameterThatWouldTakeTheNameOfAResult() {
        assertThatThrownBy(() -> TrialColumns.of(SampleSweep.sweep(SampleSweep.problem("decay", "seed", "equation"))))
                .hasMessageContaining("a result column must have one meaning")
                .hasMessageContaining("seed");
    }

    @Test
    void refusesAParameterThatHasAnotherTypeInAnotherProblem() {
        assertThatThrownBy(() -> TrialColumns.of(SampleSweep.sweep(SampleSweep.problem("decay", "width", "equation"))))
                .hasMessageContaining("width is NUMBER and COUNT");
    }

    private List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    private Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
