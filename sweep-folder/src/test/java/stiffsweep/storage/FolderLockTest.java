package stiffsweep.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.store.ResultFolder;

class FolderLockTest {

    @TempDir
    Path root;

    @Test
    void isHeldByOneAtATimeAndCanBeTakenAgain() throws IOException {
        ResultFolder folder = new ResultFolder(root);
        FolderLock first = FolderLock.take(folder);
        assertThatThrownBy(() -> FolderLock.take(folder)).isInstanceOf(FolderInUseException.class);
        // A refusal must not free it either.
        assertThatThrownBy(() -> FolderLock.take(folder)).isInstanceOf(FolderInUseException.class);
        first.close();
        try (FolderLock second = FolderLock.take(folder)) {
            assertThat(second.folder()).isEqualTo(folder);
        }
    }
}
