package stiffsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.sweep.ProblemDeclaration.LossTerm;
import stiffsweep.sweep.Settings;
import stiffsweep.tensor.Place;
import stiffsweep.tensor.Precision;
import stiffsweep.tensor.Tensors;

/** Every problem against its own truth. */
class ProblemsTest {

    private static final double[] POINTS = {3e-7, 1e-4, 0.01, 0.1, 0.35, 1};

    @ParameterizedTest
    @CsvSource({
        "linear-decay, 1", "linear-decay, 100",
        "quadratic-decay, 1", "quadratic-decay, 100",
        "forced-relaxation, 1", "forced-relaxation, 100"
    })
    void residualsOfTheTruthVanish(String name, double stiffness) {
        Problem problem = Problems.named(name);
        try (Tensors tensors = Tensors.on(Place.cpu(), Precision.FLOAT64)) {
            Samples samples = truth(problem, stiffness, tensors);
            for (LossTerm term : problem.declaration().lossTerms()) {
                double[] residual = Tensors.values(
                        problem.residual(term.name(), samples).value().value());
                // A sixth-order difference of the truth with steps of a thousandth of 1/C leaves about 1e-11 C.
                assertThat(residual)
                        .as(term.name())
                        .containsExactly(new double[POINTS.length], within(1e-10 * stiffness));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"linear-decay", "quadratic-decay", "forced-relaxation"})
    void jacobianIsMinusTheDerivativeOfTheResidualAlongTheField(String name) {
        Problem problem = Problems.named(name);
        double step = 1e-6;
        try (Tensors tensors = Tensors.on(Place.cpu(), Precision.FLOAT64)) {
            Samples samples = truth(problem, 7, tensors);
            Dual jacobian = problem.residual("equation", samples).jacobian();
            assertThat(jacobian).isNotNull();
            NDArray ahead = equation(problem, samples, step);
            NDArray behind = equation(problem, samples, -step);
            double[] difference = Tensors.values(behind.sub(ahead).div(2 * step));
            double[] expected = Tensors.values(jacobian.value().broadcast(ahead.getShape()));
            assertThat(difference).containsExactly(expected, within(1e-6));
        }
    }

    /** Reference: the closed forms of arXiv 2602.21988, evaluated by hand. */
    @ParameterizedTest
    @CsvSource({
        "linear-decay, 10, 0.1, 0.36787944117144233",
        "quadratic-decay, 10, 0.1, 0.5",
        "forced-relaxation, 1, 0, 1"
    })
    void truthHasItsKnownValues(String name, double stiffness, double x, double expected) {
        Truth truth = Problems.named(name).truth(parameters(stiffness));
        assertThat(truth).isNotNull();
        assertThat(at(truth, x)).isCloseTo(expected, within(1e-15));
    }

    @Test
    void anUnknownProblemIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Problems.named("linear-decoy"))
                .hasMessageContaining("linear-decay")
                .hasMessageContaining("linear-decoy");
    }

    @Test
    void declarationsAreSortedByName() {
        assertThat(Problems.declarations().stream().map(declaration -> declaration.name()))
                .containsExactly("forced-relaxation", "linear-decay", "quadratic-decay", "robertson");
    }

    private static NDArray equation(Problem problem, Samples samples, double shift) {
        Jet y = new Jet(samples.y().value().plus(shift), samples.y().derivatives(), List.of());
        return problem.residual("equation", samples.with("y", y)).value().value();
    }

    private static Samples truth(Problem problem, double stiffness, Tensors tensors) {
        Truth truth = problem.truth(parameters(stiffness));
        assertThat(truth).isNotNull();
        double[] values = new double[POINTS.length];
        double[] slopes = new double[POINTS.length];
        for (int i = 0; i < POINTS.length; i++) {
            values[i] = at(truth, POINTS[i]);
            slopes[i] = slope(truth, POINTS[i], 1e-3 / stiffness);
        }
        Dual field = column(values, tensors);
        return new Samples(
                column(POINTS, tensors),
                Map.of("y", new Jet(field, List.of(column(slopes, tensors)), List.of())),
                Map.of("y", field),
                Map.of("stiffness", Dual.constant(tensors.of(new double[] {stiffness}, 1, 1, 1))));
    }

    private static double at(Truth truth, double x) {
        return truth.at(new double[] {x})[0][0];
    }

    /** The sixth-order central difference. */
    private static double slope(Truth truth, double x, double step) {
        double near = at(truth, x + step) - at(truth, x - step);
        double middle = at(truth, x + 2 * step) - at(truth, x - 2 * step);
        double far = at(truth, x + 3 * step) - at(truth, x - 3 * step);
        return (45 * near - 9 * middle + far) / (60 * step);
    }

    private static Dual column(double[] values, Tensors tensors) {
        return Dual.constant(tensors.of(values, 1, values.length, 1));
    }

    private static Settings parameters(double stiffness) {
        return new Settings(new TreeMap<>(Map.of("stiffness", stiffness)));
    }
}
