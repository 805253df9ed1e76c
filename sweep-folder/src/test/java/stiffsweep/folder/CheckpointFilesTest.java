package stiffsweep.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.result.NamedTensor;
import stiffsweep.result.TrialResult;
import stiffsweep.storage.LocalFiles;
import stiffsweep.storage.LocalStorage;
import stiffsweep.store.ResultFolder;
import stiffsweep.store.Safetensors;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;

/** The checkpoint of a trial in a folder is always that of its row. */
class CheckpointFilesTest {

    private static final List<NamedTensor> KEPT =
            List.of(new NamedTensor("layers.0.bias", List.of(2), new double[] {0.5, 2}));

    private final Sweep sweep = DecaySweep.of(2, 1, 2);
    private final Trial first = sweep.trials().get(0);
    private final Trial second = sweep.trials().get(1);

    @TempDir
    Path root;

    private ResultFolder folder;

    @BeforeEach
    void publishBoth() throws IOException {
        folder = new ResultFolder(root.resolve("results"));
        folder.create();
        publish(withCheckpoint(first));
        publish(withCheckpoint(second));
    }

    @Test
    void isAFileOfItsOwnForEachTrial() throws IOException {
        assertThat(Files.readAllBytes(folder.checkpoint(first.id()))).isEqualTo(Safetensors.bytes(KEPT));
        assertThat(folder.checkpoint(second.id())).isRegularFile();
        assertThat(folder.temporary()).isEmptyDirectory();
    }

    @Test
    void goesWithTheRowThatWasNotCommitted() throws IOException {
        Files.delete(folder.trials().resolve(ResultFolder.stackFile(List.of(first.id()))));

        new FolderRecovery(folder, new LocalFiles(folder.temporary()), warning -> {}).recover(Set.of());

        assertThat(folder.checkpoint(first.id())).doesNotExist();
        assertThat(folder.checkpoint(second.id())).exists();
    }

    @Test
    void ofAnEarlierRunGivesWayToAResultWithoutOne() throws IOException {
        Files.delete(folder.trials().resolve(ResultFolder.stackFile(List.of(first.id()))));

        publish(ClosedForm.solve(first));

        assertThat(folder.checkpoint(first.id())).doesNotExist();
    }

    @Test
    void goesAlongWhenAFolderIsForked() {
        ResultFolder fork = new ResultFolder(root.resolve("fork"));

        new SweepFork(DecaySweep.of(1, 1, 2), "", folder, warning -> {}).into(new LocalStorage(fork));

        assertThat(fork.checkpoint(first.id())).hasSameBinaryContentAs(folder.checkpoint(first.id()));
        assertThat(fork.checkpoint(second.id())).doesNotExist();
    }

    private void publish(TrialResult result) throws IOException {
        new StackPublisher(sweep, folder, new LocalFiles(folder.temporary())).publish(List.of(result));
    }

    private static TrialResult withCheckpoint(Trial trial) {
        TrialResult solved = ClosedForm.solve(trial);
        return new TrialResult(
                trial,
                solved.outcome(),
                solved.epochs(),
                solved.measurements(),
                solved.curve(),
                solved.solution(),
                KEPT,
                solved.provenance());
    }
}
