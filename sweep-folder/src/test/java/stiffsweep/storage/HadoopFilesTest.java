package stiffsweep.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HadoopFilesTest {

    @TempDir
    Path root;

    private HadoopFiles files;

    @BeforeEach
    void openTheFolder() throws IOException {
        files = HadoopFiles.at(
                new org.apache.hadoop.fs.Path(root.resolve("there").toUri()));
    }

    @Test
    void theFirstFileOfANameStaysAndNoDraftIsLeft() throws IOException {
        assertThat(files.publish(file("first"), "trials/s.parquet")).isTrue();
        assertThat(files.publish(file("second"), "trials/s.parquet")).isFalse();
        assertThat(files.text("trials/s.parquet")).isEqualTo("first");
        assertThat(files.files("tmp")).isEmpty();
    }

    @Test
    void aFileIsReplacedDeletedAndListed() throws IOException {
        files.replace(file("old"), "status.json");
        files.replace(file("new"), "status.json");
        assertThat(files.text("status.json")).isEqualTo("new");
        assertThat(files.files("."))
                .extracting(status -> status.getPath().getName())
                .containsExactly("status.json");
        files.delete("status.json");
        files.delete("status.json");
        assertThat(files.files(".")).isEmpty();
        assertThat(files.files("nowhere")).isEmpty();
    }

    @Test
    void aFileIsCreatedOnceOnly() throws IOException {
        assertThat(files.create("lock", "one")).isTrue();
        assertThat(files.create("lock", "two")).isFalse();
        files.overwrite("lock", "three");
        assertThat(files.text("lock")).isEqualTo("three");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(root, "source", ""), text);
    }
}
