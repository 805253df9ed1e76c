package stiffsweep.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.problem.LinearDecay;
import stiffsweep.problem.Problem;
import stiffsweep.problem.QuadraticDecay;
import stiffsweep.problem.Samples;
import stiffsweep.tensor.Place;
import stiffsweep.tensor.Precision;
import stiffsweep.tensor.Tape;
import stiffsweep.tensor.Tensors;

/** The loss of the equation against numbers worked out by hand: y = 0.5 and 2, y' = 1 and -3, C = 2. */
class WeightingTest {

    @Test
    void plainLossIsTheMeanSquaredResidual() {
        // r = y' + C y = 2 and 1.
        assertThat(lossOf(new LinearDecay(), Weighting.PLAIN)).isCloseTo((4 + 1) / 2.0, within(1e-15));
    }

    @Test
    void jacobianLossDividesTheSquareByOnePlusTheSquaredJacobian() {
        // J = -2 for the linear problem; J = -2 C y = -2 and -8 for the quadratic one, where r = y' + C y^2 = 1.5 and
        // 5.
        assertThat(lossOf(new LinearDecay(), Weighting.JACOBIAN)).isCloseTo((4 / 5.0 + 1 / 5.0) / 2, within(1e-15));
        assertThat(lossOf(new QuadraticDecay(), Weighting.JACOBIAN))
                .isCloseTo((2.25 / 5 + 25 / 65.0) / 2, within(1e-15));
    }

    @Test
    void gradientFlowsThroughAJacobianThatDependsOnTheField() {
        // d/dy of r^2 / (1 + J^2) at y = 0.5: (2 r 2 C y (1 + J^2) - r^2 2 J (-2 C)) / (1 + J^2)^2, half of it in the
        // mean.
        double expected = (2 * 1.5 * 2 * 5 - 2.25 * 2 * -2 * -4) / 25 / 2;
        try (Tensors tensors = Tensors.on(Place.cpu(), Precision.FLOAT64)) {
            NDArray gradient = Tape.gradient(
                    field(tensors), leaf -> loss(new QuadraticDecay(), Weighting.JACOBIAN, leaf, tensors));
            assertThat(Tensors.values(gradient)[0]).isCloseTo(expected, within(1e-15));
        }
    }

    private static double lossOf(Problem problem, Weighting weighting) {
        try (Tensors tensors = Tensors.on(Place.cpu(), Precision.FLOAT64)) {
            return Tensors.values(loss(problem, weighting, field(tensors), tensors))[0];
        }
    }

    private static NDArray loss(Problem problem, Weighting weighting, NDArray field, Tensors tensors) {
        Dual y = Dual.constant(field);
        Dual slope = Dual.constant(tensors.of(new double[] {1, -3}, 1, 2, 1));
        Dual stiffness = Dual.constant(tensors.of(new double[] {2}, 1, 1, 1));
        Samples samples = new Samples(
                y, Map.of("y", new Jet(y, List.of(slope), List.of())), Map.of("y", y), Map.of("stiffness", stiffness));
        return new LossTerms(problem, weighting)
                .values(Map.of("residual", samples, "start", samples))
                .split(1, 1, 1)
                .get(0)
                .value();
    }

    private static NDArray field(Tensors tensors) {
        return tensors.of(new double[] {0.5, 2}, 1, 2, 1);
    }
}
