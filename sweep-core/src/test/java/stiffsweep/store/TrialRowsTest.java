package stiffsweep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import stiffsweep.declare.Settings;
import stiffsweep.declare.SettingsSchema;
import stiffsweep.result.Outcome;
import stiffsweep.result.TrialResult;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;

class TrialRowsTest {

    private static final Outcome COMPLETED = new Outcome.Completed(Outcome.StoppedBy.EPOCHS);

    private final Sweep sweep = SampleSweep.sweep();
    private final TrialRows rows = new TrialRows(sweep);
    private final Trial decay = sweep.trials().get(0);

    @Test
    void writesEveryWayInWhichATrialCanEnd() {
        List<Outcome> endings = List.of(
                COMPLETED,
                new Outcome.Diverged("the loss was infinite"),
                new Outcome.Failed("out of memory"),
                new Outcome.TimedOut("60 s were over"),
                new Outcome.Stopped("a rule", 1000));
        assertThat(endings.stream().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Outcome.class.getPermittedSubclasses()));

        for (Outcome ending : endings) {
            Row row = row(decay, ending, Map.of());
            assertThat(row.value("outcome")).isEqualTo(ending.status().name());
            assertThat(row.value("failure")).isEqualTo(ending == COMPLETED ? null : ending.reason());
        }
    }

    @Test
    void keepsWhatWasNotMeasuredApartFromWhatCameOutAsNotANumber() {
        Row row = row(decay, COMPLETED, Map.of("error_mse", Double.NaN));
        assertThat(row.value("error_mse")).isEqualTo(Double.NaN);
        assertThat(row.value("error_max")).isNull();
    }

    @Test
    void givesMeasurementsTheTypeOfTheirColumn() {
        Row row = row(
                decay,
                COMPLETED,
                Map.of("hessian_iterations", 12.0, "hessian_converged", 0.0, "loss_equation_final", 2.0));
        assertThat(row.value("hessian_iterations")).isEqualTo(12L);
        assertThat(row.value("hessian_converged")).isEqualTo(false);
        assertThat(row.value("loss_equation_final")).isEqualTo(2.0);
    }

    @Test
    void refusesMeasurementsWithoutAColumnAndNamesThem() {
        assertThatThrownBy(() -> row(decay, COMPLETED, Map.of("eror_mse", 1.0, "seed", 2.0)))
                .hasMessageContaining("but got [eror_mse, seed]")
                .hasMessageContaining("error_mse");
    }

    @Test
    void refusesACountThatIsNoWholeNumber() {
        assertThatThrownBy(() -> row(decay, COMPLETED, Map.of("epoch_best", 1.5)))
                .hasMessage("the measurement epoch_best must be a whole number, but got 1.5");
        assertThatThrownBy(() -> row(decay, COMPLETED, Map.of("epoch_best", Double.NaN)))
                .hasMessageContaining("but got NaN");
    }

    @Test
    void writesAWeightThatIsANumberAsFixed() {
        Row row = row(decay, COMPLETED, Map.of("weight_equation", 99.0));
        assertThat(row.value("weight_equation")).isEqualTo(2.0);
        assertThat(row.value("weight_equation_rule")).isEqualTo("fixed");
    }

    @Test
    void writesAWeightThatIsARuleWithTheNumberThatTheRuleGave() {
        Trial matched = with(decay, "loss.weights.equation", SettingsSchema.STIFFNESS_MATCHED);
        Row measured = row(matched, COMPLETED, Map.of("weight_equation", 101.0));
        assertThat(measured.value("weight_equation")).isEqualTo(101.0);
        assertThat(measured.value("weight_equation_rule")).isEqualTo("stiffness-matched");
        assertThat(row(matched, COMPLETED, Map.of()).value("weight_equation")).isNull();
    }

    @Test
    void leavesSettingsOfOtherProblemsNull() {
        Row row = row(decay, COMPLETED, Map.of());
        assertThat(row.value("stiffness")).isEqualTo(10.0);
        assertThat(row.value("frequency")).isNull();
    }

    @Test
    void givesEveryColumnThatIsNeverNullAValueOfItsType() {
        for (Trial trial : sweep.trials()) {
            Row row = row(trial, COMPLETED, Map.of());
            for (Column column : rows.columns()) {
                Object value = row.value(column.name());
                if (value != null || !column.isNullable()) {
                    assertThat(value)
                            .as(column.name())
                            .isInstanceOf(column.type().javaClass());
                }
            }
            assertThat(rows.columns().stream().map(Column::name))
                    .containsAll(row.values().keySet());
        }
    }

    @Test
    void writesCurvesAndSolutionsInTheirColumns() {
        for (Trial trial : sweep.trials()) {
            TrialResult result = SampleSweep.result(trial, COMPLETED, Map.of());
            assertThat(CurveColumns.of(sweep).stream().map(Column::name))
                    .containsAll(CurveColumns.rows(result).get(0).values().keySet());
            assertThat(SolutionColumns.of(sweep).stream().map(Column::name))
                    .containsAll(SolutionColumns.rows(result).get(0).values().keySet());
        }
    }

    private Row row(Trial trial, Outcome outcome, Map<String, Double> measurements) {
        return rows.row(SampleSweep.result(trial, outcome, measurements));
    }

    private static Trial with(Trial trial, String path, Object value) {
        SortedMap<String, Object> settings = new TreeMap<>(trial.settings().values());
        settings.put(path, value);
        return new Trial(trial.id(), trial.replicate(), trial.seed(), new Settings(settings));
    }
}
