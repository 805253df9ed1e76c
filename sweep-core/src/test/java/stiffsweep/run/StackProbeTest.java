package stiffsweep.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
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
        assertThat(size).isBetween(1, 40);
        assertThat(Integer.bitCount(size)).isEqualTo(1);
        assertThat(StackProbe.bestSize(trial, 40, List.of())).isSameAs(StackProbe.bestSize(trial, 40, List.of()));
    }

    /** Rates of stacks of one, two, four and so on; a size must be worth its memory and its wait. */
    @ParameterizedTest
    @CsvSource({
        "100 200 300 250 260, 4",
        "100 200 150 150, 2",
        "100 90 80, 1",
        "100 101 300 200 200, 4",
        "100 101 101, 1",
        "100 200 300 400 500 100 100, 16"
    })
    void doublesUntilTwoDoublingsInARowBringNoTwoPercent(String rates, int best) {
        double[] known = Arrays.stream(rates.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        List<Integer> asked = new ArrayList<>();

        StackSize found = StackProbe.fastest(1, 64, size -> {
            asked.add(size);
            return known[Integer.numberOfTrailingZeros(size)];
        });

        assertThat(found).isEqualTo(StackSize.of(best));
        assertThat(asked).hasSize(known.length);
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
