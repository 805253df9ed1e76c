package stiffsweep.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import stiffsweep.choice.Choice;
import stiffsweep.choice.Kernel;
import stiffsweep.choice.Precision;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.declare.Weighting;
import stiffsweep.run.TestTrials;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

/** The loss of whole rows: the parameters of a network of 13, and the attention at 6 points and a condition. */
@ParameterizedClass
@EnumSource(
        value = Kernel.class,
        names = {"ENGINE", "FUSED"})
class StackLossTest {

    private final Kernel kernel;

    StackLossTest(Kernel kernel) {
        this.kernel = kernel;
    }

    private static final int NETWORK = 13;
    private static final int POINTS = 6;

    @ParameterizedTest
    @CsvSource({
        "plain, 0",
        "jacobian, 0",
        "field, 0",
        "residual-attention, 6",
        "soft-attention, 7",
        "residual-attention-as-published, 6",
        "soft-attention-as-published, 7"
    })
    void gradientAgreesWithDifferencesOfTheLossAtHeldWeights(String weighting, int attention) {
        try (Tensors tensors = Tensors.of(ComputeDevice.cpu(), Precision.FLOAT64, kernel)) {
            StackLoss loss = loss(weighting, tensors);
            double[] row = row(attention);
            double[] gradient =
                    Tensors.values(loss.evaluate(twice(row, tensors)).gradient().get(0));
            assertThat(gradient).hasSize(NETWORK);
            double step = 1e-5;
            for (int i = 0; i < NETWORK; i++) {
                double slope =
                        (total(loss, shifted(row, i, step), tensors) - total(loss, shifted(row, i, -step), tensors))
                                / (2 * step);
                assertThat(gradient[i]).isCloseTo(slope, within(1e-7 * Math.max(1, Math.abs(slope))));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jacobian, 0",
        "field, 0",
        "residual-attention, 6",
        "soft-attention, 7",
        "residual-attention-as-published, 6",
        "soft-attention-as-published, 7"
    })
    void aPointWeightIsWhatMultipliesTheSizeOfItsResidual(String weighting, int attention) {
        try (Tensors tensors = Tensors.of(ComputeDevice.cpu(), Precision.FLOAT64, kernel)) {
            StackLoss loss = loss(weighting, tensors);
            NDArray rows = twice(row(attention), tensors);
            double[] field = field(loss, rows);
            double[] weights = loss.pointWeights(term(loss, 0), rows)[0];
            double[] lambda = Arrays.copyOfRange(row(attention), NETWORK, NETWORK + attention);
            assertThat(weights).hasSize(POINTS);
            for (int i = 0; i < POINTS; i++) {
                // J = -2 C y with C = 3.
                double expected = switch (Choice.of(Weighting.class, weighting)) {
                    case PLAIN -> 1;
                    case JACOBIAN -> 1 / Math.sqrt(1 + 36 * field[i] * field[i]);
                    case FIELD -> 1 / Math.abs(field[i]);
                    case RESIDUAL_ATTENTION -> Math.abs(lambda[i]);
                    case SOFT_ATTENTION -> Math.sqrt(sigma(lambda[i]));
                    case RESIDUAL_ATTENTION_AS_PUBLISHED ->
                        Math.sqrt(
                                Arrays.stream(lambda).map(x -> x * x).average().orElseThrow());
                    case SOFT_ATTENTION_AS_PUBLISHED ->
                        Math.sqrt(Arrays.stream(lambda, 0, POINTS)
                                .map(StackLossTest::sigma)
                                .average()
                                .orElseThrow());
                };
                assertThat(weights[i]).as("point %d", i).isCloseTo(expected, within(1e-13 * expected));
            }
            double ofCondition = weighting.startsWith("soft") ? Math.sqrt(sigma(lambda[POINTS])) : 1;
            assertThat(loss.pointWeights(term(loss, 1), rows)[1])
                    .containsExactly(new double[] {ofCondition}, within(1e-15));
        }
    }

    @Test
    void attentionStartsFromASeedOfItsOwnAndLeavesTheInitialNetworkAlone() {
        try (Tensors tensors = Tensors.of(ComputeDevice.cpu(), Precision.FLOAT64, kernel)) {
            double[] plain = Tensors.values(loss("plain", tensors).initialRows().get(0));
            double[] residual = Tensors.values(
                    loss("residual-attention", tensors).initialRows().get(0));
            double[] soft =
                    Tensors.values(loss("soft-attention", tensors).initialRows().get(0));
            assertThat(plain).hasSize(NETWORK);
            assertThat(residual).hasSize(NETWORK + POINTS).startsWith(plain).endsWith(new double[POINTS]);
            assertThat(soft).hasSize(NETWORK + POINTS + 1).startsWith(plain);
            assertThat(Arrays.stream(soft, NETWORK, soft.length).distinct()).hasSize(POINTS + 1);
        }
    }

    private static StackLoss loss(String weighting, Tensors tensors) {
        Trial trial = TestTrials.trial(
                "quadratic-decay",
                1,
                Map.of(
                        "loss.weighting",
                        weighting,
                        "problem.stiffness",
                        3.0,
                        "points.residual.count",
                        (long) POINTS,
                        "loss.weights.initial",
                        2.5,
                        "network.width",
                        4L,
                        "network.depth",
                        1L));
        return StackLoss.of(List.of(trial, trial), tensors);
    }

    private static LossTerm term(StackLoss loss, int index) {
        return loss.terms().terms().get(index);
    }

    /** Numbers that make a field of about one, away from zero. */
    private static double[] row(int attention) {
        double[] row =
                new SplittableRandom(3).doubles(NETWORK + attention, 0.2, 0.9).toArray();
        for (int i = NETWORK; i < row.length; i += 2) {
            row[i] = -row[i];
        }
        return row;
    }

    private static double[] field(StackLoss loss, NDArray rows) {
        NDArray output = loss.model()
                .forward(loss.networkParameters(rows), loss.inputs())
                .outputs()
                .get(0);
        return Arrays.copyOf(Tensors.values(output.get(0)), POINTS);
    }

    private static double total(StackLoss loss, double[] row, Tensors tensors) {
        return loss.values(twice(row, tensors)).get(0).total();
    }

    private static double[] shifted(double[] row, int index, double shift) {
        double[] shifted = row.clone();
        shifted[index] += shift;
        return shifted;
    }

    private static NDArray twice(double[] row, Tensors tensors) {
        double[] both = Arrays.copyOf(row, 2 * row.length);
        System.arraycopy(row, 0, both, row.length, row.length);
        return tensors.of(both, 2, row.length);
    }

    private static double sigma(double lambda) {
        return 1 / (1 + Math.exp(-lambda));
    }
}
