package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.fs.FileUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.storage.Storage;

/** The verbs over a result folder that is named by a URI. */
class HadoopFolderTest {

    private static final String SWEEP = """
            name = tiny
            network  { width = 4, depth = 2 }
            points   { residual { count = 16 } }
            training { epochs = 20, learning-rate = 1e-3 }
            measure  { curve-every = 10, hessian-iterations = 5 }
            sweep.grid { problem.stiffness = [1, 100] }
            """;

    @TempDir
    Path root;

    private Path there;
    private String uri;

    @BeforeEach
    void nameTheFolder() {
        there = root.resolve("there");
        uri = there.toUri().toString();
    }

    @AfterEach
    void deleteTheCopy() {
        FileUtil.fullyDelete(Storage.of(uri).folder().root().toFile());
    }

    @Test
    void aSweepIsRunThereAndReadFromThere() throws IOException {
        String file = Files.writeString(root.resolve("tiny.conf"), SWEEP).toString();
        Ended run = Ended.after("run", file, "--out", uri, "--master", "local[2]");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(there.resolve("report/report.html")).isNotEmptyFile();

        deleteTheCopy();
        assertThat(Ended.after("sql", uri, "select count(*) from trials", "--format", "csv")
                        .out())
                .contains("2");
        assertThat(Ended.after("status", uri).out()).contains("2 of 2", "FINISHED");
        assertThat(Ended.after("plan", file, "--out", uri).out()).contains("Missing:  0");
        FileUtil.fullyDelete(there.resolve("report").toFile());
        assertThat(Ended.after("report", uri).exitCode()).isZero();
        assertThat(there.resolve("report/report.html")).isNotEmptyFile();

        Ended other = Ended.after("run", file, "--set", "name=other", "--out", uri, "--master", "local[2]");
        assertThat(other.exitCode()).isEqualTo(6);
    }

    @Test
    void aFileSystemThatIsNotKnownIsRefusedInOneSentence() {
        Ended ended = Ended.after("sql", "nowhere://host/folder", "select 1");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.err()).contains("nowhere://host/folder");
    }
}
