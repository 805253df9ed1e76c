package stiffsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import stiffsweep.declare.Settings;

class SweepTest {

    @Test
    void everyTrialIsListedOnce() {
        Sweep sweep = ExampleSweeps.of("a", 1, 3, List.of(1.0, 2.0, 1.0));

        assertThat(sweep.trials()).hasSize(3 * 2).extracting(Trial::id).doesNotHaveDuplicates();
    }

    @Test
    void trialsThatDifferOnlyInHowTheyRunAreOneTrial() {
        Settings eight = ExampleSweeps.settings(5.0);
        Settings four = ExampleSweeps.with(eight, "training.stack", 4.0);

        assertThat(ExampleSweeps.ofPoints("a", 1, 2, List.of(eight, four)).trials())
                .hasSize(2);
    }

    @Test
    void moreReplicatesKeepTheTrialsThatAreThere() {
        List<Trial> few = ExampleSweeps.of("a", 1, 2, List.of(1.0, 2.0)).trials();
        List<Trial> many = ExampleSweeps.of("a", 1, 5, List.of(1.0, 2.0)).trials();

        assertThat(many).startsWith(few.toArray(Trial[]::new)).hasSize(10);
    }

    @Test
    void allSettingsShareTheSeedOfTheirReplicate() {
        List<Trial> trials = ExampleSweeps.of("a", 1, 2, List.of(1.0, 2.0)).trials();

        assertThat(trials.get(0).seed()).isEqualTo(trials.get(1).seed());
        assertThat(trials.get(2).seed())
                .isEqualTo(trials.get(3).seed())
                .isNotEqualTo(trials.get(0).seed());
    }

    @Test
    void anotherSeedMakesOtherTrials() {
        List<TrialId> one = ids(ExampleSweeps.of("a", 1, 2, List.of(1.0)));

        assertThat(ids(ExampleSweeps.of("a", 2, 2, List.of(1.0)))).doesNotContainAnyElementsOf(one);
    }

    @Test
    void theNameOfASweepIsNotPartOfItsTrials() {
        assertThat(ids(ExampleSweeps.of("b", 1, 2, List.of(1.0))))
                .isEqualTo(ids(ExampleSweeps.of("a", 1, 2, List.of(1.0))));
    }

    private static List<TrialId> ids(Sweep sweep) {
        return sweep.trials().stream().map(Trial::id).toList();
    }
}
