package stiffsweep.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import stiffsweep.declare.Settings;
import stiffsweep.result.Machine;
import stiffsweep.result.Outcome;
import stiffsweep.result.Provenance;
import stiffsweep.result.Software;
import stiffsweep.result.TrialResult;
import stiffsweep.sweep.Trial;

/** Trainings whose times are made up: 3 s once, 2 s aside, 0.5 s for an epoch and 4 s for one of a polish. */
class StackTimerTest {

    private static final Instant START = Instant.parse("2026-11-28T00:00:00Z");

    private final List<Long> epochs = new ArrayList<>();

    @Test
    void tellsWhatAnEpochTakesFromWhatIsTakenOnceAndAside() {
        StackTime time = timed(Map.of("training.epochs", 1000L), 60).orElseThrow();

        assertThat(time.first()).isCloseTo(3, within(1e-9));
        assertThat(time.aside()).isCloseTo(2, within(1e-9));
        assertThat(time.epoch()).isCloseTo(0.5, within(1e-9));
        assertThat(time.polish()).isZero();
    }

    @Test
    void trainsAboutAsLongAsItMayAndNeverMoreEpochsThanThereAre() {
        assertThat(timed(Map.of("training.epochs", 1000L), 60)).isPresent();
        // 5.5 s, then 3, 4, 6, 10 and 18 s; 34 s more would be too long.
        assertThat(epochs).containsExactly(1L, 2L, 4L, 8L, 16L, 32L);

        epochs.clear();
        assertThat(timed(Map.of("training.epochs", 3L), 60)).isPresent();
        assertThat(epochs).containsExactly(1L, 2L, 3L);
    }

    @Test
    void trainsTwiceHoweverLittleTimeThereIs() {
        assertThat(timed(Map.of("training.epochs", 1000L), 0)).isPresent();
        assertThat(epochs).containsExactly(1L, 2L);
    }

    @Test
    void timesThePolishByItself() {
        Map<String, Object> polished = Map.of(
                "training.epochs",
                1000L,
                "training.polish.optimizer",
                "levenberg-marquardt",
                "training.polish.epochs",
                50L);
        StackTime time = timed(polished, 200).orElseThrow();

        assertThat(time.epoch()).isCloseTo(0.5, within(1e-9));
        // The single epoch before a polish of 2, 4 .. is counted with it.
        assertThat(time.polish()).isCloseTo(4, within(0.2));
        assertThat(time.training(trial(polished).settings())).isCloseTo(1000 * 0.5 + 50 * 4, within(10.0));
    }

    @Test
    void aStackThatCannotTrainHasNoTime() {
        StackWork broken = (stack, gpus, progress) -> {
            throw new IllegalStateException("no");
        };
        assertThat(new StackTimer(broken, List.of(), 1).time(new Stack(List.of(trial(Map.of()))), 1))
                .isEmpty();
    }

    private Optional<StackTime> timed(Map<String, Object> changes, double seconds) {
        Trial trial = trial(changes);
        boolean[] isBegun = new boolean[1];
        StackWork work = (stack, gpus, progress) -> {
            Settings settings = stack.trials().get(0).settings();
            boolean isPolished = !settings.word("training.polish.optimizer").equals("none");
            double training = 0.5 * settings.count("training.epochs")
                    + (isPolished ? 4 * settings.count("training.polish.epochs") : 0);
            epochs.add((long) settings.count("training.epochs"));
            double all = training + 2 + (isBegun[0] ? 0 : 3);
            isBegun[0] = true;
            return stack.trials().stream()
                    .map(member -> result(member, training / stack.size(), all))
                    .toList();
        };
        return new StackTimer(work, List.of(), 1).time(new Stack(List.of(trial, trial)), seconds);
    }

    private static TrialResult result(Trial trial, double trainSeconds, double seconds) {
        Instant end = START.plus(Duration.ofNanos((long) (1e9 * seconds)));
        Provenance provenance = new Provenance(
                new Software("", "", "", ""), new Machine("", "cpu", 1, "engine"), START, end, 1, 2, trainSeconds, 0);
        Outcome outcome = new Outcome.Completed(Outcome.StoppedBy.EPOCHS);
        return new TrialResult(trial, outcome, 0, new TreeMap<>(), List.of(), List.of(), List.of(), provenance);
    }

    private static Trial trial(Map<String, Object> changes) {
        return TestTrials.trial("linear-decay", 1, changes);
    }
}
