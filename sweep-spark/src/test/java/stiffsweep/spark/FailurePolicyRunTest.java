package stiffsweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.folder.ClosedForm;
import stiffsweep.folder.DecaySweep;
import stiffsweep.folder.Published;
import stiffsweep.result.Outcome;
import stiffsweep.run.StackWork;
import stiffsweep.store.ResultFolder;
import stiffsweep.store.RunStatus;
import stiffsweep.sweep.FailurePolicy;
import stiffsweep.sweep.Sweep;

/** What a sweep file says of failures is what a run does. */
class FailurePolicyRunTest {

    /** Work travels by serialisation, so it counts here. */
    private static final AtomicInteger TRIES = new AtomicInteger();

    /** Longer than any run of the test that ends as it should. */
    private static final long LONG_NANOS = 120_000_000_000L;

    private final Sweep sweep = DecaySweep.of(6, 1, 3);

    @TempDir
    Path root;

    private ResultFolder folder;

    @BeforeEach
    void nameTheFolder() {
        folder = new ResultFolder(root.resolve("results"));
    }

    @Test
    void givesUpATrialThatTakesTooLongAndCompletesAllOthers() {
        FailurePolicy policy = new FailurePolicy(1, 3, Duration.ofMillis(200), 0, false);
        RunSummary summary = run(policy, (stack, gpus, progress) -> {
            if (stack.trials().stream().anyMatch(trial -> ClosedForm.stiffness(trial) == 2)) {
                trainForEver();
            }
            return new ClosedForm().run(stack, gpus, progress);
        });

        assertThat(summary.state()).isEqualTo(RunStatus.State.FINISHED);
        assertThat(summary.count(Outcome.Status.COMPLETED)).isEqualTo(5);
        assertThat(summary.count(Outcome.Status.TIMED_OUT)).isEqualTo(1);
        assertThat(Published.column(folder.trials(), "failure"))
                .filteredOn(failure -> failure != null)
                .singleElement()
                .asString()
                .contains("failure.timeout", "--retry timed-out");
    }

    @Test
    void triesALostTrialAsOftenAsItIsTold() {
        StackWork work = (stack, gpus, progress) -> {
            TRIES.incrementAndGet();
            throw new IllegalStateException("lost");
        };
        TRIES.set(0);
        RunSummary summary = run(new FailurePolicy(1, 3, Duration.ZERO, 0, false), work);
        // Two stacks of three, of each the half with two, and then each of six trials four times.
        assertThat(TRIES).hasValue(2 + 2 + 6 * 4);
        assertThat(summary.failures()).isEqualTo(6);
    }

    @Test
    void endsWithTheFirstFailureWhereItIsToldTo() {
        FailurePolicy policy = new FailurePolicy(1, 0, Duration.ZERO, 0, true);
        RunSummary summary = run(policy, (stack, gpus, progress) -> {
            throw new IllegalStateException("lost");
        });
        assertThat(summary.state()).isEqualTo(RunStatus.State.FAILED);
        assertThat(summary.failures()).isBetween(1, 2);

        RunSummary next = run(FailurePolicy.DEFAULT, new ClosedForm());
        assertThat(next.state()).isEqualTo(RunStatus.State.FINISHED);
        assertThat(next.runNow()).isEqualTo(6 - summary.failures());
    }

    @Test
    void theFirstFailureEndsWhatTrainsBesideIt() {
        FailurePolicy policy = new FailurePolicy(1, 0, Duration.ZERO, 0, true);
        RunSummary summary = run(policy, (stack, gpus, progress) -> {
            if (stack.trials().stream().anyMatch(trial -> ClosedForm.stiffness(trial) == 1)) {
                throw new IllegalStateException("lost");
            }
            progress.at(1, 100, 0.5);
            long late = System.nanoTime() + LONG_NANOS;
            while (!progress.isCutOff()) {
                if (System.nanoTime() > late) {
                    return new ClosedForm().run(stack, gpus, progress);
                }
            }
            throw new CancellationException("the training was cut off");
        });

        assertThat(summary.state()).isEqualTo(RunStatus.State.FAILED);
        assertThat(summary.outcomes()).containsOnlyKeys(Outcome.Status.FAILED);
    }

    private RunSummary run(FailurePolicy policy, StackWork work) {
        return new SweepRun(sweep, "", folder, RunOptions.on("local[2]").with(policy), work, new RunListener() {})
                .run();
    }

    /** A training ends between two epochs when its thread is interrupted. */
    private static void trainForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new CancellationException();
        }
    }
}
