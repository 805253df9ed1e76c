package stiffsweep.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.sweep.Trial;

class StackProbeTest {

    @Test
    void findsASizeThatIsAPowerOfTwoAndKeepsIt() {
        Trial trial = TestTrials.trial("linear-decay", 1, Map.of("network.width", 10L, "training.epochs", 10_000L));
        int size = StackProbe.bestSize(trial, 40, List.of()).trials();
        assertThat(Integer.bitCount(size)).isEqualTo(1);
        assertThat(StackProbe.bestSize(trial, 40, List.of())).isSameAs(StackProbe.bestSize(trial, 40, List.of()));
    }

    /** Rates of stacks of one, two and four; a size must be worth its memory and its wait. */
    @ParameterizedTest
    @CsvSource({"100, 200, 300, 4", "100, 200, 150, 2", "100, 90, 80, 1", "100, 101, 300, 4", "100, 101, 101, 1"})
    void takesTheSmallestSizeThatNoLargerOneBeatsByTwoPercent(double one, double two, double four, int best) {
        Map<Integer, Double> rates = Map.of(1, one, 2, two, 4, four);
        assertThat(StackProbe.fastest(1, 40, rates::get)).isEqualTo(StackSize.of(best));
    }

    @Test
    void triesNoSizeAboveTheNumberOfTrials() {
        Map<Integer, Double> rates = Map.of(1, 100.0, 2, 200.0);
        assertThat(StackProbe.fastest(1, 3, rates::get)).isEqualTo(StackSize.of(2));
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
