package stiffsweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.sweep.StorePolicy;

class StoreReaderTest {

    @TempDir
    Path root;

    @Test
    void isKeptWithTheSweepAndNoPartOfItsQuestion() {
        SweepFolder folder = new SweepFolder(root);

        SweepFile file = folder.read("name = a, store { checkpoints = best, publish = executor }");

        assertThat(file.store()).isEqualTo(new StorePolicy(StorePolicy.Checkpoints.BEST, StorePolicy.Publish.EXECUTOR));
        assertThat(folder.read(file.frozen()).store()).isEqualTo(file.store());
        assertThat(folder.read("name = a").store()).isEqualTo(StorePolicy.DEFAULT);
        assertThat(SweepFolder.ids(file.sweep())).isEqualTo(SweepFolder.ids(folder.sweep("name = a")));
    }

    @Test
    void refusesOtherWords() {
        assertThat(new SweepFolder(root)
                        .faults("name = a, store { checkpoints = last, checkpoint = best, publish = me }"))
                .containsExactly(
                        "sweep.conf:1: store.checkpoint: must be a known key, but got an unknown one; did you mean"
                                + " store.checkpoints?",
                        "sweep.conf:1: store.checkpoints: must be none, best or all, but got \"last\"",
                        "sweep.conf:1: store.publish: must be driver or executor, but got \"me\"");
    }
}
