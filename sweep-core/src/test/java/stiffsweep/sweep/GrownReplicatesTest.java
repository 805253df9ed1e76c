package stiffsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static stiffsweep.sweep.ExampleSweeps.settings;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.sweep.Replicates.UntilInterval;

class GrownReplicatesTest {

    private static final UntilInterval TENTH = new UntilInterval(0.1, "error_mse", 3, 8);
    private static final double NONE = Double.POSITIVE_INFINITY;

    @Test
    void asksForTheLeastBeforeItLooks() {
        assertThat(TENTH.wanted(new double[] {})).isEqualTo(3);
        assertThat(TENTH.wanted(new double[] {1, 100})).isEqualTo(3);
    }

    @Test
    void replicatesThatAgreeAreEnough() {
        assertThat(TENTH.wanted(new double[] {1e-7, 1e-7, 1e-7})).isEqualTo(3);
        assertThat(TENTH.wanted(new double[] {0, 0, 0})).isEqualTo(3);
        assertThat(TENTH.wanted(new double[] {-1, -1.001, -1.002})).isEqualTo(3);
    }

    @Test
    void replicatesThatDifferAreNotEnoughWhateverTheirScale() {
        assertThat(TENTH.wanted(new double[] {1, 2, 3})).isEqualTo(4);
        assertThat(TENTH.wanted(new double[] {1e-9, 2e-9, 3e-9})).isEqualTo(4);
        assertThat(TENTH.wanted(new double[] {1, 2, 3, 4})).isEqualTo(5);
    }

    @Test
    void neverAsksForMoreThanTheMost() {
        assertThat(TENTH.wanted(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})).isEqualTo(8);
    }

    @Test
    void oneReplicateWithoutANumberKeepsAPointOpenUntilEnoughOthersHaveOne() {
        assertThat(TENTH.wanted(new double[] {1, 1, NONE})).isEqualTo(4);
        assertThat(TENTH.wanted(new double[] {NONE, NONE, NONE})).isEqualTo(4);
        double[] many = new double[30];
        many[0] = NONE;
        Arrays.fill(many, 1, 30, 1.0);
        assertThat(new UntilInterval(0.1, "error_mse", 3, 30).wanted(many)).isBetween(5, 15);
    }

    @Test
    void whatIsAskedForAtFewerResultsStaysAskedForAtMore() {
        double[] scores = {3, 1, 2, 2.1, 1.9, 2.05, 1.95, 2};
        int before = 0;
        for (int known = 0; known <= scores.length; known++) {
            int wanted = TENTH.wanted(Arrays.copyOf(scores, known));
            assertThat(wanted).isGreaterThanOrEqualTo(before);
            before = wanted;
        }
    }

    @Test
    void seedsAreAddedOnlyAtPointsThatAreStillOpen() {
        Sweep sweep = sweep(TENTH);
        List<Trial> first = sweep.trials();
        assertThat(first).hasSize(2 * 3);

        Map<TrialId, Map<String, Double>> known = new HashMap<>();
        for (Trial trial : first) {
            boolean isOpen = trial.settings().equals(settings(8));
            known.put(trial.id(), Map.of("error_mse", isOpen ? 1.0 + trial.replicate() : 1.0));
        }
        List<Trial> second = sweep.trials(new Scores(known));
        assertThat(second).hasSize(7).startsWith(first.toArray(Trial[]::new));
        assertThat(second.get(6).settings()).isEqualTo(settings(8));
        assertThat(second.get(6).replicate()).isEqualTo(3);
    }

    @Test
    void trialsOfAnotherColumnOrThatFailedHaveNoNumber() {
        Sweep sweep = sweep(TENTH);
        Map<TrialId, Map<String, Double>> known = new HashMap<>();
        for (Trial trial : sweep.trials()) {
            known.put(trial.id(), trial.settings().equals(settings(4)) ? Map.of() : Map.of("loss_total", 1.0));
        }
        assertThat(sweep.trials(new Scores(known))).hasSize(8);
    }

    @Test
    void anotherShareOrMostIsTheSameSweep() {
        assertThat(SweepConflict.between(
                        sweep(new UntilInterval(0.01, "error_max", 4, 100)), sweep(new Replicates.Fixed(2))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 8", "0.1, 2, 8", "0.1, 5, 4", "NaN, 3, 8"})
    void refusesARuleThatIsNone(double share, int min, int max) {
        assertThatThrownBy(() -> new UntilInterval(share, "error_mse", min, max))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but got");
    }

    private static Sweep sweep(Replicates replicates) {
        Sweep fixed = ExampleSweeps.of("a", 1, 1, List.of(4.0, 8.0));
        return new Sweep(
                fixed.name(),
                fixed.seed(),
                0,
                replicates,
                fixed.points(),
                fixed.axes(),
                fixed.spread(),
                fixed.declarations(),
                fixed.schemas());
    }
}
