package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Spark master and two workers on this machine, each a process of its own, from the distribution that the build made.
 *
 * @param folder where it keeps its logs and process ids
 */
record StandaloneCluster(Path folder) {

    private static final Path JOBS = Path.of("").toAbsolutePath();

    /** The distribution. */
    static final Path DISTRIBUTION = JOBS.resolve("target/dist");

    /** Starts it on a port that is free. */
    static StandaloneCluster start(Path folder) throws IOException, InterruptedException {
        StandaloneCluster cluster = new StandaloneCluster(folder);
        cluster.script(Map.of(), "start", "2", "1");
        return cluster;
    }

    /** Starts one with a single worker that has properties of its own. */
    static StandaloneCluster startOneWorker(Path folder, int cores, Path properties)
            throws IOException, InterruptedException {
        StandaloneCluster cluster = new StandaloneCluster(folder);
        cluster.script(Map.of("CLUSTER_PROPERTIES", properties.toString()), "start", "1", String.valueOf(cores));
        return cluster;
    }

    /** The jar for spark-submit. */
    static Path application() throws IOException {
        try (Stream<Path> jars = Files.list(DISTRIBUTION.resolve("lib"))) {
            return jars.filter(jar -> jar.getFileName().toString().matches("jobs-[0-9].*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The URL for {@code --master}. */
    String master() throws IOException, InterruptedException {
        String status = script(Map.of(), "status");
        return status.substring(status.indexOf("spark://")).lines().findFirst().orElseThrow();
    }

    /** The process of a worker, from 1. */
    ProcessHandle worker(int number) throws IOException {
        String pid =
                Files.readString(folder.resolve("worker-" + number + ".pid")).strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** The processes of a worker's executors that are alive. */
    List<ProcessHandle> executors(int worker) throws IOException {
        try (Stream<ProcessHandle> children = worker(worker).descendants()) {
            return children.filter(ProcessHandle::isAlive).toList();
        }
    }

    /** Starts a command of the distribution; its output goes to a file. */
    Process command(String name, Path terminal, String... arguments) throws IOException {
        return process(
                Stream.concat(
                                Stream.of(DISTRIBUTION
                                        .resolve("bin")
                                        .resolve(name)
                                        .toString()),
                                Stream.of(arguments))
                        .toList(),
                Map.of(),
                terminal);
    }

    private String script(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path terminal = Files.createTempFile("cluster", ".txt");
        List<String> words = Stream.concat(Stream.of(JOBS.resolve("cluster.sh").toString()), Stream.of(arguments))
                .toList();
        Process script = process(words, environment, terminal);
        assertThat(script.waitFor(3, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(terminal);
        assertThat(script.exitValue()).as(said).isZero();
        return said;
    }

    private Process process(List<String> words, Map<String, String> environment, Path terminal) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(terminal.toFile());
        builder.environment()
                .putAll(Map.of(
                        "CLUSTER_FOLDER", folder.toString(),
                        "CLUSTER_PORT", "0",
                        // A trial that holds its process is not to hold the test.
                        "JAVA_TOOL_OPTIONS", "-Dspark.task.reaper.killTimeout=2s"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    void stop() throws IOException, InterruptedException {
        script(Map.of(), "stop");
    }
}
