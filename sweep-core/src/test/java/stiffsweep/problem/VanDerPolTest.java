package stiffsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.choice.Precision;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.reference.Root;
import stiffsweep.result.Outcome;
import stiffsweep.result.TrialResult;
import stiffsweep.run.Stack;
import stiffsweep.run.StackRunner;
import stiffsweep.run.TestTrials;
import stiffsweep.sampling.Points;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

class VanDerPolTest {

    private static final VanDerPol PROBLEM = new VanDerPol();

    /** The Test Set for IVP Solvers (release 2.4, 2008): epsilon = 1/mu^2 = 1e-6. */
    @Test
    void truthHasItsPublishedEnd() {
        assertThat(SamplesOfTruth.at(truth(1000), 2)).isCloseTo(1.706167732170483, within(1e-11));
    }

    /** P. Amore, Computing the solutions of the van der Pol equation to arbitrary precision, arXiv 2111.12198. */
    @Test
    void swingsWithItsPublishedPeriod() {
        // The start is 2 and not the cycle's 2.0086: forgotten to 1e-12 after four swings.
        assertThat(period(1, 36)).isCloseTo(6.663286859323130, within(1e-9));
    }

    /** {@code (3 - 2 ln 2) mu + 7.0143 mu^(-1/3) - 2/3 ln mu / mu + O(1 / mu)}, Dorodnitsyn's expansion (1947). */
    @ParameterizedTest
    @ValueSource(doubles = {100, 1000})
    void swingsAsItsExpansionForALargeDampingSays(double mu) {
        double expansion = (3 - 2 * Math.log(2)) * mu + 7.0143 / Math.cbrt(mu) - 2 * Math.log(mu) / (3 * mu);

        assertThat(period(mu, 5)).isCloseTo(expansion, within(2 / mu));
    }

    /** The time t between the last two falls through zero before a time s. */
    private static double period(double mu, double end) {
        Truth truth = truth(mu);
        double[] points =
                IntStream.rangeClosed(0, 1000).mapToDouble(i -> end * i / 1000).toArray();
        double[] y = truth.at(Points.onLine("s", points))[0];
        double[] falls = IntStream.range(1, y.length)
                .filter(i -> y[i - 1] > 0 && y[i] <= 0)
                .mapToDouble(i -> Root.between(points[i - 1], points[i], 1e-14, s -> SamplesOfTruth.at(truth, s)))
                .toArray();
        return mu * (falls[falls.length - 1] - falls[falls.length - 2]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 30})
    void jacobianIsTheDerivativeThatTheFormulaGives(double mu) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            Samples samples = SamplesOfTruth.of(PROBLEM, Map.of("mu", mu), new double[] {0.2, 0.5, 1.3}, 1e-4, tensors);

            double[] given =
                    values(SamplesOfTruth.residual(PROBLEM, "equation", samples).jacobian());
            double[] derived = values(
                    DerivedJacobian.of(PROBLEM.declaration(), SamplesOfTruth.term(PROBLEM, "equation"), samples));
            for (int i = 0; i < given.length; i++) {
                assertThat(Math.abs(given[i])).isCloseTo(Math.abs(derived[i]), withinPercentage(1e-10));
            }
        }
    }

    @Test
    void truthMeetsItsConditions() {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            // Differences reach to both sides of a point, and the truth has none before 0: there y = 2 - mu^2 s^2 ..
            Samples samples = SamplesOfTruth.of(PROBLEM, Map.of("mu", 2.0), new double[] {4e-4}, 1e-4, tensors);

            double[] value =
                    values(SamplesOfTruth.residual(PROBLEM, "initial", samples).value());
            double[] slope = values(
                    SamplesOfTruth.residual(PROBLEM, "initial-slope", samples).value());
            assertThat(value[0]).isCloseTo(-4 * 16e-8, within(1e-8));
            assertThat(slope[0]).isCloseTo(-8 * 4e-4, within(1e-5));
        }
    }

    /** Measured: 1e-5. */
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
                        new Stack(List.of(TestTrials.trial("van-der-pol", 1, settings))),
                        List.of(),
                        (epoch, epochs, error) -> {})
                .get(0);

        assertThat(result.outcome()).isInstanceOf(Outcome.Completed.class);
        assertThat(result.measurements().getOrDefault("error_relative_l2", Double.NaN))
                .isLessThan(1e-3);
    }

    private static Truth truth(double mu) {
        return PROBLEM.truth(SamplesOfTruth.settings(Map.of("mu", mu)));
    }

    private static double[] values(@Nullable Dual dual) {
        assertThat(dual).isNotNull();
        return Tensors.values(dual.value());
    }
}
