package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
            failure  { tolerate = 10%, timeout = 10 seconds, memory = 2 GiB }
            sweep.blocks = [
              { grid { training.learning-rate = { logspace = [1e-4, 1e-3], count = 55 } } }
              { grid { problem.fault = [1, 2, 3, 4, 5] } }
            ]
            """;

    @TempDir
    private Path root;

    private Path out = Path.of("");
    private Path terminal = Path.of("");
    private String file = "";
    private StandaloneCluster cluster = new StandaloneCluster(Path.of(""));

    @BeforeEach
    void startACluster() throws IOException, InterruptedException {
        out = root.resolve("results");
        terminal = root.resolve("terminal.txt");
        file = Files.writeString(root.resolve("faults.conf"), SWEEP).toString();
        cluster = StandaloneCluster.start(root.resolve("cluster"));
    }

    @AfterEach
    void stopTheCluster() throws IOException, InterruptedException {
        cluster.stop();
    }

    @Test
    void anExecutorThatIsKilledCostsNoTrial() throws Exception {
        Process run = startAndAwait(2);
        cluster.executors(1).forEach(ProcessHandle::destroyForcibly);

        assertThat(exitCode(run)).isZero();
        assertSixtyRows();
    }

    @Test
    void anExecutorThatPublishesItselfAndIsKilledCostsNoTrial() throws Exception {
        Process run = startAndAwait(2, "--set", "store.publish=executor");
        cluster.executors(1).forEach(ProcessHandle::destroyForcibly);

        assertThat(exitCode(run)).isZero();
        assertSixtyRows();
    }

    @Test
    void trainingsThatAreCutOffGoOnFromTheirStatesInOtherExecutors() throws Exception {
        Process run = start("--set", "training.checkpoint-every=1e-3", "--set", "training.epochs=10000");
        try (Arrivals states = Arrivals.in(out.resolve("states"))) {
            states.await(1, terminal);
        }
        cluster.executors(1).forEach(ProcessHandle::destroyForcibly);
        cluster.executors(2).forEach(ProcessHandle::destroyForcibly);

        assertThat(exitCode(run)).isZero();
        assertSixtyRows();
        assertThat(rows("count(*) from trials where epochs_resumed between 1 and 9999"))
                .singleElement()
                .satisfies(resumed -> assertThat(Integer.parseInt(resumed)).isBetween(1, 8));
    }

    @Test
    void aWorkerThatIsKilledLeavesItsTrialsToTheOther() throws Exception {
        Process run = startAndAwait(2);
        List<ProcessHandle> dead = new ArrayList<>(cluster.executors(1));
        dead.add(cluster.worker(1));
        dead.forEach(ProcessHandle::destroyForcibly);

        assertThat(exitCode(run)).isZero();
        assertSixtyRows();
    }

    @Test
    void aDriverThatIsKilledIsContinuedByTheSameCommand() throws Exception {
        startAndAwait(3).destroyForcibly().waitFor();
        List<String> early = rows("trial_id, started_at");
        assertThat(early).hasSizeBetween(8, 59);

        assertThat(exitCode(start())).isZero();
        assertSixtyRows();
        assertThat(rows("trial_id, started_at")).containsAll(early);
    }

    @Test
    void aSecondDriverIsRefused() throws Exception {
        Process first = startAndAwait(1);
        Path other = root.resolve("other.txt");
        Process second = cluster.command("sweep", other, arguments());

        assertThat(second.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(second.exitValue()).isEqualTo(ExitCode.REFUSED);
        assertThat(other).content().contains("process " + first.pid());
        assertThat(exitCode(first)).isZero();
        assertSixtyRows();
    }

    @Test
    void trialsThatGoWrongAreOneRowEachWithTheirReason() throws Exception {
        file = Files.writeString(root.resolve("faulty.conf"), FAULTY_SWEEP).toString();

        assertThat(exitCode(start("--jars", FaultyProblem.jar(root).toString())))
                .isEqualTo(ExitCode.SOME_FAILED);
        assertThat(rows("distinct trial_id")).hasSize(60);
        assertThat(rows("outcome, count(*) from trials where fault = 0 group by all"))
                .containsExactly("COMPLETED,55");
        assertThat(rows("outcome, failure from trials where fault > 0 order by fault"))
                .satisfiesExactly(
                        row -> assertThat(row).startsWith("FAILED").contains("fault 1"),
                        row -> assertThat(row).startsWith("DIVERGED").contains("NaN"),
                        row -> assertThat(row).startsWith("TIMED_OUT").contains("failure.timeout"),
                        row -> assertThat(row).startsWith("FAILED").contains("failure.memory"),
                        row -> assertThat(row).startsWith("FAILED").contains("134"));
        assertThat(terminal).content().contains("4 of 60 trials failed (failure.tolerate = 10 %)");
    }

    @Test
    void plainSparkSubmitRunsTheSameSweep() throws Exception {
        Process submitted = cluster.command(
                "spark-submit",
                terminal,
                "--master",
                cluster.master(),
                "--class",
                "stiffsweep.jobs.Sweep",
                StandaloneCluster.application().toString(),
                "run",
                file,
                "--out",
                out.toString());

        assertThat(exitCode(submitted)).isZero();
        assertSixtyRows();
    }

    private String[] arguments(String... more) throws IOException, InterruptedException {
        Stream<String> common = Stream.of("run", file, "--master", cluster.master(), "--out", out.toString());
        return Stream.concat(common, Arrays.stream(more)).toArray(String[]::new);
    }

    private Process start(String... more) throws IOException, InterruptedException {
        return cluster.command("sweep", terminal, arguments(more));
    }

    /** Starts a run and returns when it has published that many stacks. */
    private Process startAndAwait(int stacks, String... more) throws IOException, InterruptedException {
        try (Arrivals arrivals = Arrivals.in(out.resolve("trials"))) {
            Process run = start(more);
            arrivals.await(stacks, terminal);
            return run;
        }
    }

    private int exitCode(Process run) throws InterruptedException {
        assertThat(run.waitFor(6, TimeUnit.MINUTES)).isTrue();
        return run.exitValue();
    }

    private void assertSixtyRows() {
        assertThat(rows("outcome, count(*), count(distinct trial_id) from trials group by all"))
                .containsExactly("COMPLETED,60,60");
    }

    private List<String> rows(String query) {
        String select = "select " + query + (query.contains(" from ") ? "" : " from trials");
        Ended answer = Ended.after("sql", out.toString(), select, "--format", "csv");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer.out().lines().skip(1).toList();
    }
}
