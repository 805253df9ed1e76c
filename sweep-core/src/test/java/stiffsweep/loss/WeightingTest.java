package stiffsweep.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import stiffsweep.choice.Choice;
import stiffsweep.choice.Precision;
import stiffsweep.declare.CommonSettings;
import stiffsweep.declare.Law;
import stiffsweep.declare.Setting;
import stiffsweep.declare.Weighting;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Directions;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.problem.LinearDecay;
import stiffsweep.problem.Problem;
import stiffsweep.problem.QuadraticDecay;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tape;
import stiffsweep.tensor.Tensors;

/** The loss of the equation against numbers worked out by hand: y = 0.5 and 2, y' = 1 and -3, C = 2. */
class WeightingTest {

    private static final PointWeights JACOBIAN = new ScaledWeights(ScaledWeights.Scale.JACOBIAN, false);
    private static final PointWeights FIELD = new ScaledWeights(ScaledWeights.Scale.FIELD, false);

    @Test
    void everyWordOfTheSettingIsAWeighting() {
        Setting setting = CommonSettings.all().stream()
                .filter(candidate -> candidate.path().equals("loss.weighting"))
                .findFirst()
                .orElseThrow();
        List<Weighting> named = ((Law.OneOf) setting.law())
                .words().stream().map(word -> Choice.of(Weighting.class, word)).toList();
        assertThat(named).containsExactly(Weighting.values());
    }

    @Test
    void plainLossIsTheMeanSquaredResidual() {
        // r = y' + C y = 2 and 1.
        assertThat(lossOf(new LinearDecay(), new PlainWeights())).isCloseTo((4 + 1) / 2.0, within(1e-15));
    }

    @Test
    void jacobianLossDividesTheSquareByOnePlusTheSquaredJacobian() {
        // J = -2 for the linear problem; J = -2 C y = -2 and -8 for the quadratic one, where r = y' + C y^2 = 1.5 and
        // 5.
        assertThat(lossOf(new LinearDecay(), JACOBIAN)).isCloseTo((4 / 5.0 + 1 / 5.0) / 2, within(1e-15));
        assertThat(lossOf(new QuadraticDecay(), JACOBIAN)).isCloseTo((2.25 / 5 + 25 / 65.0) / 2, within(1e-15));
    }

    @Test
    void fieldLossDividesTheSquareByTheSquaredField() {
        assertThat(lossOf(new QuadraticDecay(), FIELD)).isCloseTo((2.25 / 0.25 + 25 / 4.0) / 2, within(1e-15));
    }

    @Test
    void gradientFlowsThroughAJacobianThatDependsOnTheField() {
        // d/dy of r^2 / (1 + J^2) at y = 0.5: (2 r 2 C y (1 + J^2) - r^2 2 J (-2 C)) / (1 + J^2)^2, half of it in the
        // mean.
        double expected = (2 * 1.5 * 2 * 5 - 2.25 * 2 * -2 * -4) / 25 / 2;
        assertThat(slopeOf(JACOBIAN)).isCloseTo(expected, within(1e-15));
    }

    @Test
    void gradientFlowsThroughTheFieldThatDivides() {
        // d/dy of (r / y)^2 at y = 0.5: 2 (r / y) (r' y - r) / y^2 with r' = 2 C y.
        double expected = 2 * (1.5 / 0.5) * (2 * 0.5 - 1.5) / 0.25 / 2;
        assertThat(slopeOf(FIELD)).isCloseTo(expected, within(1e-14));
    }

    @Test
    void aDetachedScaleIsAConstantToTheGradientAndChangesNoLoss() {
        PointWeights jacobian = new ScaledWeights(ScaledWeights.Scale.JACOBIAN, true);
        PointWeights field = new ScaledWeights(ScaledWeights.Scale.FIELD, true);
        // 2 r r' / s^2 with r' = 2, half of it in the mean.
        assertThat(slopeOf(jacobian)).isCloseTo(2 * 1.5 * 2 / 5 / 2, within(1e-15));
        assertThat(slopeOf(field)).isCloseTo(2 * 1.5 * 2 / 0.25 / 2, within(1e-14));
        assertThat(lossOf(new QuadraticDecay(), jacobian)).isEqualTo(lossOf(new QuadraticDecay(), JACOBIAN));
        assertThat(lossOf(new QuadraticDecay(), field)).isEqualTo(lossOf(new QuadraticDecay(), FIELD));
    }

    /** The derivative of the quadratic problem's loss with respect to the field at the first point. */
    private static double slopeOf(PointWeights weights) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            NDArray gradient =
                    Tape.gradient(field(tensors), leaf -> loss(new QuadraticDecay(), weights, leaf, tensors));
            return Tensors.values(gradient)[0];
        }
    }

    private static double lossOf(Problem problem, PointWeights weights) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            return Tensors.values(loss(problem, weights, field(tensors), tensors))[0];
        }
    }

    private static NDArray loss(Problem problem, PointWeights weights, NDArray field, Tensors tensors) {
        Dual y = Dual.constant(field);
        Dual slope = Dual.constant(tensors.of(new double[] {1, -3}, 1, 2, 1));
        Dual stiffness = Dual.constant(tensors.of(new double[] {2}, 1, 1, 1));
        Samples samples = Samples.onLine(
                y,
                Map.of("y", new Jet(Directions.alongOne("x", 1), y, List.of(slope), List.of())),
                Map.of("y", y),
                Map.of("stiffness", stiffness));
        RowLayout layout = new RowLayout(0, List.of(0, 0), tensors);
        return new LossTerms(problem.declaration(), problem.declaration().lossTerms(), weights, layout)
                .values(Map.of("residual", samples, "start", samples), tensors.filled(0, 1, 0))
                .split(1, 1, 1)
                .get(0)
                .value();
    }

    private static NDArray field(Tensors tensors) {
        return tensors.of(new double[] {0.5, 2}, 1, 2, 1);
    }
}
