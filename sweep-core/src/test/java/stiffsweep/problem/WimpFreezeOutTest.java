package stiffsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.choice.Precision;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Directions;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.sampling.Points;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

/** The freeze-out against its own reference solution and the numbers that the paper and its code have. */
class WimpFreezeOutTest {

    private static final Problem PROBLEM = new WimpFreezeOut();

    /** In equilibrium, freezing out, frozen; on both sides of the transition at 6.2146. */
    private static final double[] POINTS = {0.4, 1, 2, 2.7, 3.05, 3.3, 4, 6, 6.5, 9};

    @ParameterizedTest
    @CsvSource({"27.6359, -0.6666666666666666", "29.2037, 0", "31.7022, 2"})
    void residualOfTheTruthVanishesBesideItsJacobian(double strength, double exponent) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            Samples truth = SamplesOfTruth.of(PROBLEM, parameters(strength, exponent), POINTS, 1e-3, tensors);
            Residual residual = SamplesOfTruth.residual(PROBLEM, "equation", truth);
            Dual jacobian = residual.jacobian();
            assertThat(jacobian).isNotNull();
            double[] normalised =
                    Tensors.values(residual.value().over(jacobian.plus(1)).value());
            // The truth's 1e-12 of W over the difference's step.
            assertThat(normalised).containsExactly(new double[POINTS.length], within(1e-8));
        }
    }

    @Test
    void jacobianIsTheDerivativeOfTheResidualAlongTheLogarithmOfTheYield() {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            Samples truth = SamplesOfTruth.of(PROBLEM, parameters(29.2037, 2), POINTS, 1e-3, tensors);
            Dual jacobian = SamplesOfTruth.residual(PROBLEM, "equation", truth).jacobian();
            assertThat(jacobian).isNotNull();
            double[] alongField = SamplesOfTruth.derivativeAlongField(PROBLEM, truth, 1e-7);
            double[] expected = Tensors.values(jacobian.value());
            for (int i = 0; i < POINTS.length; i++) {
                double alongLogarithm = alongField[i] / 26.1586;
                assertThat(alongLogarithm / expected[i]).as("at " + POINTS[i]).isCloseTo(1, within(1e-5));
            }
        }
    }

    /** Spec: {@code |J| = 2 e^C Y0} at the start, log10 of it 9.710 and 10.829; and W0 / 26.1586 with W0 = -7.537930248. */
    @ParameterizedTest
    @CsvSource({"29.2037, 0, 9.710", "27.6359, -0.6666666666666666, 10.829"})
    void startsInEquilibriumAsStiffAsPublished(double strength, double exponent, double log10) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            Samples start = samples(new double[] {0}, -7.537930248 / 26.1586, 0, strength, exponent, tensors);
            Dual jacobian = SamplesOfTruth.residual(PROBLEM, "equation", start).jacobian();
            assertThat(jacobian).isNotNull();
            assertThat(Math.log10(Tensors.values(jacobian.value())[0])).isCloseTo(log10, within(6e-4));
        }
        Truth truth = PROBLEM.truth(SamplesOfTruth.settings(parameters(strength, exponent)));
        assertThat(truth).isNotNull();
        assertThat(SamplesOfTruth.at(truth, 0)).isCloseTo(-7.537930248 / 26.1586, within(1e-10));
    }

    /** The code's own check of its plain loss: a constant field of -0.5 gives 2.2e22 for C = 29.2037. */
    @Test
    void residualOfAConstantFieldIsThePublishedOneInSinglePrecision() {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT32)) {
            double[] points = new double[1000];
            Arrays.setAll(points, i -> Math.log(50_000) * i / 999);
            Samples constant = samples(points, -0.5, 0, 29.2037, 0, tensors);
            Dual residual =
                    SamplesOfTruth.residual(PROBLEM, "equation", constant).value();
            double mean = Tensors.values(residual.square().meanPerTrial().value())[0];
            assertThat(mean).isCloseTo(2.2e22, within(5e20));
        }
    }

    /** A squared Jacobian beyond 3e38 would make the weighted residual zero where it is largest. */
    @ParameterizedTest
    @CsvSource({"27.6359, -0.6666666666666666", "29.2037, 0", "31.7022, 2"})
    void staysWithinSinglePrecisionBeyondTheFieldsRange(double strength, double exponent) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT32)) {
            for (double field : new double[] {-1.05, -1, -0.5, 0, 0.3}) {
                Samples samples = samples(new double[] {0, 0.4, 3, 6.3, 10.8}, field, 1, strength, exponent, tensors);
                Residual residual = SamplesOfTruth.residual(PROBLEM, "equation", samples);
                Dual jacobian = residual.jacobian();
                assertThat(jacobian).isNotNull();
                assertThat(
                                Tensors.values(
                                        residual.value().square().meanPerTrial().value())[0])
                        .isFinite();
                assertThat(Tensors.values(jacobian.square().sumPerTrial().value())[0])
                        .isFinite();
            }
        }
    }

    /**
     * The final W of the paper as its authors' solver (BDF, 1e-7 and 1e-9) has it, and the tight value: the same to 3e-12
     * from tolerances of 1e-13 and of 1e-14, and for the standard cosmology to 6e-12 with SciPy 1.17's Radau at 1e-12. The
     * published ones are right to 1.4e-5, half a millionth of W.
     */
    @ParameterizedTest
    @CsvSource({
        "27.6359, -0.6666666666666666, -26.158483, -26.158492636864",
        "29.2037,  0,                  -26.158508777959046, -26.158521949505",
        "31.7022,  2,                  -26.158535, -26.158542888438"
    })
    void freezesOutAsPublished(double strength, double exponent, double published, double tight) {
        Truth truth = PROBLEM.truth(SamplesOfTruth.settings(parameters(strength, exponent)));
        assertThat(truth).isNotNull();
        double frozen = 26.1586 * SamplesOfTruth.at(truth, Math.log(50_000));

        assertThat(frozen).isCloseTo(tight, within(1e-11));
        assertThat(frozen).isCloseTo(published, within(1.4e-5));
    }

    /** The profile of the published code at those of its 1000 points that are next to round ones, to the digits printed. */
    @Test
    void followsThePublishedProfile() {
        double spacing = Math.log(50_000) / 999;
        double[] points = Arrays.stream(new double[] {0, 0.4, 1, 2, 2.5, 3, 3.22, 3.5, 4, 5, 6, 8})
                .map(z -> spacing * Math.rint(z / spacing))
                .toArray();
        Truth truth = PROBLEM.truth(SamplesOfTruth.settings(parameters(29.2037, 0)));
        assertThat(truth).isNotNull();

        assertThat(truth.at(line(points))[0])
                .containsExactly(
                        new double[] {
                            -0.2882, -0.2840, -0.2963, -0.4185, -0.5731, -0.8406, -0.9295, -0.9614, -0.9814, -0.9942,
                            -0.9980, -0.9997
                        },
                        within(5.1e-5));
        assertThat(SamplesOfTruth.at(truth, points[5])).isCloseTo(truth.at(line(points))[0][5], within(1e-11));
    }

    /** On a part of the domain it is the same solution that is asked for. */
    @Test
    void startsFromItsSolutionWhereThePointsStartLater() {
        Truth truth = PROBLEM.truth(SamplesOfTruth.settings(parameters(29.2037, 0)));
        assertThat(truth).isNotNull();
        double[] later = {2.5, 3};
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            Samples samples = SamplesOfTruth.of(PROBLEM, parameters(29.2037, 0), later, 1e-3, tensors);
            assertThat(Tensors.values(SamplesOfTruth.residual(PROBLEM, "initial", samples)
                            .value()
                            .value()))
                    .containsExactly(0, 0);
        }

        assertThat(SamplesOfTruth.at(truth, 2.5)).isCloseTo(-0.5731, within(5e-3));
        assertThatThrownBy(() -> truth.at(line(-1, 0)))
                .hasMessageContaining("z = 0")
                .hasMessageContaining("points.residual.from");
    }

    /** Table 1 of the paper, for 100 GeV: four digits of the cross section, and Omega h^2 of the reference solution. */
    @ParameterizedTest
    @CsvSource({
        "27.6359, -0.6666666666666666, 3.115e-10",
        "29.2037,  0,                  1.494e-9",
        "31.7022,  2,                  1.817e-8"
    })
    void tellsTheDensityAndTheCrossSection(double strength, double exponent, double crossSection) {
        Map<String, Double> parameters = parameters(strength, exponent);
        Truth truth = PROBLEM.truth(SamplesOfTruth.settings(parameters));
        assertThat(truth).isNotNull();
        double[] points = {0, Math.log(50_000)};
        Map<String, Double> results = PROBLEM.results(new Solved(
                SamplesOfTruth.settings(parameters),
                Map.of(),
                line(points),
                Map.of("w", truth.at(line(points))[0]),
                null));

        assertThat(results.get("omega_h2")).isCloseTo(0.12001, within(5e-6));
        assertThat(results.get("sigma_v")).isCloseTo(crossSection, within(crossSection * 5e-4));
    }

    /** A field that has one value and one slope everywhere. */
    private static Samples samples(
            double[] points, double value, double slope, double strength, double exponent, Tensors tensors) {
        Dual z = SamplesOfTruth.column(points, tensors);
        Dual zero = z.times(0);
        return Samples.onLine(
                z,
                Map.of(
                        "w",
                        new Jet(Directions.alongOne("x", 1), zero.plus(value), List.of(zero.plus(slope)), List.of())),
                null,
                SamplesOfTruth.numbers(parameters(strength, exponent), tensors));
    }

    private static Points line(double... points) {
        return Points.onLine("x", points);
    }

    private static Map<String, Double> parameters(double strength, double exponent) {
        return Map.of("interaction-strength", strength, "cosmology-exponent", exponent, "transition", 500.0);
    }
}
