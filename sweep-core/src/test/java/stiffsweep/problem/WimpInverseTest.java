package stiffsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.choice.Precision;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.sampling.Points;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

/** The interaction strength that the observed yield asks for. */
class WimpInverseTest {

    private static final Problem PROBLEM = new WimpInverse();

    /**
     * The strengths that solve W(z_f) = -26.1586, printed to 1e-6 with the paper and here to the digits that tolerances of
     * 1e-13 and 1e-14 share: found by what a learned strength of zero is off by.
     */
    @ParameterizedTest
    @CsvSource({
        "-0.6666666666666666, 27.636016, 27.63601587340",
        " 0,                  29.203782, 29.20378186256",
        " 2,                  31.702257, 31.70225717534"
    })
    void knowsTheStrengthOfTheObservedYield(double exponent, double printed, double tight) {
        double exact = -results(exponent, 0).getOrDefault("recovered_strength_error", Double.NaN);

        assertThat(exact).isCloseTo(printed, within(5e-7));
        assertThat(exact).isCloseTo(tight, within(1e-9));
    }

    /** The strength enters as a learned one does, with a value at each point. */
    @Test
    void truthMeetsEveryTerm() {
        Map<String, Double> known = Map.of("cosmology-exponent", 2.0, "transition", 500.0);
        double[] points = {1, 3, Math.log(50_000)};
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            Samples truth = SamplesOfTruth.of(PROBLEM, known, points, 1e-3, tensors);
            Map<String, Dual> parameters = new TreeMap<>(truth.parameters());
            parameters.put(
                    "interaction-strength",
                    SamplesOfTruth.column(new double[] {31.70225717534, 31.70225717534, 31.70225717534}, tensors));
            Samples learned = Samples.onLine(truth.x(), truth.fields(), truth.truths(), parameters);
            Residual residual = SamplesOfTruth.residual(PROBLEM, "equation", learned);
            Dual jacobian = residual.jacobian();
            assertThat(jacobian).isNotNull();
            assertThat(Tensors.values(residual.value().over(jacobian.plus(1)).value()))
                    .containsExactly(new double[points.length], within(1e-8));
            assertThat(
                            Tensors.values(SamplesOfTruth.residual(PROBLEM, "final", learned)
                                    .value()
                                    .value())[2])
                    .isCloseTo(0, within(1e-11));
        }
    }

    /** The density at a strength of the paper is the paper's; a strength beyond any solution leaves it out. */
    @Test
    void tellsWhatTheRecoveredStrengthMeans() {
        Map<String, Double> results = results(0, 29.2037);

        assertThat(results.get("recovered_strength")).isEqualTo(29.2037);
        assertThat(results.get("recovered_strength_error")).isCloseTo(29.2037 - 29.20378186256, within(1e-9));
        assertThat(results.get("omega_h2")).isCloseTo(0.12 * Math.exp(0.0261586), within(1e-9));
        assertThat(results.get("omega_h2_reference"))
                .isCloseTo(0.12 * Math.exp(26.1586 - 26.158521949505), within(1e-9));
        assertThat(results.get("sigma_v")).isCloseTo(1.494e-9, within(5e-13));
        assertThat(results(0, 1e4)).containsKey("omega_h2").doesNotContainKey("omega_h2_reference");
    }

    private static Map<String, Double> results(double exponent, double strength) {
        return PROBLEM.results(new Solved(
                parameters(exponent),
                Map.of("interaction-strength", strength),
                Points.onLine("ln x", new double[] {0, Math.log(50_000)}),
                Map.of("w", new double[] {-0.288, -0.999}),
                null));
    }

    private static Settings parameters(double exponent) {
        return SamplesOfTruth.settings(Map.of("cosmology-exponent", exponent, "transition", 500.0));
    }
}
