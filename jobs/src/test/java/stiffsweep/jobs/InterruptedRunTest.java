package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void endsWith130AndKeepsWhatIsDone(String signal) throws Exception {
        Path conf = Files.writeString(folder.resolve("asked.conf"), SWEEP);
        Path out = folder.resolve("results");
        Path terminal = folder.resolve("terminal.txt");
        ProcessBuilder command =
                Ended.process(List.of(), "run", conf.toString(), "--out", out.toString(), "--master", "local[1]");
        // What a shell starts in the background, a build perhaps, has its children ignore INT.
        command.command().addAll(0, List.of("env", "--default-signal=INT"));
        Process run = command.redirectErrorStream(true)
                .redirectOutput(terminal.toFile())
                .start();
        try (Arrivals arrivals = Arrivals.in(out.resolve("trials"))) {
            arrivals.await(2, terminal);
        }
        new ProcessBuilder("kill", "-" + signal, String.valueOf(run.pid()))
                .start()
                .waitFor();

        assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(run.exitValue()).as(Files.readString(terminal)).isEqualTo(ExitCode.INTERRUPTED);
        Ended rows = Ended.after(
                "sql", out.toString(), "select outcome, count(*) >= 4 from trials group by all", "--format", "csv");
        assertThat(rows.out()).endsWith("COMPLETED,true\n");
        assertThat(Ended.after("status", out.toString()).out()).containsIgnoringCase("interrupted");
    }
}
