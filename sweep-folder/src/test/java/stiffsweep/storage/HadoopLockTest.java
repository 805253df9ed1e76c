package stiffsweep.storage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HadoopLockTest {

    @TempDir
    Path root;

    private HadoopFiles there;

    @BeforeEach
    void openTheFolder() throws IOException {
        there = HadoopFiles.at(new org.apache.hadoop.fs.Path(root.toUri()));
    }

    @Test
    void isHeldByOneAtATimeAndCanBeTakenAgain() throws IOException {
        HadoopLock first = HadoopLock.take(there);
        assertThatThrownBy(() -> HadoopLock.take(there))
                .isInstanceOf(FolderInUseException.class)
                .hasMessageContaining("process " + ProcessHandle.current().pid());
        first.close();
        HadoopLock.take(there).close();
    }

    @Test
    void isTakenOverWhenItWasNotRenewedAndThenLostToItsFirstHolder() throws IOException {
        HadoopLock killed = HadoopLock.take(there);
        makeOld();
        try (HadoopLock next = HadoopLock.take(there)) {
            assertThatThrownBy(killed::renew).isInstanceOf(IOException.class).hasMessageContaining("taken it over");
            assertThatThrownBy(killed::requireHeld).isInstanceOf(IOException.class);
            // Its end does not free the lock of the other.
            killed.close();
            assertThatCode(next::renew).doesNotThrowAnyException();
        }
    }

    @Test
    void isNotTakenOverAfterItWasRenewed() throws IOException {
        try (HadoopLock lock = HadoopLock.take(there)) {
            makeOld();
            lock.renew();
            assertThatThrownBy(() -> HadoopLock.take(there)).isInstanceOf(FolderInUseException.class);
        }
    }

    private void makeOld() throws IOException {
        Instant old = Instant.now().minus(HadoopLock.STALE).minusSeconds(1);
        Files.setLastModifiedTime(root.resolve("lock"), FileTime.from(old));
    }
}
