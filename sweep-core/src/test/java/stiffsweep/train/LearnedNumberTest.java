package stiffsweep.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.choice.Kernel;
import stiffsweep.choice.Precision;
import stiffsweep.loss.InitialParameters;
import stiffsweep.loss.StackLoss;
import stiffsweep.loss.TrialLoss;
import stiffsweep.network.Model;
import stiffsweep.network.Networks;
import stiffsweep.problem.Problem;
import stiffsweep.problem.Problems;
import stiffsweep.result.TrialResult;
import stiffsweep.run.Stack;
import stiffsweep.run.StackRunner;
import stiffsweep.run.TestTrials;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

/** A number of an equation that is trained together with the network. */
class LearnedNumberTest {

    /** The errors of the rate follow those of the field. */
    @ParameterizedTest
    @CsvSource({
        "plain, levenberg-marquardt, 60, none, 1e-6",
        "plain, lbfgs, 500, none, 1e-3",
        "jacobian, adamw, 200, levenberg-marquardt, 1e-6"
    })
    void isRecoveredByEveryOptimizer(String weighting, String optimizer, long epochs, String polish, double error) {
        Map<String, Object> changes = Map.of(
                "loss.weighting", weighting,
                "training.optimizer", optimizer,
                "training.epochs", epochs,
                "training.polish.optimizer", polish,
                "training.polish.epochs", 60L);
        TrialResult result = run(List.of(trial(1, changes))).get(0);

        assertThat(result.measurements().get("recovered_rate")).isCloseTo(UnknownDecay.RATE, within(error));
    }

    /** In float64 a central difference of 1e-5 leaves 1e-9. */
    @ParameterizedTest
    @ValueSource(strings = {"plain", "jacobian"})
    void hasTheGradientThatDifferencesGive(String weighting) {
        List<Trial> trials =
                List.of(trial(1, Map.of("loss.weighting", weighting)), trial(2, Map.of("loss.weighting", weighting)));
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            StackLoss loss = StackLoss.of(trials, tensors);
            NDArray at = loss.initialRows();
            int last = loss.model().parameters() - 1;
            NDArray gradient = loss.evaluate(at).gradient();
            List<TrialLoss> ahead = loss.values(moved(at, last, 1e-5, tensors));
            List<TrialLoss> behind = loss.values(moved(at, last, -1e-5, tensors));
            for (int trial = 0; trial < trials.size(); trial++) {
                double difference =
                        (ahead.get(trial).total() - behind.get(trial).total()) / 2e-5;
                double derivative = Tensors.values(gradient.get(trial))[last];
                assertThat(Math.abs(derivative)).isGreaterThan(1e-3);
                assertThat(derivative).isCloseTo(difference, within(1e-8));
            }
        }
    }

    /** The mean of 400 draws is a normal one itself: a twentieth of their deviation, and three of those are 0.15. */
    @Test
    void startsFromItsOwnDistribution() {
        Trial trial = trial(0, Map.of("learned.rate.mean", 30.0, "learned.rate.deviation", 2.0));
        Problem problem = Problems.named("unknown-decay");
        Model model = new Model(List.of(
                new Model.Part("", Networks.of(trial.settings().network(), 1, 1, Kernel.ENGINE, Precision.FLOAT64)),
                new Model.Part("", Networks.scalars(1))));
        double[] starts = LongStream.range(0, 400)
                .mapToObj(seed -> new Trial(trial.id(), 0, seed, trial.settings()))
                .mapToDouble(drawn -> {
                    double[] parameters = InitialParameters.of(
                            drawn, model, problem.declaration().learned());
                    return (parameters[model.parameters() - 1] - 30) / 2;
                })
                .toArray();
        assertThat(Arrays.stream(starts).average()).hasValueCloseTo(0.0, within(0.15));
        assertThat(Arrays.stream(starts).map(start -> start * start).average()).hasValueCloseTo(1.0, within(0.25));
    }

    @Test
    void leavesTheFirstWeightsOfTheNetworkAlone() {
        Trial trial = trial(1, Map.of());
        Model.Part network =
                new Model.Part("", Networks.of(trial.settings().network(), 1, 1, Kernel.ENGINE, Precision.FLOAT64));
        Model with = new Model(List.of(network, new Model.Part("", Networks.scalars(1))));
        double[] alone = InitialParameters.of(trial, new Model(List.of(network)), List.of());

        assertThat(InitialParameters.of(
                        trial,
                        with,
                        Problems.named("unknown-decay").declaration().learned()))
                .startsWith(alone)
                .hasSize(alone.length + 1);
    }

    @Test
    void neitherItsStackNorTrialsThatLeaveItChangeABit() {
        List<Trial> trials = new ArrayList<>();
        for (long seed = 1; seed <= 4; seed++) {
            double stopBelow = seed == 4 ? 0 : 1.0 / seed;
            trials.add(trial(
                    seed,
                    Map.of(
                            "training.stop-below",
                            stopBelow,
                            "training.epochs",
                            120L,
                            "learned.rate.learning-rate",
                            1e-2 * seed,
                            "network.precision",
                            "float32")));
        }
        List<TrialResult> together = run(trials);
        for (int k = 0; k < trials.size(); k++) {
            TrialResult alone = run(List.of(trials.get(k))).get(0);
            assertThat(together.get(k).measurements()).isEqualTo(alone.measurements());
            assertThat(together.get(k).curve()).isEqualTo(alone.curve());
        }
        assertThat(together.get(0).epochs()).isLessThan(120);
        assertThat(together.get(3).epochs()).isEqualTo(120);
    }

    @Test
    void doesNotMoveWithoutALearningRate() {
        Map<String, Object> still =
                Map.of("learned.rate.learning-rate", 0.0, "learned.rate.deviation", 0.0, "training.epochs", 50L);

        assertThat(run(List.of(trial(1, still))).get(0).measurements().get("recovered_rate"))
                .isEqualTo(1);
    }

    private static NDArray moved(NDArray parameters, int column, double step, Tensors tensors) {
        int columns = Math.toIntExact(parameters.getShape().get(1));
        double[] values = Tensors.values(parameters);
        for (int entry = column; entry < values.length; entry += columns) {
            values[entry] += step;
        }
        return tensors.of(values, values.length / columns, columns);
    }

    private static List<TrialResult> run(List<Trial> trials) {
        return new StackRunner().run(new Stack(trials), List.of(), (epoch, epochs, error) -> {});
    }

    private static Trial trial(long seed, Map<String, Object> changes) {
        Map<String, Object> all = new HashMap<>();
        all.put("points.residual.count", 40L);
        all.put("network.width", 12L);
        all.put("network.depth", 2L);
        all.put("network.precision", "float64");
        all.put("training.stop-below", 0.0);
        all.putAll(changes);
        return TestTrials.trial("unknown-decay", seed, all);
    }
}
