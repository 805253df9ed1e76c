package stiffsweep.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.Outcome;
import stiffsweep.result.TrialResult;
import stiffsweep.run.Stack;
import stiffsweep.run.StackRunner;
import stiffsweep.run.TestTrials;
import stiffsweep.sweep.TrialId;

/** What is said of a training while it goes on. */
class ProgressTest {

    /** The error on all measured points can take longer than an epoch: it is not worked out for a progress line. */
    @Test
    void theErrorThatIsReportedIsThatOfTheNewestPointOfTheCurve() {
        Heard heard = new Heard();

        TrialResult result = train(Map.of("measure.curve-every", 20L), heard);

        assertThat(heard.errors.firstKey()).isEqualTo(1);
        heard.errors.forEach((done, error) -> assertThat(error).isEqualTo(newest(result.curve(), done)));
    }

    /** A bar that went back to nothing as the polish began would say that the training was lost. */
    @Test
    void aPolishGoesOnFromTheEndOfItsTraining() {
        Heard heard = new Heard();

        train(Map.of("training.polish.optimizer", "lbfgs", "training.polish.epochs", 10L), heard);

        assertThat(heard.errors).containsKeys(1L, 41L);
        assertThat(heard.errors.lastKey()).isLessThanOrEqualTo(50);
        assertThat(heard.longest).containsExactly(50L);
    }

    private static TrialResult train(Map<String, Object> changes, Progress progress) {
        Map<String, Object> settings = new HashMap<>(changes);
        settings.put("points.residual.count", 20L);
        settings.put("network.width", 8L);
        settings.put("network.depth", 2L);
        settings.put("training.epochs", 40L);
        Stack stack = new Stack(List.of(TestTrials.trial("linear-decay", 1, settings)));
        return new StackRunner().run(stack, List.of(), progress).get(0);
    }

    private static double newest(List<CurvePoint> curve, long done) {
        return curve.stream()
                .filter(point -> point.epoch() < done)
                .reduce((one, other) -> other)
                .orElseThrow()
                .errorMse();
    }

    /** Keeps the errors that are reported by epoch. */
    private static final class Heard implements Progress {

        private final SortedMap<Long, Double> errors = new TreeMap<>();
        private final SortedSet<Long> longest = new TreeSet<>();

        @Override
        public void at(long epoch, long epochs, double bestError) {
            errors.put(epoch, bestError);
            longest.add(epochs);
        }

        @Override
        public SortedMap<TrialId, Outcome.Stopped> judge(SortedMap<TrialId, CurvePoint> points) {
            return new TreeMap<>();
        }
    }
}
