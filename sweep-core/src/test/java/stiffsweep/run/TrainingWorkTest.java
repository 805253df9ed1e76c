package stiffsweep.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import stiffsweep.declare.Settings;

class TrainingWorkTest {

    private static final Map<String, Object> LARGE = Map.of("points.residual.count", 100_000L);

    @Test
    void growsWithEpochsAndWithTrials() {
        double once = work(LARGE, "training.epochs", 1000L);

        assertThat(work(LARGE, "training.epochs", 3000L)).isCloseTo(3 * once, within(1e-9 * once));
        assertThat(TrainingWork.of(TestTrials.trial("linear-decay", 1, LARGE).settings(), 8)
                        / TrainingWork.of(
                                TestTrials.trial("linear-decay", 1, LARGE).settings(), 4))
                .isCloseTo(2, within(0.02));
    }

    /** A thousand million epochs of the smallest network are a day, not a minute. */
    @Test
    void anEpochOfTheSmallestNetworkTakesTheTimeOfItsCalls() {
        Map<String, Object> smallest = Map.of("network.width", 1L, "network.depth", 1L, "points.residual.count", 2L);

        assertThat(work(smallest, "training.epochs", 1_000_000_000L)).isGreaterThan(86_400.0);
    }

    @Test
    void countsEachWidthThatIsGiven() {
        Map<String, Object> equal = with(LARGE, "network.width", 40L, "network.depth", 3L);

        assertThat(work(equal, "network.widths", "40-40-40")).isEqualTo(work(equal, "network.widths", "equal"));
        assertThat(work(equal, "network.widths", "40-400-40"))
                .isGreaterThan(4 * work(equal, "network.widths", "equal"));
    }

    @Test
    void countsANetworkThatNoMemoryHolds() {
        assertThat(work(LARGE, "network.depth", 2_000_000_000L)).isGreaterThan(1e10);
    }

    /** Values with first and second derivatives are three rows, where the other problem has two. */
    @Test
    void countsTheDerivativesThatAProblemNeeds() {
        assertThat(perPoint("vector-production") / perPoint("chemical-freeze-out"))
                .isCloseTo(3 / 2.0, within(0.01));
    }

    @Test
    void countsTheTrunks() {
        Map<String, Object> trunks = with(LARGE, "network.kind", "head-trunk", "network.depth", 1L);

        assertThat(work(trunks, "network.trunk-depth", 8L)).isGreaterThan(2 * work(trunks, "network.trunk-depth", 1L));
    }

    @Test
    void countsThePolishAndDoublePrecision() {
        double plain = work(LARGE, "training.epochs", 1000L);
        Map<String, Object> polished = with(LARGE, "training.polish.optimizer", "lbfgs", "training.epochs", 1000L);

        assertThat(work(LARGE, "network.precision", "float64") / work(LARGE, "network.precision", "float32"))
                .isCloseTo(2, within(0.01));
        assertThat(work(polished, "training.polish.epochs", 1000L) / plain).isCloseTo(3, within(0.01));
    }

    /** For a network so wide that the number of its outputs hardly matters. */
    private static double perPoint(String problem) {
        Map<String, Object> counts = new HashMap<>();
        TestTrials.trial(problem, 1, Map.of()).settings().values().forEach((path, value) -> {
            if (path.startsWith("points.") && path.endsWith(".count")) {
                counts.put(path, 100_000L);
            }
        });
        Map<String, Object> wide = with(counts, "network.kind", "mlp", "network.width", 2000L, "network.depth", 4L);
        Settings settings = TestTrials.trial(problem, 1, wide).settings();
        return TrainingWork.of(settings, 8) / settings.count("training.epochs") / counts.size();
    }

    private static double work(Map<String, Object> others, String path, Object value) {
        return TrainingWork.of(
                TestTrials.trial("linear-decay", 1, with(others, path, value)).settings(), 8);
    }

    private static Map<String, Object> with(Map<String, Object> others, Object... more) {
        Map<String, Object> all = new HashMap<>(others);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], more[i + 1]);
        }
        return all;
    }
}
