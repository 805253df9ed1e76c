package stiffsweep.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.Outcome;
import stiffsweep.result.TrialResult;
import stiffsweep.sweep.StorePolicy;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;
import stiffsweep.train.Progress;
import stiffsweep.train.TrainingState;

/** A training that goes on from a kept state is the training that was never interrupted. */
class ResumedTrainingTest {

    private static final double AT_EACH_EPOCH = 1e-12;

    @ParameterizedTest
    @CsvSource({
        "adamw, float32, jacobian, none",
        "adam, float64, residual-attention, none",
        "adamw, float32, soft-attention, none",
        "adamw, float32, jacobian, lbfgs",
        "adam, float32, plain, levenberg-marquardt",
        "lbfgs, float64, plain, none",
        "lbfgs, float64, plain, levenberg-marquardt",
        "levenberg-marquardt, float64, plain, levenberg-marquardt",
        "levenberg-marquardt, float64, jacobian, none"
    })
    void itEndsWithTheSameBits(String optimizer, String precision, String weighting, String polish) {
        List<Trial> trials = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            trials.add(trial(
                    k,
                    Map.of(
                            "training.optimizer", optimizer,
                            "network.precision", precision,
                            "loss.weighting", weighting,
                            "training.polish.optimizer", polish,
                            "training.polish.epochs", 12L,
                            "training.epochs", 130L)));
        }
        Kept kept = new Kept();
        List<TrialResult> whole = run(new Stack(trials), kept);

        List<TrainingState> last = kept.states(trials, kept.count(trials.get(0)) - 1);
        for (int moment : List.of(0, kept.count(trials.get(0)) / 2)) {
            List<TrainingState> states = kept.states(trials, moment);
            assertThat(states.get(0).epochs()).isLessThan(last.get(0).epochs());
            assertThat(whole.get(0).curve()).startsWith(points(states.get(0)));
            assertSame(run(new Stack(trials, states), new Kept()), whole);
            assertSame(run(new Stack(trials.subList(1, 2), states.subList(1, 2)), new Kept()), whole.subList(1, 2));
        }
    }

    /** Some moments between two draws, others between two looks at the validation points. */
    @ParameterizedTest
    @CsvSource({"float32, 1, 3", "float64, 7, 1"})
    void whatIsDrawnAnewIsDrawnAgain(String precision, long interior, long initial) {
        Map<String, Object> settings = Map.of(
                "network.precision", precision,
                "points.interior.redraw", interior,
                "points.initial.redraw", initial,
                "training.epochs", 64L,
                "measure.curve-every", 10L);
        List<Trial> trials = List.of(wave(0, settings), wave(1, settings), wave(2, settings));
        Kept kept = new Kept();
        List<TrialResult> whole = run(new Stack(trials), kept);
        assertSame(run(new Stack(trials), new Kept()), whole);
        assertThat(kept.count(trials.get(0))).isGreaterThan(60);

        for (int moment : List.of(0, 19, 20, 33, 62)) {
            List<TrainingState> states = kept.states(trials, moment);
            assertSame(run(new Stack(trials, states), new Kept()), whole);
            assertSame(run(new Stack(trials.subList(1, 2), states.subList(1, 2)), new Kept()), whole.subList(1, 2));
        }
    }

    /** A shorter training that ends between two points of the curve has compared losses where a longer one has not. */
    @ParameterizedTest
    @CsvSource({"40, true", "42, false"})
    void pointsThatAreDrawnAnewLeadOnFromAPointOfTheCurveAlone(long epochs, boolean isLent) {
        Map<String, Object> settings = Map.of("points.interior.redraw", 3L, "measure.curve-every", 10L);
        Trial shorter = wave(1, with(settings, "training.epochs", epochs));
        Trial longer = wave(1, with(settings, "training.epochs", 90L));
        Kept kept = new Kept();
        new StackRunner(StorePolicy.keeping(StorePolicy.Checkpoints.ALL))
                .run(new Stack(List.of(shorter)), List.of(), kept);

        List<TrainingState> lent =
                kept.states(List.of(shorter), kept.count(shorter) - 1).get(0).forEpochsOf(longer.settings()).stream()
                        .toList();

        assertThat(lent).hasSize(isLent ? 1 : 0);
        assertSame(run(new Stack(List.of(longer), lent), new Kept()), run(new Stack(List.of(longer)), new Kept()));
    }

    /** One leaves the stack below its loss, one diverges, one is stopped, one goes on: each from where it stood. */
    @Test
    void trialsOfAStackThatHaveEndedGoOnFromTheirEnd() {
        List<Trial> trials = List.of(
                trial(0, Map.of("training.stop-below", 0.05, "training.epochs", 600L)),
                trial(1, Map.of("training.learning-rate", 1e18, "training.epochs", 600L)),
                trial(2, Map.of("training.epochs", 600L)),
                trial(3, Map.of("training.epochs", 600L)));
        Kept kept = new Kept();
        Outcome.Stopped end = new Outcome.Stopped("it is not among the best", 300);
        kept.stop(trials.get(3), end);
        List<TrialResult> whole = run(new Stack(trials), kept);
        assertThat(whole.get(0).epochs()).isLessThan(400);
        assertThat(whole.get(3).outcome()).isEqualTo(end);

        List<TrainingState> late = kept.states(trials, 550);
        for (int k = 0; k < trials.size(); k++) {
            List<TrialResult> again = run(new Stack(trials.subList(k, k + 1), late.subList(k, k + 1)), new Kept());
            assertSame(again, whole.subList(k, k + 1));
        }
        assertThat(late.get(0).standing()).isNotEqualTo(late.get(2).standing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"adamw", "lbfgs"})
    void aStoppedTrialStaysStoppedAndLendsItsStateToNoLongerOne(String optimizer) {
        Map<String, Object> settings =
                Map.of("training.optimizer", optimizer, "network.precision", "float64", "measure.curve-every", 20L);
        List<Trial> trials = List.of(
                trial(0, with(settings, "training.epochs", 300L)), trial(1, with(settings, "training.epochs", 300L)));
        Kept kept = new Kept();
        Outcome.Stopped end = new Outcome.Stopped("it is not among the best", 40);
        kept.stop(trials.get(1), end);
        List<TrialResult> whole = run(new Stack(trials), kept);
        assertThat(whole.get(1).outcome()).isEqualTo(end);

        TrainingState stopped =
                kept.states(trials.subList(1, 2), kept.count(trials.get(1)) - 1).get(0);
        assertSame(run(new Stack(trials.subList(1, 2), List.of(stopped)), new Kept()), whole.subList(1, 2));
        assertThat(stopped.forEpochsOf(trial(1, Map.of("training.epochs", 900L)).settings()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"adamw, none", "adamw, lbfgs", "lbfgs, none"})
    void aFinishedTrainingGoesOnToMoreEpochs(String optimizer, String polish) {
        Map<String, Object> settings = Map.of(
                "training.optimizer",
                optimizer,
                "network.precision",
                "float64",
                "training.polish.optimizer",
                polish,
                "training.polish.epochs",
                5L,
                "measure.curve-every",
                7L);
        Trial shorter = trial(1, with(settings, "training.epochs", 40L));
        Trial longer = trial(1, with(settings, "training.epochs", 90L));
        Kept kept = new Kept();
        new StackRunner(StorePolicy.keeping(StorePolicy.Checkpoints.ALL))
                .run(new Stack(List.of(shorter)), List.of(), kept);
        TrainingState end =
                kept.states(List.of(shorter), kept.count(shorter) - 1).get(0);

        Stack continued = new Stack(
                List.of(longer), List.of(end.forEpochsOf(longer.settings()).orElseThrow()));
        assertSame(run(continued, new Kept()), run(new Stack(List.of(longer)), new Kept()));
        assertThat(end.forEpochsOf(trial(1, Map.of("training.epochs", 39L)).settings()))
                .isEmpty();
    }

    /** Long before the first state would be kept. */
    @ParameterizedTest
    @CsvSource({
        "adamw, float32, none",
        "lbfgs, float64, none",
        "levenberg-marquardt, float64, none",
        "adamw, float32, levenberg-marquardt"
    })
    void aTrainingThatIsCutOffKeepsWhereItStandsAndGoesOnToTheSameBits(
            String optimizer, String precision, String polish) {
        Map<String, Object> settings = Map.of(
                "training.optimizer",
                optimizer,
                "network.precision",
                precision,
                "training.polish.optimizer",
                polish,
                "training.polish.epochs",
                40L,
                "training.epochs",
                130L,
                "training.checkpoint-every",
                1e6);
        List<Trial> trials = List.of(trial(0, settings), trial(1, settings), trial(2, settings));
        List<TrialResult> whole = run(new Stack(trials), new Kept());

        Kept kept = new Kept();
        kept.cutOffAfter(polish.equals("none") ? 17 : 150);
        assertThatThrownBy(() -> run(new Stack(trials), kept)).isInstanceOf(CancellationException.class);

        List<TrainingState> states = kept.states(trials, kept.count(trials.get(0)) - 1);
        assertThat(states).allMatch(state -> state.epochs() >= 17);
        for (int k = 0; k < trials.size(); k++) {
            Stack alone = new Stack(trials.subList(k, k + 1), states.subList(k, k + 1));
            assertSame(run(alone, new Kept()), whole.subList(k, k + 1));
        }
    }

    @Test
    void aTrainingWhoseStateIsNeverKeptIsCutOffAllTheSame() {
        Trial trial = trial(0, Map.of("training.checkpoint-every", 0.0));
        Kept kept = new Kept();
        kept.cutOffAfter(3);

        assertThatThrownBy(() -> run(new Stack(List.of(trial)), kept)).isInstanceOf(CancellationException.class);
        assertThat(kept.count(trial)).isZero();
    }

    @Test
    void bytesThatAreNoStateAreRefused() {
        assertThatThrownBy(() -> TrainingState.of(new byte[] {1, 2, 3})).isInstanceOf(IOException.class);
    }

    private static Map<String, Object> with(Map<String, Object> settings, String key, Object value) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(key, value);
        return all;
    }

    private static Trial trial(int seed, Map<String, Object> changes) {
        Map<String, Object> settings = new HashMap<>(changes);
        settings.put("problem.stiffness", 2.0 + seed);
        settings.putIfAbsent("training.learning-rate", 3e-3);
        settings.putIfAbsent("training.checkpoint-every", AT_EACH_EPOCH);
        settings.put("training.decay.every", 20L);
        settings.put("network.widths", "6-5");
        settings.putIfAbsent("measure.curve-every", 50L);
        return TestTrials.trial("linear-decay", seed, settings);
    }

    private static Trial wave(int seed, Map<String, Object> changes) {
        Map<String, Object> settings = new HashMap<>(changes);
        settings.put("problem.speed", 1.0 + seed);
        settings.put("loss.weighting", "plain");
        settings.put("training.learning-rate", 3e-3);
        settings.put("training.checkpoint-every", AT_EACH_EPOCH);
        settings.put("network.widths", "6-5");
        settings.put("points.interior.count", 20L);
        settings.put("points.initial.count", 8L);
        settings.put("points.interior.validation", 15L);
        return TestTrials.trial("convection", seed, settings);
    }

    private static List<TrialResult> run(Stack stack, Progress progress) {
        return new StackRunner().run(stack, List.of(), progress);
    }

    private static CurvePoint[] points(TrainingState state) {
        return state.curve().toArray(CurvePoint[]::new);
    }

    private static void assertSame(List<TrialResult> results, List<TrialResult> others) {
        assertThat(results).hasSameSizeAs(others);
        IntStream.range(0, results.size()).forEach(k -> {
            TrialResult result = results.get(k);
            TrialResult other = others.get(k);
            assertThat(result.outcome()).isEqualTo(other.outcome());
            assertThat(result.epochs()).isEqualTo(other.epochs());
            assertThat(result.measurements()).isEqualTo(other.measurements());
            assertThat(result.curve()).isEqualTo(other.curve());
            assertThat(result.solution()).isEqualTo(other.solution());
        });
    }

    /** Takes every state, and gives it as it arrives elsewhere. */
    private static final class Kept implements Progress {

        private final Map<TrialId, List<TrainingState>> states = new HashMap<>();
        private final SortedMap<TrialId, Outcome.Stopped> stops = new TreeMap<>();
        private int epochsLeft = Integer.MAX_VALUE;

        @Override
        public void at(long epoch, long epochs, double bestError) {}

        @Override
        public void keep(TrialId trial, TrainingState state) {
            states.computeIfAbsent(trial, id -> new ArrayList<>()).add(state);
        }

        /** Cuts the training off after some epochs of it and of its polish. */
        void cutOffAfter(int epochs) {
            epochsLeft = epochs;
        }

        @Override
        public boolean isCutOff() {
            return --epochsLeft <= 0;
        }

        /** Ends a trial at the rung of its end. */
        void stop(Trial trial, Outcome.Stopped end) {
            stops.put(trial.id(), end);
        }

        @Override
        public SortedMap<TrialId, Outcome.Stopped> judge(SortedMap<TrialId, CurvePoint> points) {
            SortedMap<TrialId, Outcome.Stopped> due = new TreeMap<>(stops);
            due.entrySet()
                    .removeIf(stop -> !points.containsKey(stop.getKey())
                            || points.get(stop.getKey()).epoch()
                                    != stop.getValue().rung());
            return due;
        }

        int count(Trial trial) {
            return ofTrial(trial).size();
        }

        List<TrainingState> states(List<Trial> trials, int moment) {
            return trials.stream()
                    .map(trial -> travelled(ofTrial(trial).get(moment)))
                    .toList();
        }

        private List<TrainingState> ofTrial(Trial trial) {
            return states.getOrDefault(trial.id(), List.of());
        }

        private static TrainingState travelled(TrainingState state) {
            try {
                return TrainingState.of(state.bytes());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
