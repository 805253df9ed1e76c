package stiffsweep.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import stiffsweep.sweep.Trial;

class StackProbeTest {

    @Test
    void findsASizeThatIsAPowerOfTwoAndKeepsIt() {
        Trial trial = TestTrials.trial("linear-decay", 1, Map.of("network.width", 10L, "training.epochs", 10_000L));
        List<Trial> trials = Collections.nCopies(40, trial);
        int size = StackProbe.bestSize(trials, List.of());
        assertThat(size).isBetween(2, 64);
        assertThat(Integer.bitCount(size)).isEqualTo(1);
        assertThat(StackProbe.bestSize(trials, List.of())).isEqualTo(size);
    }

    @Test
    void doesNotMeasureWhatIsOverSoonerThanTheMeasurement() {
        Trial trial = TestTrials.trial("linear-decay", 1, Map.of("training.epochs", 1L));
        assertThat(StackProbe.bestSize(Collections.nCopies(40, trial), List.of()))
                .isEqualTo(StackWork.ASSUMED_SIZE);
        assertThat(StackProbe.bestSize(List.of(trial), List.of())).isEqualTo(2);
    }
}
