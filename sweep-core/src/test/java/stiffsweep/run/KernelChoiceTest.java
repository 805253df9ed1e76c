package stiffsweep.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.result.TrialResult;
import stiffsweep.sweep.Trial;

/** Trainings by the kernel and by the engine: the same question, the same numbers but for round-off. */
class KernelChoiceTest {

    @ParameterizedTest
    @CsvSource({"mlp, gelu, float64, 1e-9", "head-trunk, silu, float64, 1e-9", "mlp, sine, float32, 1e-2"})
    void theKernelChangesNoNumberButByRoundOff(String kind, String activation, String precision, double tolerance) {
        TrialResult fused = trained("fused", kind, activation, precision);
        TrialResult engine = trained("engine", kind, activation, precision);
        TrialResult auto = trained("auto", kind, activation, precision);

        assertThat(fused.trial().id()).isEqualTo(engine.trial().id());
        assertThat(fused.provenance().machine().kernel()).isEqualTo("fused");
        assertThat(engine.provenance().machine().kernel()).isEqualTo("engine");
        assertThat(auto.provenance().machine().kernel()).isEqualTo("fused");
        assertThat(auto.measurements()).isEqualTo(fused.measurements());
        engine.measurements()
                .forEach((column, number) -> assertThat(fused.measurements().get(column))
                        // Round-off, which two hundred epochs make larger.
                        .as(column)
                        .isCloseTo(number, within(tolerance * Math.max(1e-6, Math.abs(number)))));
    }

    private static TrialResult trained(String kernel, String kind, String activation, String precision) {
        Map<String, Object> changes = new HashMap<>();
        changes.put("training.kernel", kernel);
        changes.put("network.kind", kind);
        changes.put("network.width", 12L);
        changes.put("network.activation", activation);
        changes.put("network.precision", precision);
        Trial trial = TestTrials.trial("linear-decay", 1, changes);
        return new StackRunner()
                .run(new Stack(List.of(trial)), List.of(), (epoch, of, error) -> {})
                .get(0);
    }
}
