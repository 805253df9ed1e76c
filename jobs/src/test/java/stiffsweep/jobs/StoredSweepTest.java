package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.store.ResultFolder;

/** Rows of two questions in one folder would be averaged into one answer; these tests keep them apart. */
class StoredSweepTest {

    @TempDir
    private Path folder;

    @Test
    void aFolderOfAnotherSweepIsRefusedAndNotTouched() throws IOException {
        Path results = Files.createDirectory(folder.resolve("results"));
        Path stored = Files.writeString(results.resolve("sweep.conf"), "name = other\n");

        Ended run = Ended.after("run", sweepFile().toString(), "--out", results.toString());

        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.err()).contains(results.toString(), "name", "other", "mine", "--out");
        assertThat(results).isDirectoryContaining(stored::equals);
        assertThat(results.toFile().list()).hasSize(1);
        assertThat(stored).hasContent("name = other");
    }

    @Test
    void aFolderOfOtherFilesIsRefusedAndNotTouched() throws IOException {
        Path results = Files.createDirectory(folder.resolve("thesis"));
        Files.writeString(results.resolve("chapter-1.tex"), "");

        Ended run = Ended.after("run", sweepFile().toString(), "--out", results.toString());

        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.err()).contains(results.toString(), "must be new, empty or hold this sweep", "--out");
        assertThat(results.toFile().list()).containsExactly("chapter-1.tex");
    }

    @Test
    void aFolderIsFreeWhereARunWasKilledBeforeItHadWrittenAnything() throws IOException {
        ResultFolder results = new ResultFolder(folder.resolve("results"));
        results.create();
        Files.createFile(results.lock());
        Files.writeString(results.temporary().resolve("draft"), "cut off");

        assertThat(Ended.after(
                                "plan",
                                sweepFile().toString(),
                                "--out",
                                results.root().toString())
                        .exitCode())
                .isZero();
    }

    private Path sweepFile() throws IOException {
        return Files.writeString(folder.resolve("mine.conf"), "name = mine\n");
    }
}
