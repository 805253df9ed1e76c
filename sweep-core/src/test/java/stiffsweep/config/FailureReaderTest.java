package stiffsweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.sweep.FailurePolicy;

class FailureReaderTest {

    private static final String POLICY = """
            name = a
            failure { tolerate = 12.5%, retries = 3, timeout = 90 seconds, memory = 2 GiB, fail-fast = true }
            """;

    @TempDir
    Path root;

    private SweepFolder folder;

    @BeforeEach
    void openTheFolder() {
        folder = new SweepFolder(root);
    }

    @Test
    void readsSharesTimesAndSizes() {
        assertThat(folder.read(POLICY).failure())
                .isEqualTo(new FailurePolicy(0.125, 3, Duration.ofSeconds(90), 2L << 30, true));
        assertThat(folder.read("name = a, failure.tolerate = 0.5").failure().tolerate())
                .isEqualTo(0.5);
        assertThat(folder.read("name = a").failure()).isEqualTo(FailurePolicy.DEFAULT);
    }

    @Test
    void isKeptWithTheSweepAndNoPartOfItsQuestion() {
        SweepFile file = folder.read(POLICY);

        assertThat(folder.read(file.frozen()).failure()).isEqualTo(file.failure());
        assertThat(SweepFolder.ids(file.sweep())).isEqualTo(SweepFolder.ids(folder.sweep("name = a")));
        assertThat(file.sweep().configHash()).isEqualTo(folder.sweep("name = a").configHash());
    }

    @Test
    void refusesWhatIsNoShareTimeOrSizeAllAtOnce() {
        assertThat(folder.faults("""
                name = a
                failure { tolerate = 120%, retries = -1, timeout = 600, memory = much }
                failure { fail-fast = maybe, tolerated = 1 }
                """))
                .containsExactly(
                        "sweep.conf:3: failure.tolerated: must be a known key, but got an unknown one; did you mean"
                                + " failure.tolerate?",
                        "sweep.conf:2: failure.tolerate: must be a share of the trials, from 0% to 100%, but got"
                                + " \"120%\"",
                        "sweep.conf:2: failure.retries: must be a whole number from 0 to 100, but got -1",
                        "sweep.conf:2: failure.timeout: must be none, or a time such as 10 minutes, but got 600",
                        "sweep.conf:2: failure.memory: must be none, or a size such as 8 GiB, but got \"much\"",
                        "sweep.conf:3: failure.fail-fast: must be true or false, but got \"maybe\"");
        assertThat(folder.faults("name = a, failure = 3"))
                .containsExactly("sweep.conf:1: failure: must be an object, but got 3");
    }
}
