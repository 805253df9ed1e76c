package stiffsweep.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.choice.Precision;
import stiffsweep.declare.Optimizer;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.loss.StackLoss;
import stiffsweep.method.Method;
import stiffsweep.result.Outcome;
import stiffsweep.result.TrialResult;
import stiffsweep.run.Stack;
import stiffsweep.run.StackRunner;
import stiffsweep.run.TestTrials;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

/** Weights that learn, in whole trainings. */
class AttentionTrainingTest {

    /** Not a multiple of a vector register, whose last elements the engine may treat differently. */
    private static final long POINTS = 61;

    /** With a learning rate of 0 the residual stays, and lambda is a geometric sum. */
    @Test
    void residualAttentionOfAFixedNetworkIsAGeometricSum() {
        int epochs = 150;
        Trial trial = trial("residual-attention", 1, Map.of("training.learning-rate", 0.0, "training.epochs", 150L));
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            StackLoss loss = StackLoss.of(List.of(trial, trial), tensors);
            NDArray rows = loss.initialRows();
            double[] before = Tensors.values(loss.networkParameters(rows));
            train(loss, rows, epochs);
            assertThat(Tensors.values(loss.networkParameters(rows))).isEqualTo(before);

            double bound = 0.01 * (1 - Math.pow(0.999, epochs)) / (1 - 0.999);
            LossTerm equation = loss.terms().terms().get(0);
            double[] lambda = loss.pointWeights(equation, rows)[1];
            assertThat(Arrays.stream(lambda).max().orElseThrow()).isCloseTo(bound, within(1e-13));
            assertThat(lambda).hasSize((int) POINTS);
            assertThat(Arrays.stream(lambda).min().orElseThrow()).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "residual-attention, float32",
        "soft-attention, float32",
        "residual-attention, float64",
        "soft-attention, float64",
        "residual-attention-as-published, float32",
        "soft-attention-as-published, float32"
    })
    void aTrialsNumbersDoNotDependOnItsStack(String weighting, String precision) {
        List<Trial> trials = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            Map<String, Object> changes = new HashMap<>();
            changes.put("network.precision", precision);
            changes.put("training.epochs", 20L);
            changes.put("measure.hessian", true);
            changes.put("measure.hessian-iterations", 5L);
            changes.put("loss.residual-attention.eta", 0.01 * (k + 1));
            changes.put("loss.soft-attention.rate", 0.005 * (k + 1));
            trials.add(trial(weighting, k, changes));
        }
        List<TrialResult> together = run(trials);
        assertEqual(run(trials.subList(0, 2)), together.subList(0, 2));
        assertEqual(run(trials.subList(2, 5)), together.subList(2, 5));
        assertEqual(run(trials.subList(4, 5)), together.subList(4, 5));
    }

    /** Three of five end within 100 epochs and the fourth later, so that the stack is packed anew and pads itself. */
    @ParameterizedTest
    @ValueSource(strings = {"residual-attention", "soft-attention"})
    void trialsThatLeaveTheStackChangeNoNumberOfThoseThatStay(String weighting) {
        double[] stopBelow = {0.5, 0.4, 0.3, 0.1, 0};
        List<Trial> trials = new ArrayList<>();
        for (int k = 0; k < stopBelow.length; k++) {
            trials.add(trial(weighting, k, Map.of("training.epochs", 320L, "training.stop-below", stopBelow[k])));
        }
        List<TrialResult> together = run(trials);
        assertThat(together.subList(0, 3)).allMatch(result -> result.epochs() < 100);
        assertThat(together.get(3).epochs()).isLessThan(300);
        assertThat(together.get(4).epochs()).isEqualTo(320);
        for (int k : new int[] {0, 3, 4}) {
            assertEqual(run(trials.subList(k, k + 1)), together.subList(k, k + 1));
        }
    }

    /** The first loss knows the condition only: under a fast attention no later one is as low. */
    @Test
    void theBestCheckpointOfResidualAttentionKnowsTheEquation() {
        Trial trial =
                trial("residual-attention", 1, Map.of("loss.residual-attention.eta", 100.0, "training.epochs", 50L));
        TrialResult result = run(List.of(trial)).get(0);
        double first = result.curve().get(0).lossTotal();
        assertThat(result.curve().get(0).losses().get("equation")).isZero();
        assertThat(result.measurements().get("loss_total")).isGreaterThan(first);
        assertThat(result.measurements().get("epoch_best")).isGreaterThanOrEqualTo(1);
        assertThat(result.measurements().get("loss_equation")).isPositive();
    }

    /** In float64 the loss that was kept is that of the row that was kept, weights included. */
    @ParameterizedTest
    @ValueSource(strings = {"residual-attention", "soft-attention"})
    void theWeightsOfTheBestCheckpointAreKeptWithIt(String weighting) {
        Trial trial = trial(weighting, 2, Map.of("training.learning-rate", 0.1));
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            StackLoss loss = StackLoss.of(List.of(trial, trial), tensors);
            TrainedStack trained = train(loss, loss.initialRows(), 200);
            assertThat(trained.trials().get(0).bestEpoch()).isBetween(1L, 198L);
            assertThat(loss.values(trained.bestRows(tensors)).get(0).total())
                    .isEqualTo(trained.trials().get(0).best().total());
        }
    }

    @Test
    void aDivergedTrialDoesNotTouchItsNeighbours() {
        Trial calm = trial("soft-attention", 1, Map.of());
        Trial wild = trial("soft-attention", 2, Map.of("training.learning-rate", 1e18));
        List<TrialResult> beside = run(List.of(wild, calm));
        assertThat(beside.get(0).outcome()).isInstanceOf(Outcome.Diverged.class);
        assertEqual(beside.subList(1, 2), run(List.of(calm)));
    }

    private static TrainedStack train(StackLoss loss, NDArray rows, int epochs) {
        Method adam = Method.start(Optimizer.ADAM, loss, rows);
        return new TrainingLoop(adam, epochs, List.of(), (epoch, all, error) -> {}).run(List.of());
    }

    private static void assertEqual(List<TrialResult> some, List<TrialResult> others) {
        for (int k = 0; k < others.size(); k++) {
            assertThat(some.get(k).measurements()).isEqualTo(others.get(k).measurements());
            assertThat(some.get(k).curve()).isEqualTo(others.get(k).curve());
            assertThat(some.get(k).solution()).isEqualTo(others.get(k).solution());
            assertThat(some.get(k).epochs()).isEqualTo(others.get(k).epochs());
        }
    }

    private static List<TrialResult> run(List<Trial> trials) {
        return new StackRunner().run(new Stack(trials), List.of(), (epoch, epochs, error) -> {});
    }

    private static Trial trial(String weighting, long seed, Map<String, Object> changes) {
        Map<String, Object> all = new HashMap<>();
        all.put("problem.stiffness", 3.0);
        all.put("points.residual.count", POINTS);
        all.put("network.width", 8L);
        all.put("network.depth", 2L);
        all.put("loss.weighting", weighting);
        all.put("training.learning-rate", 3e-3);
        all.put("training.stop-below", 0.0);
        all.put("measure.curve-every", 10L);
        all.putAll(changes);
        return TestTrials.trial("quadratic-decay", seed, all);
    }
}
