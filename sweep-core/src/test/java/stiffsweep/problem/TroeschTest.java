package stiffsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.choice.Precision;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.result.Outcome;
import stiffsweep.result.TrialResult;
import stiffsweep.run.Stack;
import stiffsweep.run.StackRunner;
import stiffsweep.run.TestTrials;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

class TroeschTest {

    private static final Troesch PROBLEM = new Troesch();

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 20})
    void jacobianIsTheDerivativeThatTheFormulaGives(double sensitivity) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            Samples samples = SamplesOfTruth.of(
                    PROBLEM, Map.of("sensitivity", sensitivity), new double[] {0.2, 0.8, 0.99}, 1e-4, tensors);

            double[] given =
                    values(SamplesOfTruth.residual(PROBLEM, "equation", samples).jacobian());
            double[] derived = values(
                    DerivedJacobian.of(PROBLEM.declaration(), SamplesOfTruth.term(PROBLEM, "equation"), samples));
            for (int i = 0; i < given.length; i++) {
                assertThat(given[i]).isCloseTo(Math.abs(derived[i]), withinPercentage(1e-10));
            }
        }
    }

    @Test
    void conditionsAskForBothEnds() {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            Samples samples = SamplesOfTruth.of(
                    PROBLEM, SamplesOfTruth.defaults(PROBLEM), new double[] {1e-3, 1 - 1e-3}, 1e-4, tensors);

            // A thousandth off the ends the truth is off by as much times its slopes, 0.04575 and 2 sinh(5/2).
            double[] left =
                    values(SamplesOfTruth.residual(PROBLEM, "left", samples).value());
            double[] right =
                    values(SamplesOfTruth.residual(PROBLEM, "right", samples).value());
            assertThat(left[0]).isCloseTo(0.04575e-3, within(1e-8));
            assertThat(right[1]).isCloseTo(-12.1e-3, within(3e-4));
        }
    }

    /** Measured: 1e-6. */
    @Test
    void isLearntByLevenbergMarquardt() {
        Map<String, Object> settings = Map.of(
                "network.width", 16L,
                "network.depth", 2L,
                "network.precision", "float64",
                "loss.weighting", "plain",
                "training.optimizer", "levenberg-marquardt",
                "points.residual.count", 150L,
                "training.epochs", 150L);

        TrialResult result = new StackRunner()
                .run(
                        new Stack(List.of(TestTrials.trial("troesch", 1, settings))),
                        List.of(),
                        (epoch, epochs, error) -> {})
                .get(0);

        assertThat(result.outcome()).isInstanceOf(Outcome.Completed.class);
        assertThat(result.measurements().getOrDefault("error_relative_l2", Double.NaN))
                .isLessThan(1e-3);
    }

    private static double[] values(@Nullable Dual dual) {
        assertThat(dual).isNotNull();
        return Tensors.values(dual.value());
    }
}
