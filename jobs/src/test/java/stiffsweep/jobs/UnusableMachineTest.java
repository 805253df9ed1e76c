package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the machine does not let a run do is said once, before any training, and is no trial's failure. */
class UnusableMachineTest {

    private static final String SWEEP = """
            name = tiny
            network  { width = 4, depth = 1 }
            points   { residual { count = 16 } }
            training { epochs = 30 }
            """;

    /** A folder that nobody can make, root included. */
    private static final String NOWHERE = "/proc/stiffsweep-nowhere";

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void writeTheSweep() throws IOException {
        Files.writeString(folder.resolve("tiny.conf"), SWEEP);
        out = folder.resolve("results");
    }

    @Test
    void aFolderForTheEngineThatCannotBeWritten() throws Exception {
        for (String stack : List.of("auto", "2")) {
            Ended ended = run(List.of(), Map.of("DJL_CACHE_DIR", NOWHERE), "--set", "training.stack=" + stack);

            assertThat(ended.err()).contains("DJL_CACHE_DIR", NOWHERE).doesNotContain("\tat ");
        }
    }

    @Test
    void aTemporaryFolderThatCannotBeWritten() throws Exception {
        Ended ended = run(List.of("-Djava.io.tmpdir=" + NOWHERE), Map.of());

        assertThat(ended.err()).contains("java.io.tmpdir = " + NOWHERE).doesNotContain("\tat ");
    }

    @Test
    void localFoldersOfSparkThatCannotBeWritten() throws Exception {
        Ended ended = run(List.of(), Map.of("SPARK_LOCAL_DIRS", NOWHERE));

        assertThat(ended.err())
                .contains("Spark has ended this process", "Failed to create any local dir", "spark.log has more");
        assertThat(Ended.after("status", out.toString()).out()).contains("FAILED");
    }

    @Test
    void aSparkThatDoesNotStart() throws Exception {
        Ended ended = run(List.of("-Dspark.driver.port=none"), Map.of());

        assertThat(ended.err()).contains("Spark must start, but got", "spark.driver.port", "spark.log has more");
    }

    private Ended run(List<String> flags, Map<String, String> environment, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "run", folder.resolve("tiny.conf").toString(), "--out", out.toString(), "--master", "local[1]"));
        command.addAll(List.of(more));
        Ended ended = Ended.inAnotherProcess(folder, flags, environment, command.toArray(String[]::new));
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.INTERNAL_ERROR);
        assertThat(out.resolve("trials"))
                .satisfiesAnyOf(
                        trials -> assertThat(trials).doesNotExist(),
                        trials -> assertThat(trials).isEmptyDirectory());
        return ended;
    }
}
