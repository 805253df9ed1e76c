package stiffsweep.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.choice.Precision;
import stiffsweep.loss.StackLoss;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.Outcome;
import stiffsweep.result.TrialResult;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.TensorScope;
import stiffsweep.tensor.Tensors;
import stiffsweep.train.TrainedStack;
import stiffsweep.train.TrainedTrial;
import stiffsweep.train.Training;

/** Trainings on points that are drawn anew. */
class RedrawnPointsTest {

    @ParameterizedTest
    @ValueSource(strings = {"float32", "float64"})
    void aTrialsNumbersDoNotDependOnItsStack(String precision) {
        List<Trial> trials = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            trials.add(trial(k, Map.of("network.precision", precision, "measure.hessian", true)));
        }
        List<TrialResult> together = run(trials);
        for (int size : List.of(1, 2, 4)) {
            for (int k = 0; k < 8; k += size) {
                assertSame(run(trials.subList(k, k + size)), together.subList(k, k + size));
            }
        }
        assertThat(together.get(0).curve()).isNotEqualTo(together.get(1).curve());
    }

    @Test
    void whatAnEpochIsTrainedOnDependsOnThatEpochAlone() {
        List<Trial> trials = List.of(
                trial(1, Map.of("points.interior.redraw", 2L, "points.initial.redraw", 3L)),
                trial(2, Map.of("points.interior.redraw", 2L, "points.initial.redraw", 3L)));
        try (Tensors tensors = doubles()) {
            List<Double> inTurn = totals(StackLoss.of(trials, tensors), IntStream.range(0, 13));
            for (int epoch = 0; epoch < 13; epoch++) {
                assertThat(totals(StackLoss.of(trials, tensors), IntStream.of(epoch)))
                        .containsExactly(inTurn.get(epoch));
                boolean isDrawn = epoch > 0 && (epoch % 2 == 0 || epoch % 3 == 0);
                assertThat(epoch > 0 && !inTurn.get(epoch).equals(inTurn.get(epoch - 1)))
                        .as("epoch %d", epoch)
                        .isEqualTo(isDrawn);
            }
        }
    }

    /** The loss of the first trial at its initial weights, at the points of some epochs. */
    private static List<Double> totals(StackLoss loss, IntStream epochs) {
        NDArray rows = loss.initialRows();
        return epochs.mapToObj(epoch -> total(loss, epoch, rows)).toList();
    }

    private static double total(StackLoss loss, int epoch, NDArray rows) {
        loss.drawPoints(epoch);
        return TensorScope.result(
                () -> loss.evaluate(rows).losses().values().get(0).total());
    }

    /** A single point is drawn in each epoch: many a draw flatters the weights. */
    @Test
    void theBestCheckpointIsTheBestOnTheValidationPoints() {
        Map<String, Object> settings = Map.of(
                "points.interior.count", 1L,
                "points.initial.redraw", 1L,
                "points.initial.count", 1L,
                "network.precision", "float64",
                "training.learning-rate", 0.05,
                "measure.curve-every", 1L);
        List<Trial> trials = List.of(trial(1, settings), trial(2, settings));
        try (Tensors tensors = doubles()) {
            StackLoss loss = StackLoss.of(trials, tensors);
            TrainedStack trained = new Training(loss, loss).run(List.of(), (epoch, epochs, error) -> {});
            TrainedTrial trial = trained.trials().get(0);
            NDArray best = trained.bestRows(tensors);

            CurvePoint lowest = trial.curve().stream()
                    .min(Comparator.comparingDouble(CurvePoint::lossTotal))
                    .orElseThrow();
            assertThat(trial.bestEpoch()).isEqualTo(lowest.epoch()).isLessThan(60);
            assertThat(trial.best().total()).isEqualTo(lowest.lossTotal());
            // The pass that the gradient needs and the plain one add up the same numbers.
            assertThat(loss.values(best).get(0).total())
                    .isCloseTo(lowest.lossTotal(), within(1e-12 * lowest.lossTotal()));
            assertThat(IntStream.range(0, 60).mapToDouble(epoch -> total(loss, epoch, best)))
                    .anyMatch(total -> total < 0.5 * lowest.lossTotal());
        }
    }

    @Test
    void trainingStopsAtTheFirstValidationLossBelowItsBound() {
        Map<String, Object> settings = Map.of(
                "points.interior.count", 1L,
                "training.epochs", 900L,
                "training.stop-below", 0.2,
                "measure.curve-every", 7L);
        TrialResult result = run(List.of(trial(3, settings))).get(0);

        List<CurvePoint> curve = result.curve();
        assertThat(result.outcome()).isEqualTo(new Outcome.Completed(Outcome.StoppedBy.LOSS));
        assertThat(result.epochs() % 7).isZero();
        assertThat(result.epochs()).isBetween(7L, 893L);
        assertThat(curve.subList(0, curve.size() - 1)).allMatch(point -> point.lossTotal() >= 0.2);
        assertThat(curve.get(curve.size() - 1).lossTotal()).isLessThan(0.2);
        assertThat(result.measurements())
                .containsEntry("loss_total", curve.get(curve.size() - 1).lossTotal());
    }

    /** The end is compared too: the weights of a training are worth nothing that are not looked at. */
    @Test
    void theLastPointOfTheCurveIsWhereTheTrainingEnds() {
        TrialResult result =
                run(List.of(trial(1, Map.of("measure.curve-every", 25L)))).get(0);

        assertThat(result.curve()).extracting(CurvePoint::epoch).containsExactly(0L, 25L, 50L, 60L);
        assertThat(result.measurements())
                .containsEntry("loss_total_final", result.curve().get(3).lossTotal());
    }

    @Test
    void aTrialThatDivergesBetweenTwoLooksIsAResultAndDoesNotTouchItsNeighbours() {
        List<Trial> calm = List.of(trial(1, Map.of()), trial(2, Map.of()));
        Trial wild = trial(3, Map.of("training.learning-rate", 1e18));
        List<TrialResult> beside = run(List.of(calm.get(0), wild, calm.get(1)));

        TrialResult diverged = beside.get(1);
        assertThat(diverged.outcome()).isInstanceOf(Outcome.Diverged.class);
        assertThat(diverged.measurements().get("loss_total_final")).isNotFinite();
        assertThat(diverged.measurements().get("loss_total")).isFinite();
        assertThat(diverged.epochs()).isLessThan(20);
        assertSame(List.of(beside.get(0), beside.get(2)), run(calm));
    }

    private static Tensors doubles() {
        return Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64);
    }

    private static Trial trial(int seed, Map<String, Object> changes) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("problem.speed", 1.0);
        settings.put("loss.weighting", "plain");
        settings.put("training.learning-rate", 3e-3);
        settings.put("training.epochs", 60L);
        settings.put("training.stop-below", 0.0);
        settings.put("network.widths", "6-5");
        settings.put("points.interior.redraw", 1L);
        settings.put("points.interior.count", 20L);
        settings.put("points.initial.count", 8L);
        settings.put("points.interior.validation", 40L);
        settings.put("measure.curve-every", 20L);
        settings.put("measure.hessian-iterations", 10L);
        settings.putAll(changes);
        return TestTrials.trial("convection", seed, settings);
    }

    private static List<TrialResult> run(List<Trial> trials) {
        return new StackRunner().run(new Stack(trials), List.of(), (epoch, epochs, error) -> {});
    }

    private static void assertSame(List<TrialResult> results, List<TrialResult> others) {
        for (int k = 0; k < others.size(); k++) {
            assertThat(results.get(k).measurements()).isEqualTo(others.get(k).measurements());
            assertThat(results.get(k).curve()).isEqualTo(others.get(k).curve());
            assertThat(results.get(k).solution()).isEqualTo(others.get(k).solution());
        }
    }
}
