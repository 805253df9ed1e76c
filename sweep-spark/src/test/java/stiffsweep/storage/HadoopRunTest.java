package stiffsweep.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.fs.FileUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.folder.ClosedForm;
import stiffsweep.folder.DecaySweep;
import stiffsweep.folder.Published;
import stiffsweep.run.StackWork;
import stiffsweep.spark.RunListener;
import stiffsweep.spark.RunOptions;
import stiffsweep.spark.RunSummary;
import stiffsweep.spark.SweepRun;
import stiffsweep.store.ResultFolder;
import stiffsweep.store.Row;
import stiffsweep.store.RunStatus;
import stiffsweep.store.StatusFile;
import stiffsweep.sweep.StorePolicy;
import stiffsweep.sweep.Sweep;

/** Runs into a folder that is named by a URI: it counts, and the copy here does not. */
class HadoopRunTest {

    private static final StackWork NOTHING_TO_DO = (stack, gpus, progress) -> {
        throw new IllegalStateException("nothing must be run");
    };

    private final Sweep sweep = DecaySweep.of(4, 1, 2);

    @TempDir
    Path root;

    private ResultFolder there;
    private Storage storage;

    @BeforeEach
    void nameTheFolder() {
        there = new ResultFolder(root.resolve("there"));
        storage = Storage.of(there.root().toUri().toString());
    }

    @AfterEach
    void deleteTheCopy() {
        FileUtil.fullyDelete(storage.folder().root().toFile());
    }

    @Test
    void everyFileIsThereWhenARunHasEnded() throws IOException {
        assertThat(run(new ClosedForm()).runNow()).isEqualTo(4);
        assertThat(Published.column(there.trials(), "trial_id")).hasSize(4).doesNotHaveDuplicates();
        assertThat(Published.rows(there.curves())).hasSize(8);
        assertThat(Published.rows(there.solutions())).hasSize(8);
        assertThat(there.sweepConf()).hasContent("name = decay-sweep");
        assertThat(StatusFile.read(there))
                .hasValueSatisfying(status -> assertThat(status.state()).isEqualTo(RunStatus.State.FINISHED));
        assertThat(there.lock()).doesNotExist();
        assertThat(Published.files(there.temporary())).isEmpty();
    }

    @Test
    void anotherMachineGoesOnWithWhatIsThere() {
        run(new ClosedForm());
        List<Row> rows = Published.rows(there.trials());
        deleteTheCopy();
        assertThat(run(NOTHING_TO_DO).alreadyDone()).isEqualTo(4);
        assertThat(Published.rows(storage.folder().trials())).isEqualTo(rows);
        assertThat(Published.rows(storage.folder().curves())).hasSize(8);
    }

    /** A run that is killed between its two steps leaves a stack in the copy that the folder lacks. */
    @Test
    void aStackThatCameIntoTheCopyOnlyIsTrainedAgain() throws IOException {
        run(new ClosedForm());
        Path lost = Published.files(there.trials()).get(0);
        Files.delete(lost);
        assertThat(storage.folder().trials().resolve(lost.getFileName())).exists();

        RunSummary second = run(new ClosedForm());
        assertThat(second.runNow()).isEqualTo(2);
        for (ResultFolder folder : List.of(there, storage.folder())) {
            assertThat(Published.column(folder.trials(), "trial_id")).hasSize(4).doesNotHaveDuplicates();
            assertThat(Published.rows(folder.curves())).hasSize(8).doesNotHaveDuplicates();
        }
    }

    @Test
    void aFolderThatARunOfAnotherMachineHoldsIsRefusedUntouched() throws IOException {
        HadoopFiles files =
                HadoopFiles.at(new org.apache.hadoop.fs.Path(there.root().toUri()));
        try (HadoopLock other = HadoopLock.take(files)) {
            assertThatThrownBy(() -> run(NOTHING_TO_DO))
                    .isInstanceOf(FolderInUseException.class)
                    .hasMessageContaining(there.root().toString());
            assertThat(there.sweepConf()).doesNotExist();
            other.renew();
        }
        assertThat(run(new ClosedForm()).runNow()).isEqualTo(4);
    }

    @Test
    void executorsMayNotPublishThere() {
        StorePolicy policy = StorePolicy.DEFAULT.with(StorePolicy.Publish.EXECUTOR);
        SweepRun run = new SweepRun(
                sweep, "", storage, RunOptions.on("local[1]").with(policy), NOTHING_TO_DO, new RunListener() {});
        assertThatThrownBy(run::run)
                .isInstanceOf(UnsharedFolderException.class)
                .hasMessageContaining("store.publish = driver");
    }

    private RunSummary run(StackWork work) {
        return new SweepRun(sweep, "name = decay-sweep", storage, RunOptions.on("local[2]"), work, new RunListener() {})
                .run();
    }
}
