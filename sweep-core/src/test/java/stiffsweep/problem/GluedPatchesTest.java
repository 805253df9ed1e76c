package stiffsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.choice.Precision;
import stiffsweep.formula.Functions;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Directions;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

/** The two examples of GlueNN as formulas: equation, Jacobian and ansatz, each against what shares no code with it. */
class GluedPatchesTest {

    private static final double[] POINTS = {1.1, 1.9, 4, 7.8, 20, 31};

    private Tensors tensors;

    @BeforeEach
    void openTensors() {
        tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64);
    }

    @AfterEach
    void closeTensors() {
        tensors.close();
    }

    /** The reference solver's 1e-13 over the step, for second derivatives over its square, is what is left. */
    @ParameterizedTest
    @CsvSource({"chemical-freeze-out, 1e-2, 1e-9", "vector-production, 3e-2, 1e-7"})
    void theEquationAndTheDataVanishAtTheTruth(String name, double step, double tolerance) {
        Problem problem = Problems.named(name);

        Samples truth = SamplesOfTruth.of(problem, SamplesOfTruth.defaults(problem), POINTS, step, tensors);

        assertThat(residual(problem, "equation", truth)).containsExactly(new double[POINTS.length], within(tolerance));
        assertThat(residual(problem, "data", truth)).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chemical-freeze-out", "vector-production"})
    void theJacobianIsMinusTheDerivativeOfTheEquationAlongTheField(String name) {
        Problem problem = Problems.named(name);
        Samples samples = SamplesOfTruth.of(problem, SamplesOfTruth.defaults(problem), POINTS, 3e-2, tensors);
        Dual jacobian = SamplesOfTruth.residual(problem, "equation", samples).jacobian();
        assertThat(jacobian).isNotNull();
        double step = 1e-5;
        double[] ahead = residual(problem, "equation", shifted(samples, step));
        double[] behind = residual(problem, "equation", shifted(samples, -step));

        double[] expected = Tensors.values(jacobian.value());

        for (int i = 0; i < POINTS.length; i++) {
            assertThat((behind[i] - ahead[i]) / (2 * step)).isCloseTo(expected[i], within(1e-8));
        }
    }

    /** Coefficients sin(x), sin(2x) .., whose derivatives are known, through the ansatz and by differences of it. */
    @ParameterizedTest
    @ValueSource(strings = {"chemical-freeze-out", "vector-production"})
    void theAnsatzIsDifferentiatedCoefficientsAndAll(String name) {
        Problem problem = Problems.named(name);
        double step = 1e-4;
        Samples samples = samples(problem, POINTS);
        Samples ahead = samples(problem, moved(step));
        Samples behind = samples(problem, moved(-step));
        samples.fields().forEach((field, jet) -> {
            double[] here = Tensors.values(jet.value().value());
            double[] after = values(ahead, field);
            double[] before = values(behind, field);
            double[] slope = Tensors.values(jet.derivative().value());
            double[] bend = Tensors.values(jet.secondDerivative().value());
            for (int i = 0; i < here.length; i++) {
                double scale = Math.abs(here[i]) + Math.abs(slope[i]) + Math.abs(bend[i]);
                assertThat((after[i] - before[i]) / (2 * step)).isCloseTo(slope[i], within(1e-6 * scale));
                assertThat((after[i] - 2 * here[i] + before[i]) / (step * step))
                        .isCloseTo(bend[i], within(1e-6 * scale));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"chemical-freeze-out", "vector-production"})
    void theFieldIsTheSumOfItsTerms(String name) {
        Problem problem = Problems.named(name);
        Samples samples = samples(problem, POINTS);

        double[] sum = new double[POINTS.length];
        for (int j = 1; j <= coefficients(problem); j++) {
            double[] values = values(samples, "f" + j);
            Arrays.setAll(sum, i -> sum[i] + values[i]);
        }

        assertThat(values(samples, "y")).containsExactly(sum, within(1e-12));
        assertThat(samples.fields().keySet())
                .containsExactlyElementsOf(problem.declaration().fields().stream()
                        .map(field -> field.name())
                        .toList());
    }

    /** f1 of example A is {@code e^c1 x^(3/2) e^-x}; all three terms of B are {@code e^c} at a = a*. */
    @Test
    void theTermsAreThoseOfThePaper() {
        Samples chemical = samples(Problems.named("chemical-freeze-out"), new double[] {4});
        Samples vector = samples(Problems.named("vector-production"), new double[] {0.1});

        assertThat(values(chemical, "f1")[0]).isCloseTo(Math.exp(Math.sin(4) - 4) * 8, within(1e-14));
        assertThat(values(chemical, "f2")[0]).isCloseTo(Math.exp(Math.sin(8)), within(1e-14));
        for (int j = 1; j <= 3; j++) {
            assertThat(values(vector, "f" + j)[0]).isCloseTo(Math.exp(Math.sin(0.1 * j)), within(1e-14));
        }
    }

    @ParameterizedTest
    @CsvSource({"chemical-freeze-out, patch, f1", "vector-production, patch, f1", "vector-production, late-patch, f3"})
    void aPatchTermAsksItsTermToVanish(String name, String term, String suppressed) {
        Problem problem = Problems.named(name);
        Samples samples = samples(problem, POINTS);

        assertThat(residual(problem, term, samples)).containsExactly(values(samples, suppressed));
    }

    @Test
    void anUnknownPatchIsRefusedWithTheKnownFields() {
        Samples samples = samples(Problems.named("vector-production"), POINTS);

        assertThatThrownBy(() -> GluedPatches.suppressed("f4").at(samples))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[y, f1, f2, f3, c1, c2, c3]")
                .hasMessageContaining("f4");
    }

    /** The fields that the coefficients sin(x), sin(2x) .. make. */
    private Samples samples(Problem problem, double[] points) {
        Dual x = SamplesOfTruth.column(points, tensors);
        String input = problem.declaration().input().name();
        Directions directions = Directions.alongOne(input, 2);
        Map<String, Jet> coefficients = new LinkedHashMap<>();
        for (int j = 1; j <= coefficients(problem); j++) {
            Dual angle = x.times(j);
            coefficients.put(
                    "c" + j,
                    new Jet(
                            directions,
                            angle.sin(),
                            List.of(angle.cos().times(j)),
                            List.of(angle.sin().times(-j * j))));
        }
        Functions functions = new Functions(
                Map.of(input, Jet.input(input, x, directions)),
                coefficients,
                Map.of(),
                problem.declaration().formulations().get(0).formulas());
        return Samples.onLine(x, functions.fields(), null, Map.of());
    }

    /** The number of functions that the network gives. */
    private static int coefficients(Problem problem) {
        return problem.declaration()
                .formulations()
                .get(0)
                .networks()
                .get(0)
                .functions()
                .size();
    }

    private static double[] moved(double step) {
        return Arrays.stream(POINTS).map(x -> x + step).toArray();
    }

    private static Samples shifted(Samples samples, double shift) {
        Jet y = samples.y();
        return samples.with("y", y.withValue(y.value().plus(shift)));
    }

    private static double[] residual(Problem problem, String term, Samples samples) {
        return Tensors.values(
                SamplesOfTruth.residual(problem, term, samples).value().value());
    }

    private static double[] values(Samples samples, String field) {
        return Tensors.values(samples.field(field).value().value());
    }
}
