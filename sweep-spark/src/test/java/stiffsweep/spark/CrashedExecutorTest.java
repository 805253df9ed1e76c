package stiffsweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.store.ResultFolder;

/** On a cluster a crash in native code costs the process of an executor, and the trial that does it alone. */
class CrashedExecutorTest {

    @TempDir
    Path root;

    @Test
    void failsTheTrialThatCrashesEachTimeAndCompletesAllOthers() throws Exception {
        ResultFolder folder = new ResultFolder(root.resolve("results"));
        Path terminal = root.resolve("terminal.txt");
        Path sparkHome = root.resolve("spark-home");
        Files.createDirectories(sparkHome.resolve("jars"));
        Process run = OtherProcess.start(
                CrashingRun.class,
                List.of(
                        "-Dspark.executor.memory=512m",
                        "-Dspark.executor.extraClassPath=" + System.getProperty("java.class.path")),
                Map.of("SPARK_HOME", sparkHome.toString(), "SPARK_SCALA_VERSION", "2.13"),
                folder.root().toString(),
                terminal);
        assertThat(run.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(run.exitValue()).as(Files.readString(terminal)).isZero();

        assertThat(Published.column(folder.trials(), "trial_id")).hasSize(6).doesNotHaveDuplicates();
        assertThat(Published.rows(folder.trials()))
                .allSatisfy(row -> assertThat(row.value("outcome"))
                        .isEqualTo(
                                Double.valueOf(CrashingRun.CRASHES).equals(row.value("stiffness"))
                                        ? "FAILED"
                                        : "COMPLETED"));
        assertThat(Published.column(folder.trials(), "failure"))
                .filteredOn(failure -> failure != null)
                .singleElement()
                .asString()
                .contains("2 times when alone");
    }
}
