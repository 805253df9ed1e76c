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
        int size = StackProbe.bestSize(trial, 40, List.of()).trials();
        assertThat(size).isBetween(2, 40);
        assertThat(Integer.bitCount(size)).isEqualTo(1);
        assertThat(StackProbe.bestSize(trial, 40, List.of())).isEqualTo(StackSize.of(size));
    }

    @Test
    void doesNotMeasureWhatIsOverSoonerThanTheMeasurement() {
        Trial trial = TestTrials.trial("linear-decay", 1, Map.of("training.epochs", 1L));
        assertThat(StackProbe.bestSize(trial, 40, List.of())).isEqualTo(StackSize.of(StackWork.ASSUMED_SIZE));
        assertThat(StackProbe.bestSize(trial, 1, List.of())).isEqualTo(StackSize.of(1));
    }

    /** What is wrong with it ends no sweep: it is said with the size, and in the trial's own row. */
    @Test
    void aTrialThatCannotTrainIsNotMeasuredAndSaysWhy() {
        Trial trial = TestTrials.trial(
                "linear-decay", 1, Map.of("network.activation", "unheard-of", "training.epochs", 10_000L));
        StackSize size = StackProbe.bestSize(trial, 40, List.of());
        assertThat(size.trials()).isEqualTo(1);
        assertThat(size.failure()).contains("the trial must not throw", "unheard-of");
    }

    /** No virtual machine has an array for so many points. */
    @Test
    void memoryThatDoesNotSufficeIsNoFault() {
        Map<String, Object> huge =
                Map.of("points.residual.count", (long) Integer.MAX_VALUE, "training.epochs", 10_000L);
        Trial trial = TestTrials.trial("linear-decay", 1, huge);
        assertThat(StackProbe.bestSize(trial, 40, List.of())).isEqualTo(StackSize.of(1));
    }
}
