package stiffsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.choice.Precision;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

/** Every stiff benchmark against its own truth, and the list of all problems. */
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
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            Samples samples = truth(problem, stiffness, tensors);
            for (LossTerm term : problem.declaration().lossTerms()) {
                double[] residual =
                        Tensors.values(term.residual(samples).value().value());
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
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            Samples samples = truth(problem, 7, tensors);
            Dual jacobian =
                    SamplesOfTruth.residual(problem, "equation", samples).jacobian();
            assertThat(jacobian).isNotNull();
            double[] difference = SamplesOfTruth.derivativeAlongField(problem, samples, 1e-6);
            double[] expected = Tensors.values(jacobian.negate().value().broadcast(new Shape(1, POINTS.length, 1)));
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
        Truth truth = Problems.named(name).truth(SamplesOfTruth.settings(Map.of("stiffness", stiffness)));
        assertThat(truth).isNotNull();
        assertThat(SamplesOfTruth.at(truth, x)).isCloseTo(expected, within(1e-15));
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
                .isSorted()
                .contains("forced-relaxation", "linear-decay", "quadratic-decay", "wimp-freeze-out");
    }

    private static Samples truth(Problem problem, double stiffness, Tensors tensors) {
        return SamplesOfTruth.of(problem, Map.of("stiffness", stiffness), POINTS, 1e-3 / stiffness, tensors);
    }
}
