package stiffsweep.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.folder.ClosedForm;
import stiffsweep.folder.DecaySweep;
import stiffsweep.folder.Published;
import stiffsweep.run.StackWork;
import stiffsweep.storage.FolderInUseException;
import stiffsweep.store.ResultFolder;
import stiffsweep.store.Row;
import stiffsweep.store.RunStatus;
import stiffsweep.store.StatusFile;
import stiffsweep.sweep.Sweep;

/** A run that is killed at any moment costs what it was working on and nothing else. */
class KilledRunTest {

    private static final int SOLVED_STACKS = BlockingRun.LAST_SOLVED / 2;

    private final Sweep sweep = DecaySweep.of(40, 1, 2);

    @TempDir
    Path root;

    private ResultFolder folder;
    private Path terminal;

    @BeforeEach
    void createTheFolder() throws IOException {
        folder = new ResultFolder(root.resolve("results"));
        folder.create();
        terminal = root.resolve("terminal.txt");
    }

    @Test
    void continuesAfterKillNineWithEveryRowOnce() throws Exception {
        Process process = startAndAwaitFiles(1);
        process.destroyForcibly().waitFor();
        assertContinues();
    }

    @Test
    void saysThatItWasInterruptedAndKeepsTheTerminalClean() throws Exception {
        Process process = startAndAwaitFiles(SOLVED_STACKS);
        assertThatThrownBy(() -> run(new ClosedForm()))
                .isInstanceOf(FolderInUseException.class)
                .hasMessageContaining("process " + process.pid());
        process.destroy();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();

        assertThat(StatusFile.read(folder))
                .hasValueSatisfying(status -> assertThat(status.state()).isEqualTo(RunStatus.State.INTERRUPTED));
        assertThat(Published.column(folder.trials(), "outcome"))
                .containsOnly("COMPLETED")
                .hasSize(2 * SOLVED_STACKS);
        assertThat(terminal).content().doesNotContain("INFO", "SparkContext");
        assertThat(folder.sparkLog()).isNotEmptyFile();
        assertContinues();
    }

    private void assertContinues() {
        List<Row> early = Published.rows(folder.trials());
        RunSummary summary = run(new ClosedForm());
        assertThat(summary.state()).isEqualTo(RunStatus.State.FINISHED);
        assertThat(summary.alreadyDone()).isEqualTo(early.size()).isGreaterThanOrEqualTo(2);
        assertThat(Published.column(folder.trials(), "trial_id")).hasSize(40).doesNotHaveDuplicates();
        // The rows of the first run are untouched, down to when they were made.
        assertThat(Published.rows(folder.trials())).containsAll(early);
        assertThat(Published.rows(folder.curves())).hasSize(80).doesNotHaveDuplicates();
        assertThat(Published.rows(folder.solutions())).hasSize(80).doesNotHaveDuplicates();
        assertThat(folder.temporary()).isEmptyDirectory();
    }

    private RunSummary run(StackWork work) {
        return new SweepRun(sweep, "", folder, RunOptions.on("local[2]"), work, new RunListener() {}).run();
    }

    /** Starts a run in another process and returns when it has published that many stacks. */
    private Process startAndAwaitFiles(int files) throws IOException, InterruptedException {
        try (WatchService watch = folder.trials().getFileSystem().newWatchService()) {
            folder.trials().register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            Process process = OtherProcess.start(
                    BlockingRun.class, List.of(), Map.of(), folder.root().toString(), terminal);
            while (Published.files(folder.trials()).size() < files) {
                WatchKey key = watch.poll(2, TimeUnit.MINUTES);
                assertThat(key)
                        .as("the run published nothing: %s", Files.readString(terminal))
                        .isNotNull();
                key.reset();
            }
            return process;
        }
    }
}
