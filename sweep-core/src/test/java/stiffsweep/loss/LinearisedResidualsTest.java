package stiffsweep.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.choice.Precision;
import stiffsweep.network.Model;
import stiffsweep.run.TestTrials;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;
import stiffsweep.train.AveragedFlux;

/** Products with a Jacobian that is not formed: of residuals of one point each, and of averages over nodes. */
class LinearisedResidualsTest {

    private static final Map<String, Object> SMALL =
            Map.of("network.width", 6L, "network.depth", 2L, "network.precision", "float64", "loss.weighting", "plain");

    @ParameterizedTest
    @ValueSource(strings = {"quadratic-decay", "helmholtz", "unknown-decay", "averaged-flux", "mirrored-flow"})
    void productsAgreeWithDifferencesAndWithEachOther(String problem) {
        withResiduals(problem, (residuals, parameters) -> {
            NDArray direction = random(7, parameters);
            LinearisedResiduals linearised = residuals.linearised(parameters);
            NDArray slopes = linearised.times(direction);
            double share = 1e-5;
            NDArray step = direction.mul(Tensors.constant(share, direction));
            NDArray difference = residuals
                    .values(parameters.add(step))
                    .sub(residuals.values(parameters.sub(step)))
                    .div(Tensors.constant(2 * share, direction));
            double largest = difference.abs().max().getDouble();
            // The difference's own error: the third derivative times 1e-10, rounding over 1e-5.
            assertThat(Tensors.values(slopes)).containsExactly(Tensors.values(difference), within(1e-8 * largest));

            NDArray vector = random(8, slopes);
            double[] left = Tensors.values(sums(vector.mul(slopes)));
            double[] right =
                    Tensors.values(sums(linearised.transposeTimes(vector).mul(direction)));
            assertThat(left).containsExactly(right, within(1e-11 * largest * left.length));
        });
    }

    @Test
    void residualsOfOnePointGiveTheSameProductsByTangentsAndTape() {
        withResiduals("helmholtz", (residuals, parameters) -> {
            LinearisedResiduals.Pointwise pointwise = residuals.pointwise(parameters);
            Model.Passes passes = pointwise.passes();
            LinearisedResiduals coupled =
                    new LinearisedResiduals.Coupled(residuals, parameters, passes, pointwise.values());
            NDArray direction = random(7, parameters);
            NDArray vector = random(8, pointwise.values());
            assertThat(Tensors.values(coupled.times(direction)))
                    .containsExactly(Tensors.values(pointwise.times(direction)), within(1e-11));
            assertThat(Tensors.values(coupled.transposeTimes(vector)))
                    .containsExactly(Tensors.values(pointwise.transposeTimes(vector)), within(1e-10));
        });
    }

    @Test
    void theirSquaresAddUpToTheLossWhereATermHasNodes() {
        withLoss("averaged-flux", loss -> {
            NDArray rows = loss.initialRows();
            NDArray values = loss.residuals().values(rows);
            // 12 points with 8 nodes, 12 means, and two ends.
            assertThat(values.getShape().getShape()).containsExactly(2, 12 * 8 + 12 + 2, 1);
            double[] totals =
                    loss.values(rows).stream().mapToDouble(TrialLoss::total).toArray();
            assertThat(Tensors.values(sums(values.square()))).containsExactly(totals, within(1e-13));
        });
    }

    /** Residuals carry all derivatives everywhere; the loss carries none where it takes values alone. */
    @ParameterizedTest
    @ValueSource(strings = {"pinn", "pinn-divided", "micro-macro", "micro-macro-soft", "even-odd"})
    void theyGiveTheLossAndItsGradientWhereALossTakesValuesAlone(String formulation) {
        Map<String, Object> settings = new HashMap<>(SMALL);
        settings.putAll(Map.of(
                "loss.formulation", formulation,
                "points.interior.count", 9L,
                "points.initial.count", 5L,
                "points.left.count", 4L,
                "points.right.count", 3L));
        withLoss("linear-transport", settings, loss -> {
            NDArray rows = loss.initialRows();
            LinearisedResiduals residuals = loss.residuals().linearised(rows);
            NDArray byResiduals = residuals.transposeTimes(residuals.values().mul(2));
            double largest = byResiduals.abs().max().getDouble();
            Evaluation evaluation = loss.evaluate(rows);

            assertThat(loss.inputs()).allSatisfy(passes -> assertThat(passes).hasSize(2));
            assertThat(Tensors.values(sums(residuals.values().square())))
                    .containsExactly(Tensors.values(evaluation.losses().totals()), within(1e-12 * largest));
            assertThat(Tensors.values(evaluation.gradient()))
                    .containsExactly(Tensors.values(byResiduals), within(1e-12 * largest));
        });
    }

    private static void withResiduals(String problem, BiConsumer<Residuals, NDArray> check) {
        withLoss(problem, loss -> check.accept(loss.residuals(), loss.initialRows()));
    }

    private static void withLoss(String problem, Consumer<StackLoss> check) {
        withLoss(problem, SMALL, check);
    }

    private static void withLoss(String problem, Map<String, Object> settings, Consumer<StackLoss> check) {
        AveragedFlux.known(() -> {
            try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
                check.accept(StackLoss.of(
                        List.of(TestTrials.trial(problem, 1, settings), TestTrials.trial(problem, 2, settings)),
                        tensors));
            }
        });
    }

    private static NDArray random(long seed, NDArray like) {
        int size = Math.toIntExact(like.getShape().size());
        double[] numbers = new SplittableRandom(seed).doubles(size, -1, 1).toArray();
        NDArray random = like.zerosLike();
        Tensors.assign(random, like.getManager().create(numbers).reshape(like.getShape()));
        return random;
    }

    private static NDArray sums(NDArray vectors) {
        return vectors.reshape(vectors.getShape().get(0), -1).sum(new int[] {1});
    }
}
