package stiffsweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.folder.Published;
import stiffsweep.store.ResultFolder;
import stiffsweep.store.Row;

/** On a cluster a trial may cost the process that it runs in, and itself its result, but nobody else anything. */
class FaultyTrialsTest {

    @TempDir
    Path root;

    @Test
    void givesATrialThatCrashesGrowsOrNeverEndsARowWithItsReason() throws Exception {
        ResultFolder folder = new ResultFolder(root.resolve("results"));
        Path terminal = root.resolve("terminal.txt");
        Path sparkHome = root.resolve("spark-home");
        Files.createDirectories(sparkHome.resolve("jars"));
        Process run = OtherProcess.start(
                FaultyRun.class,
                List.of(
                        "-Dspark.executor.memory=512m",
                        "-Dspark.task.reaper.killTimeout=1s",
                        "-Dspark.executor.extraClassPath=" + System.getProperty("java.class.path")),
                Map.of("SPARK_HOME", sparkHome.toString(), "SPARK_SCALA_VERSION", "2.13"),
                folder.root().toString(),
                terminal);
        assertThat(run.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(run.exitValue()).as(Files.readString(terminal)).isZero();

        assertThat(Published.column(folder.trials(), "trial_id")).hasSize(8).doesNotHaveDuplicates();
        assertThat(failure(folder, FaultyRun.CRASHES)).startsWith("FAILED").contains("1 time when alone", "134");
        assertThat(failure(folder, FaultyRun.GROWS))
                .startsWith("FAILED")
                .contains("failure.memory = " + FaultyRun.MEMORY);
        assertThat(failure(folder, FaultyRun.LOOPS)).startsWith("TIMED_OUT").contains("failure.timeout = 12 s");
        assertThat(failure(folder, FaultyRun.STOPS)).startsWith("STOPPED").contains("at the rung of 8 epochs");
        assertThat(failure(folder, 1)).startsWith("COMPLETED");
        assertThat(Published.column(folder.trials(), "outcome"))
                .filteredOn(outcome -> outcome.equals("COMPLETED") || outcome.equals("STOPPED"))
                .hasSize(5);
    }

    private static String failure(ResultFolder folder, double stiffness) {
        Row row = Published.rows(folder.trials()).stream()
                .filter(each -> Double.valueOf(stiffness).equals(each.value("stiffness")))
                .findFirst()
                .orElseThrow();
        return row.value("outcome") + ": " + row.value("failure");
    }
}
