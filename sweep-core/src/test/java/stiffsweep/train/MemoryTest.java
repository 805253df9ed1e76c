package stiffsweep.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import stiffsweep.run.Stack;
import stiffsweep.run.StackRunner;
import stiffsweep.run.TestTrials;
import stiffsweep.sweep.Trial;

/** The engine's memory is not the virtual machine's: a leak there is seen by the system alone. */
class MemoryTest {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final long STEPS = 100_000;
    private static final long DRAWS = 20_000;
    private static final long REPORTS = 10;

    /** One byte a step would be 0.1 MB; the smallest tensor that is not freed costs some hundred. */
    private static final long MOST_GROWTH = 24L << 20;

    /**
     * A quarter of what the points of two thirds of the draws would take. The buffers that they are made through wait for the
     * collector, so their most is reached late, and the engine's allocator keeps what it has had.
     */
    private static final long MOST_GROWTH_OF_DRAWS = (DRAWS * 2 / 3) * (51L << 10) / 4;

    static boolean isReadable() {
        return Files.isReadable(STATUS);
    }

    @Test
    @EnabledIf("isReadable")
    void residentMemoryIsFlatOverAHundredThousandSteps() {
        Map<String, Object> changes = new HashMap<>();
        changes.put("training.kernel", "engine");
        changes.put("network.width", 4L);
        changes.put("network.depth", 1L);
        changes.put("points.residual.count", 8L);
        changes.put("training.stop-below", 0.0);
        changes.put("training.learning-rate", 1e-4);
        changes.put("training.epochs", STEPS);
        changes.put("measure.curve-every", STEPS / REPORTS);
        List<Trial> trials =
                List.of(TestTrials.trial("linear-decay", 1, changes), TestTrials.trial("linear-decay", 2, changes));
        assertFlat(trials, STEPS, MOST_GROWTH);
    }

    /** The points of one draw are some 50 kB: those of all, if they were kept, a gigabyte. */
    @Test
    @EnabledIf("isReadable")
    void residentMemoryIsFlatOverTwentyThousandDraws() {
        Map<String, Object> changes = new HashMap<>();
        changes.put("network.width", 4L);
        changes.put("network.depth", 1L);
        changes.put("loss.weighting", "plain");
        changes.put("points.interior.count", 200L);
        changes.put("points.interior.redraw", 1L);
        changes.put("points.initial.count", 8L);
        changes.put("points.measured.t", 4L);
        changes.put("points.measured.x", 4L);
        changes.put("training.stop-below", 0.0);
        changes.put("training.epochs", DRAWS);
        changes.put("measure.curve-every", DRAWS / REPORTS);
        assertFlat(
                List.of(TestTrials.trial("convection", 1, changes), TestTrials.trial("convection", 2, changes)),
                DRAWS,
                MOST_GROWTH_OF_DRAWS);
    }

    private static void assertFlat(List<Trial> trials, long steps, long most) {
        Watch watch = new Watch();
        new StackRunner().run(new Stack(trials), List.of(), watch);
        assertThat(watch.afterAThird).as("resident memory after a third").isPositive();
        assertThat(watch.atTheEnd - watch.afterAThird)
                .as("growth of the resident memory over the last two thirds of %d steps, in bytes", steps)
                .isLessThan(most);
    }

    /** Reads the resident memory at the reports after a third of the steps: reports come by time, not by the step. */
    private static final class Watch implements Progress {

        private long afterAThird;
        private long atTheEnd;

        @Override
        public void at(long epoch, long epochs, double bestError) {
            if (epoch > epochs / 3) {
                atTheEnd = resident();
                afterAThird = afterAThird == 0 ? atTheEnd : afterAThird;
            }
        }

        private static long resident() {
            System.gc();
            try {
                String line = Files.readAllLines(STATUS).stream()
                        .filter(text -> text.startsWith("VmRSS:"))
                        .findFirst()
                        .orElseThrow();
                return Long.parseLong(line.replaceAll("\\D", "")) << 10;
            } catch (IOException e) {
                throw new UncheckedIOException("the process's status must be readable", e);
            }
        }
    }
}
