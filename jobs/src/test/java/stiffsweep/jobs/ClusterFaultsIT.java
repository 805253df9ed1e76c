package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static stiffsweep.jobs.ClusterSweep.exitCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps of 60 trials on a real cluster of a master and two workers, and what may happen to them. */
class ClusterFaultsIT {

    private static final String SWEEP = """
            name = faults
            network  { width = 8, depth = 2 }
            points   { residual { count = 50 } }
            training { epochs = 2000, stop-below = 0, stack = 4 }
            measure  { hessian = false }
            sweep.grid.problem.stiffness = { linspace = [1, 30], count = 30 }
            sweep.replicates = 2
            """;

    private static final String FAULTY_SWEEP = """
            name = faulty
            problem  { kind = faulty }
            network  { width = 8, depth = 2 }
            training { epochs = 300, stop-below = 0, stack = 2 }
            measure  { hessian = false }
            failure  { tolerate = 10%, timeout = 30 seconds, memory = 2 GiB }
            sweep.blocks = [
              { grid { training.learning-rate = { logspace = [1e-4, 1e-3], count = 55 } } }
              { grid { problem.fault = [1, 2, 3, 4, 5] } }
            ]
            """;

    @TempDir
    private Path root;

    private ClusterSweep sweep;

    @BeforeEach
    void startACluster() throws IOException, InterruptedException {
        sweep = ClusterSweep.start(root, SWEEP);
    }

    @AfterEach
    void stopTheCluster() throws IOException, InterruptedException {
        sweep.cluster().stop();
    }

    @Test
    void anExecutorThatIsKilledCostsNoTrial() throws Exception {
        Process run = sweep.runUntil(2);
        sweep.cluster().executors(1).forEach(ProcessHandle::destroyForcibly);

        assertThat(exitCode(run)).isZero();
        sweep.assertSixtyRows();
    }

    @Test
    void anExecutorThatPublishesItselfAndIsKilledCostsNoTrial() throws Exception {
        Process run = sweep.runUntil(2, "--set", "store.publish=executor");
        sweep.cluster().executors(1).forEach(ProcessHandle::destroyForcibly);

        assertThat(exitCode(run)).isZero();
        sweep.assertSixtyRows();
    }

    @Test
    void trainingsThatAreCutOffGoOnFromTheirStatesInOtherExecutors() throws Exception {
        Process run = sweep.run("--set", "training.checkpoint-every=5e-3", "--set", "training.epochs=4000");
        try (Arrivals states = Arrivals.in(sweep.out().resolve("states"))) {
            states.await(1, sweep.terminal());
        }
        sweep.cluster().executors(1).forEach(ProcessHandle::destroyForcibly);
        sweep.cluster().executors(2).forEach(ProcessHandle::destroyForcibly);

        assertThat(exitCode(run)).isZero();
        sweep.assertSixtyRows();
        assertThat(sweep.rows("count(*) from trials where epochs_resumed between 1 and 3999"))
                .singleElement()
                .satisfies(resumed -> assertThat(Integer.parseInt(resumed)).isBetween(1, 8));
    }

    @Test
    void aWorkerThatIsKilledLeavesItsTrialsToTheOther() throws Exception {
        Process run = sweep.runUntil(2);
        List<ProcessHandle> dead = new ArrayList<>(sweep.cluster().executors(1));
        dead.add(sweep.cluster().worker(1));
        dead.forEach(ProcessHandle::destroyForcibly);

        assertThat(exitCode(run)).isZero();
        sweep.assertSixtyRows();
    }

    @Test
    void aDriverThatIsKilledIsContinuedByTheSameCommand() throws Exception {
        sweep.runUntil(3).destroyForcibly().waitFor();
        List<String> early = sweep.rows("trial_id, started_at");
        assertThat(early).hasSizeBetween(8, 59);

        assertThat(exitCode(sweep.run())).isZero();
        sweep.assertSixtyRows();
        assertThat(sweep.rows("trial_id, started_at")).containsAll(early);
    }

    @Test
    void aSecondDriverIsRefused() throws Exception {
        Process first = sweep.runUntil(1);
        Path other = root.resolve("other.txt");
        Process second = sweep.on(other).run();

        assertThat(second.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(second.exitValue()).isEqualTo(ExitCode.REFUSED);
        assertThat(other).content().contains("process " + first.pid());
        assertThat(exitCode(first)).isZero();
        sweep.assertSixtyRows();
    }

    @Test
    void trialsThatGoWrongAreOneRowEachWithTheirReason() throws Exception {
        Files.writeString(sweep.file(), FAULTY_SWEEP);

        assertThat(exitCode(sweep.run("--jars", FaultyProblem.jar(root).toString())))
                .isEqualTo(ExitCode.SOME_FAILED);
        assertThat(sweep.rows("distinct trial_id")).hasSize(60);
        assertThat(sweep.rows("outcome, count(*) from trials where fault = 0 group by all"))
                .containsExactly("COMPLETED,55");
        assertThat(sweep.rows("outcome, failure from trials where fault > 0 order by fault"))
                .satisfiesExactly(
                        row -> assertThat(row).startsWith("FAILED").contains("fault 1"),
                        row -> assertThat(row).startsWith("DIVERGED").contains("NaN"),
                        row -> assertThat(row).startsWith("TIMED_OUT").contains("failure.timeout"),
                        row -> assertThat(row).startsWith("FAILED").contains("failure.memory"),
                        row -> assertThat(row).startsWith("FAILED").contains("134"));
        assertThat(sweep.terminal()).content().contains("4 of 60 trials failed (failure.tolerate = 10 %)");
    }

    @Test
    void plainSparkSubmitRunsTheSameSweep() throws Exception {
        assertThat(exitCode(sweep.submit(sweep.out().toString()))).isZero();
        sweep.assertSixtyRows();
    }
}
