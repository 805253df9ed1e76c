package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A sweep of 60 trials and the cluster that it runs on.
 *
 * @param file what is asked
 * @param out where its results go
 * @param terminal what the latest command says
 */
record ClusterSweep(StandaloneCluster cluster, Path file, Path out, Path terminal) {

    /** Starts a cluster for a sweep. */
    static ClusterSweep start(Path root, String text) throws IOException, InterruptedException {
        Path file = Files.writeString(root.resolve("sweep.conf"), text);
        StandaloneCluster cluster = StandaloneCluster.start(root.resolve("cluster"));
        return new ClusterSweep(cluster, file, root.resolve("results"), root.resolve("terminal.txt"));
    }

    /** The same with another result folder. */
    ClusterSweep into(Path folder) {
        return new ClusterSweep(cluster, file, folder, terminal);
    }

    /** The same with another terminal. */
    ClusterSweep on(Path screen) {
        return new ClusterSweep(cluster, file, out, screen);
    }

    /** Starts a run. */
    Process run(String... more) throws IOException, InterruptedException {
        Stream<String> common =
                Stream.of("run", file.toString(), "--master", cluster.master(), "--out", out.toString());
        return cluster.command(
                "sweep", terminal, Stream.concat(common, Arrays.stream(more)).toArray(String[]::new));
    }

    /** Starts a run and returns when it has published that many stacks. */
    Process runUntil(int stacks, String... more) throws IOException, InterruptedException {
        try (Arrivals arrivals = Arrivals.in(out.resolve("trials"))) {
            Process run = run(more);
            arrivals.await(stacks, terminal);
            return run;
        }
    }

    /**
     * Starts a run by plain spark-submit.
     *
     * @param location the result folder, a path or a URI
     * @param options for spark-submit
     */
    Process submit(String location, String... options) throws IOException, InterruptedException {
        Stream<String> application = Stream.of(
                "--master",
                cluster.master(),
                "--class",
                "stiffsweep.jobs.Sweep",
                StandaloneCluster.application().toString(),
                "run",
                file.toString(),
                "--out",
                location);
        return cluster.command(
                "spark-submit",
                terminal,
                Stream.concat(Arrays.stream(options), application).toArray(String[]::new));
    }

    static int exitCode(Process run) throws InterruptedException {
        assertThat(run.waitFor(6, TimeUnit.MINUTES)).isTrue();
        return run.exitValue();
    }

    void assertSixtyRows() {
        assertThat(rows("outcome, count(*), count(distinct trial_id) from trials group by all"))
                .containsExactly("COMPLETED,60,60");
    }

    /** The rows of a query, of the table of trials if it names none. */
    List<String> rows(String query) {
        String select = "select " + query + (query.contains(" from ") ? "" : " from trials");
        Ended answer = Ended.after("sql", out.toString(), select, "--format", "csv");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer.out().lines().skip(1).toList();
    }
}
