package stiffsweep.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.SolutionPoint;
import stiffsweep.result.TrialResult;
import stiffsweep.sweep.Trial;

/**
 * A row must come out with the same bits on every x86-64 processor: its losses, errors, curve, solution and parameters. Not
 * held are eigenvalues of Hessians and steps of Levenberg-Marquardt, which the engine has a part in.
 */
class SameRowsTest {

    static Stream<Arguments> trainings() {
        return Stream.of(
                Arguments.of("forced-relaxation", "float32", "adam", Map.of("loss.weighting", "jacobian"), 319629588),
                Arguments.of("forced-relaxation", "float64", "adam", Map.of("loss.weighting", "jacobian"), -241325501),
                Arguments.of(
                        "quadratic-decay", "float32", "adam", Map.of("loss.weighting", "soft-attention"), -903117555),
                Arguments.of("vector-production", "float64", "adam", Map.of(), -1041590673),
                Arguments.of("wimp-freeze-out", "float32", "adam", Map.of(), -263232568),
                Arguments.of("viscous-burgers", "float32", "adam", Map.of("points.interior.redraw", 10L), 1416785696),
                Arguments.of(
                        "linear-transport", "float32", "adam", Map.of("loss.formulation", "micro-macro"), -473640640),
                Arguments.of("linear-decay", "float64", "lbfgs", Map.of(), 1415031214));
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void aRowIsTheSameOnEveryMachine(
            String problem, String precision, String optimizer, Map<String, Object> others, int bits) {
        Map<String, Object> changes = new HashMap<>(others);
        changes.put("network.precision", precision);
        changes.put("network.width", 7L);
        changes.put("training.optimizer", optimizer);
        changes.put("training.epochs", 40L);
        changes.put("training.stop-below", 0.0);
        changes.put("measure.curve-every", 10L);
        Trial trial = TestTrials.trial(problem, 1, changes);
        Trial other = TestTrials.trial(problem, 2, changes);

        int alone = hash(run(trial).get(0));

        assertThat(hash(run(other, trial).get(1))).as("in a stack").isEqualTo(alone);
        assertThat(alone).as("on this machine").isEqualTo(bits);
    }

    private static List<TrialResult> run(Trial... trials) {
        return new StackRunner().run(new Stack(List.of(trials)), List.of(), (epoch, of, error) -> {});
    }

    private static int hash(TrialResult result) {
        List<Double> numbers = new ArrayList<>(result.measurements().values());
        for (CurvePoint point : result.curve()) {
            numbers.add(point.lossTotal());
            numbers.addAll(point.losses().values());
            numbers.add(point.errorMse());
        }
        for (SolutionPoint point : result.solution()) {
            numbers.add(Objects.requireNonNullElse(point.value(), Double.NaN));
            numbers.add(Objects.requireNonNullElse(point.truth(), Double.NaN));
        }
        return numbers.hashCode();
    }
}
