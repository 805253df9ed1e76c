package stiffsweep.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.folder.ClosedForm;
import stiffsweep.folder.DecaySweep;
import stiffsweep.folder.Published;
import stiffsweep.folder.StackPublisher;
import stiffsweep.run.Stack;
import stiffsweep.run.StackPlanner;
import stiffsweep.storage.FolderAccessException;
import stiffsweep.storage.LocalFiles;
import stiffsweep.store.ResultFolder;
import stiffsweep.sweep.Sweep;

/** What a disk refuses costs time, never a row. */
class FaultyDiskTest {

    @TempDir
    Path root;

    @Test
    void publishesEveryRowOnceWhereThreeTenthsOfAllFilesFailTheFirstTime() throws Exception {
        Sweep sweep = DecaySweep.of(30, 2, 2);
        ResultFolder folder = new ResultFolder(root);
        folder.create();
        FlakyFiles files = new FlakyFiles(new LocalFiles(folder.temporary()), 0.3);
        StackPublisher publisher = new StackPublisher(sweep, folder, files);
        List<Callable<Boolean>> publishes = new ArrayList<>();
        for (Stack stack : StackPlanner.plan(sweep.trials(), group -> 2)) {
            publishes.add(() -> publisher.publish(
                    stack.trials().stream().map(ClosedForm::solve).toList()));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Boolean> isPublished : threads.invokeAll(publishes)) {
                assertThat(isPublished.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(files.failures()).hasValueGreaterThan(15);
        assertThat(Published.column(folder.trials(), "trial_id")).hasSize(60).doesNotHaveDuplicates();
        assertThat(Published.rows(folder.curves())).hasSize(120).doesNotHaveDuplicates();
        assertThat(Published.rows(folder.solutions())).hasSize(120).doesNotHaveDuplicates();
        assertThat(folder.temporary()).isEmptyDirectory();
    }

    @Test
    void endsARunOnAFullDiskAndTheNextOneWithRoomHasEveryRow() throws Exception {
        Path disk = Files.createDirectory(root.resolve("disk"));
        assumeTrue(
                isDone("mount", "-t", "tmpfs", "-o", "size=3m", "stiffsweep-test", disk.toString()),
                "a file system may be mounted here");
        try {
            Sweep sweep = DecaySweep.of(60, 2, 2);
            ResultFolder folder = new ResultFolder(disk.resolve("results"));
            Path filler = Files.write(disk.resolve("filler"), new byte[2_300_000]);

            assertThatThrownBy(() -> run(sweep, folder))
                    .isInstanceOf(FolderAccessException.class)
                    .hasMessageContaining("No space left on device")
                    .hasMessageContaining("give the same command again");
            int early = Published.rows(folder.trials()).size();
            assertThat(early).isBetween(2, 118);

            Files.delete(filler);
            assertThat(run(sweep, folder).alreadyDone()).isEqualTo(early);
            assertThat(Published.column(folder.trials(), "trial_id"))
                    .hasSize(120)
                    .doesNotHaveDuplicates();
            assertThat(Published.rows(folder.curves())).hasSize(240).doesNotHaveDuplicates();
            assertThat(folder.temporary()).isEmptyDirectory();
        } finally {
            isDone("umount", "--lazy", disk.toString());
        }
    }

    private static RunSummary run(Sweep sweep, ResultFolder folder) {
        return new SweepRun(sweep, "", folder, RunOptions.on("local[2]"), new ClosedForm(), new RunListener() {}).run();
    }

    private static boolean isDone(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor() == 0;
    }
}
