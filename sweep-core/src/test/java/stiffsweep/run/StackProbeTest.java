package stiffsweep.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import stiffsweep.sweep.Trial;

class StackProbeTest {

    @Test
    void findsASizeThatIsAPowerOfTwoAndKeepsIt() {
        Trial trial = TestTrials.trial("linear-decay", 1, Map.of("network.width", 10L, "training.epochs", 10_000L));
        int size = StackProbe.bestSize(trial, 40, List.of());
        assertThat(size).isBetween(2, 40);
        assertThat(Integer.bitCount(size)).isEqualTo(1);
        assertThat(StackProbe.bestSize(trial, 40, List.of())).isEqualTo(size);
    }

    @Test
    void doesNotMeasureWhatIsOverSoonerThanTheMeasurement() {
        Trial trial = TestTrials.trial("linear-decay", 1, Map.of("training.epochs", 1L));
        assertThat(StackProbe.bestSize(trial, 40, List.of())).isEqualTo(StackWork.ASSUMED_SIZE);
        assertThat(StackProbe.bestSize(trial, 1, List.of())).isEqualTo(2);
    }

    /** What is wrong with it is said in the trial's own row, and is no reason to end a sweep. */
    @Test
    void aTrialThatCannotTrainIsNotMeasured() {
        Trial trial = TestTrials.trial(
                "linear-decay", 1, Map.of("network.activation", "unheard-of", "training.epochs", 10_000L));
        assertThat(StackProbe.bestSize(trial, 40, List.of())).isEqualTo(2);
    }
}
