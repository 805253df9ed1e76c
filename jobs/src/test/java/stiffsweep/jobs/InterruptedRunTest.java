package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.store.ResultFolder;
import stiffsweep.store.StatusFile;

/** A run that is asked to end. */
class InterruptedRunTest {

    private static final String SWEEP = """
            name = asked
            network  { widths = "6-5" }
            points   { residual { count = 20 } }
            training { epochs = 3000, stop-below = 0, stack = 2 }
            measure  { hessian = false }
            sweep.replicates = 500
            """;

    @TempDir
    private Path folder;

    private static final String LONG_TRAININGS = """
            name = long
            network  { widths = "8-8", precision = float64 }
            points   { residual { count = 40 } }
            training { stop-below = 0, stop-gradient-below = 1e-300, stop-step-below = 1e-300, stack = 2 }
            measure  { hessian = false }
            sweep.replicates = 2
            sweep.blocks = [
              { grid.training { optimizer = [adamw], epochs = [12000] } }
              { grid.training { optimizer = [lbfgs], epochs = [12000] } }
              { grid.training { optimizer = [levenberg-marquardt], epochs = [1500] } }
            ]
            """;

    private static final String NUMBERS =
            "select trial_id, outcome, epochs, columns('^(loss|error).*') from trials order by trial_id";

    /** One stack of each optimiser, all of them at once, long before any state would have been kept. */
    @Test
    void keepsWhereEveryTrainingStandsAndGoesOnFromThereToTheSameBits() throws Exception {
        Path conf = Files.writeString(folder.resolve("long.conf"), LONG_TRAININGS);
        Path out = folder.resolve("results");
        Process run = start(conf, out, "local[3]");
        awaitTraining(out, 3);
        end(run, "TERM");
        assertThat(terminal())
                .contains("goes on from where the trainings stand")
                .doesNotContain("warning");
        assertThat(ResultFolder.files(out.resolve("states"), "*.state")).hasSize(6);

        Ended rest = Ended.after("run", conf.toString(), "--out", out.toString(), "--master", "local[2]");
        assertThat(rest.exitCode()).as(rest.err()).isZero();
        Path whole = folder.resolve("whole");
        Ended.after("run", conf.toString(), "--out", whole.toString(), "--master", "local[2]");

        assertThat(answer(out, "select count(*) from trials where epochs_resumed > 0"))
                .endsWith("\n6\n");
        assertThat(answer(out, NUMBERS)).isEqualTo(answer(whole, NUMBERS));
    }

    @Test
    void keepsWhereATrainingOnAnExecutorStands() throws Exception {
        Path conf = Files.writeString(folder.resolve("long.conf"), LONG_TRAININGS);
        Path out = folder.resolve("results");
        Path home = folder.resolve("spark-home");
        Files.createDirectories(home.resolve("jars"));
        ProcessBuilder command = command(
                List.of("-Dspark.executor.extraClassPath=" + System.getProperty("java.class.path")),
                conf,
                out,
                "local-cluster[1,1,1024]");
        command.environment().putAll(Map.of("SPARK_HOME", home.toString(), "SPARK_SCALA_VERSION", "2.13"));

        Process run = command.start();
        awaitTraining(out, 1);
        end(run, "TERM");

        assertThat(terminal())
                .contains("goes on from where the trainings stand")
                .doesNotContain("warning");
        assertThat(ResultFolder.files(out.resolve("states"), "*.state")).hasSize(2);
    }

    /** Returns when so many stacks have said how far they are. */
    private void awaitTraining(Path out, int stacks) throws Exception {
        try (WatchService watch = out.getFileSystem().newWatchService()) {
            Files.createDirectories(out);
            out.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            while (StatusFile.read(new ResultFolder(out))
                            .map(status -> status.live().stream())
                            .orElse(Stream.of())
                            .filter(stack -> stack.epoch() > 0)
                            .count()
                    < stacks) {
                WatchKey key = watch.poll(2, TimeUnit.MINUTES);
                assertThat(key).as(terminal()).isNotNull();
                key.pollEvents();
                key.reset();
            }
        }
    }

    private Process start(Path conf, Path out, String master) throws IOException {
        return command(List.of(), conf, out, master).start();
    }

    private ProcessBuilder command(List<String> flags, Path conf, Path out, String master) {
        ProcessBuilder command =
                Ended.process(flags, "run", conf.toString(), "--out", out.toString(), "--master", master);
        // What a shell starts in the background, a build perhaps, has its children ignore some.
        command.command().addAll(0, List.of("env", "--default-signal=INT,HUP"));
        return command.redirectErrorStream(true)
                .redirectOutput(folder.resolve("terminal.txt").toFile());
    }

    private void end(Process run, String signal) throws Exception {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(run.pid()))
                .start()
                .waitFor();
        assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(run.exitValue()).as(terminal()).isEqualTo(ExitCode.INTERRUPTED);
    }

    private String terminal() throws IOException {
        return Files.readString(folder.resolve("terminal.txt"));
    }

    private static String answer(Path out, String query) {
        return Ended.after("sql", out.toString(), query, "--format", "csv").out();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP"})
    void endsWith130AndKeepsWhatIsDone(String signal) throws Exception {
        Path conf = Files.writeString(folder.resolve("asked.conf"), SWEEP);
        Path out = folder.resolve("results");
        Path terminal = folder.resolve("terminal.txt");
        Process run = start(conf, out, "local[1]");
        try (Arrivals arrivals = Arrivals.in(out.resolve("trials"))) {
            arrivals.await(2, terminal);
        }
        end(run, signal);

        Ended rows = Ended.after(
                "sql", out.toString(), "select outcome, count(*) >= 4 from trials group by all", "--format", "csv");
        assertThat(rows.out()).endsWith("COMPLETED,true\n");
        assertThat(Ended.after("status", out.toString()).out()).containsIgnoringCase("interrupted");
    }
}
