package stiffsweep.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import stiffsweep.sweep.Trial;

class StackPlannerTest {

    @Test
    void trialsThatDifferInNumbersOnlyShareAStack() {
        List<Trial> trials = List.of(
                trial(Map.of("problem.stiffness", 1.0)),
                trial(Map.of("problem.stiffness", 10.0, "training.learning-rate", 0.1)),
                trial(Map.of("problem.stiffness", 2.0, "loss.weights.initial", "stiffness-matched")));
        assertThat(StackPlanner.plan(trials, group -> 8)).containsExactly(new Stack(trials));
    }

    @Test
    void trialsThatDifferInWordsOrCountsDoNot() {
        List<Trial> trials = List.of(
                trial(Map.of("problem.stiffness", 1.0)),
                trial(Map.of("loss.weighting", "plain")),
                trial(Map.of("network.width", 20L)),
                trial(Map.of("network.precision", "float64")));
        assertThat(StackPlanner.plan(trials, group -> 8)).hasSize(4);
    }

    @Test
    void aGroupIsSplitIntoStacksOfNearlyEqualSize() {
        List<Trial> trials = new ArrayList<>();
        for (int k = 0; k < 17; k++) {
            trials.add(trial(Map.of("problem.stiffness", 1.0 + k)));
        }
        List<Stack> stacks = StackPlanner.plan(trials, group -> 8);
        assertThat(stacks).extracting(Stack::size).containsExactly(5, 6, 6);
        assertThat(stacks.stream().flatMap(stack -> stack.trials().stream())).containsExactlyElementsOf(trials);
    }

    @Test
    void manySmallStacksHoldEachTrialOnce() {
        Trial trial = trial(Map.of("training.stack", 2.0));
        // 70 000 trials times the 30 679th stack is more than 2^31.
        List<Stack> stacks = StackPlanner.plan(Collections.nCopies(70_000, trial), group -> 8);

        assertThat(stacks).hasSize(35_000).allMatch(stack -> stack.size() == 2);
    }

    @Test
    void aStackMayBeLargerThanAnyGroup() {
        Trial trial = trial(Map.of("training.stack", 1e10));

        assertThat(StackPlanner.plan(List.of(trial, trial), group -> 8))
                .extracting(Stack::size)
                .containsExactly(2);
    }

    @Test
    void aGivenSizeStandsAboveAMeasuredOne() {
        List<Trial> trials = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            trials.add(trial(Map.of("problem.stiffness", 1.0 + k, "training.stack", 4.0)));
        }
        assertThat(StackPlanner.automatic(trials)).isEmpty();
        assertThat(StackPlanner.plan(trials, group -> 2))
                .extracting(Stack::size)
                .containsExactly(4, 4);
    }

    @Test
    void theLongestTrainingsComeFirst() {
        Trial plain = trial(Map.of("problem.stiffness", 1.0));
        Trial wide = trial(Map.of("network.width", 80L));
        Trial polished = trial(Map.of("training.polish.optimizer", "lbfgs"));
        Trial dense = trial(Map.of("training.polish.optimizer", "levenberg-marquardt"));

        assertThat(StackPlanner.plan(List.of(plain, polished, dense, wide), group -> 8))
                .flatExtracting(Stack::trials)
                .containsExactly(dense, polished, wide, plain);
    }

    @Test
    void trainingsThatAreBegunComeBeforeLongerOnes() {
        Trial fresh = trial(Map.of("problem.stiffness", 1.0));
        Trial begun = trial(Map.of("problem.stiffness", 2.0));
        Trial longer = trial(Map.of("network.width", 80L));

        assertThat(StackPlanner.plan(
                        List.of(fresh, longer, begun),
                        trial -> trial.equals(begun) ? "7 training epochs" : "",
                        begun::equals,
                        group -> 8))
                .flatExtracting(Stack::trials)
                .containsExactly(begun, longer, fresh);
    }

    @Test
    void onlyGroupsThatAskForItAreMeasured() {
        Trial given = trial(Map.of("training.stack", 4.0));
        Trial automatic = trial(Map.of("network.width", 20L));
        assertThat(StackPlanner.automatic(List.of(given, automatic))).containsExactly(List.of(automatic));
    }

    private static Trial trial(Map<String, Object> changes) {
        return TestTrials.trial("linear-decay", 1, changes);
    }
}
