package stiffsweep.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.result.TrialResult;
import stiffsweep.sweep.Trial;

/** Two task slots of one process train at once. */
class ConcurrentStacksTest {

    @ParameterizedTest
    @ValueSource(strings = {"adamw", "lbfgs", "levenberg-marquardt"})
    void stacksThatTrainAtOnceGiveTheSameNumbersAsOneAfterTheOther(String optimizer) throws Exception {
        List<Stack> stacks = List.of(stack(optimizer, 1), stack(optimizer, 3), stack(optimizer, 5));
        List<List<TrialResult>> oneAfterTheOther =
                stacks.stream().map(ConcurrentStacksTest::run).toList();
        ExecutorService slots = Executors.newFixedThreadPool(3);
        try {
            List<Future<List<TrialResult>>> atOnce = new ArrayList<>();
            for (Stack stack : stacks) {
                atOnce.add(slots.submit(() -> run(stack)));
            }
            for (int i = 0; i < stacks.size(); i++) {
                for (int k = 0; k < 2; k++) {
                    TrialResult expected = oneAfterTheOther.get(i).get(k);
                    TrialResult result = atOnce.get(i).get().get(k);
                    assertThat(result.measurements()).isEqualTo(expected.measurements());
                    assertThat(result.curve()).isEqualTo(expected.curve());
                }
            }
        } finally {
            slots.shutdownNow();
        }
    }

    private static Stack stack(String optimizer, long seed) {
        Map<String, Object> changes = new HashMap<>();
        changes.put("training.optimizer", optimizer);
        changes.put("network.precision", "float64");
        changes.put("network.width", 8L);
        changes.put("network.depth", 2L);
        changes.put("training.epochs", 60L);
        changes.put("points.residual.count", 30L);
        Trial first = TestTrials.trial("quadratic-decay", seed, changes);
        Trial second = TestTrials.trial("quadratic-decay", seed + 1, changes);
        return new Stack(List.of(first, second));
    }

    private static List<TrialResult> run(Stack stack) {
        return new StackRunner().run(stack, List.of(), (epoch, epochs, error) -> {});
    }
}
