package stiffsweep.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
import stiffsweep.store.Row;
import stiffsweep.store.RunStatus;
import stiffsweep.store.StatusFile;
import stiffsweep.sweep.Sweep;

/** A result folder on a real HDFS of one name node and one data node. */
class HdfsTest {

    private static final StackWork NOTHING_TO_DO = (stack, gpus, progress) -> {
        throw new IllegalStateException("nothing must be run");
    };

    @TempDir
    static Path disk;

    private static MiniDFSCluster hdfs;

    private final Sweep sweep = DecaySweep.of(4, 1, 2);

    @BeforeAll
    static void startHdfs() throws IOException {
        Configuration settings = new Configuration();
        settings.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, disk.toString());
        hdfs = new MiniDFSCluster.Builder(settings).numDataNodes(1).build();
        hdfs.waitActive();
    }

    @AfterAll
    static void stopHdfs() {
        hdfs.shutdown();
    }

    @Test
    void aRunGoesOnWithWhatIsThereWithoutItsCopy() throws IOException {
        Storage storage = storage("run");
        try {
            assertThat(run(storage, new ClosedForm()).runNow()).isEqualTo(4);
            List<Row> rows = Published.rows(storage.folder().trials());
            FileUtil.fullyDelete(storage.folder().root().toFile());

            assertThat(run(storage, NOTHING_TO_DO).alreadyDone()).isEqualTo(4);
            assertThat(Published.rows(storage.folder().trials())).hasSize(4).isEqualTo(rows);
            assertThat(Published.rows(storage.folder().curves())).hasSize(8);
            assertThat(StatusFile.read(storage.current()))
                    .hasValueSatisfying(status -> assertThat(status.state()).isEqualTo(RunStatus.State.FINISHED));

            files("run")
                    .delete("trials/"
                            + Published.files(storage.folder().trials()).get(0).getFileName());
            assertThat(run(storage, new ClosedForm()).runNow()).isEqualTo(2);
            assertThat(Published.column(storage.folder().trials(), "trial_id"))
                    .hasSize(4)
                    .doesNotHaveDuplicates();
        } finally {
            FileUtil.fullyDelete(storage.folder().root().toFile());
        }
    }

    @Test
    void theFirstFileOfANameStaysAndNoDraftIsLeft() throws IOException {
        HadoopFiles files = files("publish");
        assertThat(files.publish(file("first"), "trials/s.parquet")).isTrue();
        assertThat(files.publish(file("second"), "trials/s.parquet")).isFalse();
        assertThat(files.text("trials/s.parquet")).isEqualTo("first");
        files.replace(file("third"), "trials/s.parquet");
        assertThat(files.text("trials/s.parquet")).isEqualTo("third");
        assertThat(files.files("tmp")).isEmpty();
    }

    @Test
    void aLockIsHeldByOneAtATimeAndTakenOverWhenItIsStale() throws IOException {
        HadoopFiles files = files("lock");
        HadoopLock killed = HadoopLock.take(files);
        assertThatThrownBy(() -> HadoopLock.take(files)).isInstanceOf(FolderInUseException.class);
        long old = System.currentTimeMillis() - HadoopLock.STALE.toMillis() - 1000;
        hdfs.getFileSystem().setTimes(new org.apache.hadoop.fs.Path(files.root(), "lock"), old, -1);
        try (HadoopLock next = HadoopLock.take(files)) {
            assertThatThrownBy(killed::renew).isInstanceOf(IOException.class);
            next.renew();
        }
    }

    private RunSummary run(Storage storage, StackWork work) {
        return new SweepRun(sweep, "name = decay-sweep", storage, RunOptions.on("local[2]"), work, new RunListener() {})
                .run();
    }

    private static Storage storage(String folder) {
        return Storage.of(hdfs.getURI() + "/" + folder);
    }

    private static HadoopFiles files(String folder) throws IOException {
        return HadoopFiles.at(new org.apache.hadoop.fs.Path(hdfs.getURI() + "/" + folder));
    }

    private static Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(disk, "source", ""), text);
    }
}
