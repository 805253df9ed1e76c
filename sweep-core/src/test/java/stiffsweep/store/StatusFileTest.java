package stiffsweep.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.result.Outcome;
import stiffsweep.store.RunStatus.LiveStack;

class StatusFileTest {

    @TempDir
    Path root;

    @Test
    void readsBackWhatWasWritten() throws IOException {
        ResultFolder folder = folder();
        RunStatus status = status(12.5, 1e-7, new LiveStack("s-1", 8, 20, 100, null));
        StatusFile.write(folder, status);
        assertThat(StatusFile.read(folder)).contains(status);
    }

    @Test
    void replacesTheEarlierStatusAndLeavesNoDraft() throws IOException {
        ResultFolder folder = folder();
        StatusFile.write(folder, status(12.5, 1.0));
        StatusFile.write(folder, status(null, null));
        assertThat(StatusFile.read(folder)).contains(status(null, null));
        assertThat(folder.temporary()).isEmptyDirectory();
    }

    @Test
    void mayBeReadByWhoeverMayReadOtherFilesOfTheFolder() throws IOException {
        ResultFolder folder = folder();
        StatusFile.write(folder, status(12.5, 1.0));
        Path other = Files.writeString(root.resolve("other"), "");
        assertThat(Files.getPosixFilePermissions(folder.status())).isEqualTo(Files.getPosixFilePermissions(other));
    }

    @Test
    void leavesOutWhatIsNotKnownSinceJsonHasNoWordForIt() {
        assertThat(StatusFile.render(status(Double.POSITIVE_INFINITY, Double.NaN)))
                .doesNotContain("seconds_left", "best_error", "NaN", "Infinity");
    }

    @Test
    void hasNoStatusBeforeTheFirstRun() throws IOException {
        assertThat(StatusFile.read(folder())).isEmpty();
    }

    @Test
    void countsWhatIsDone() {
        assertThat(status(null, null).done()).isEqualTo(4);
    }

    private ResultFolder folder() throws IOException {
        ResultFolder folder = new ResultFolder(root);
        folder.create();
        return folder;
    }

    private static RunStatus status(@Nullable Double secondsLeft, @Nullable Double bestError, LiveStack... live) {
        return new RunStatus(
                "sample",
                RunStatus.State.RUNNING,
                40,
                new TreeMap<>(Map.of(Outcome.Status.COMPLETED, 3, Outcome.Status.DIVERGED, 1)),
                SampleSweep.STARTED,
                SampleSweep.STARTED.plusSeconds(3),
                0.25,
                secondsLeft,
                bestError,
                List.of(live));
    }
}
