package stiffsweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;

class FrozenTrialTest {

    @TempDir
    Path root;

    @Test
    void readsBackToTheTrialOfAnyPointAndReplicate() {
        SweepFolder folder = new SweepFolder(root);
        Sweep sweep = folder.sweep("""
                name = a
                loss.weights.initial = stiffness-matched
                sweep {
                  grid { problem.stiffness = [1, 0.1], training.polish.optimizer = [none, lbfgs] }
                  replicates = 2
                  seed = 12
                }
                """);
        assertThat(sweep.trials()).hasSize(8);
        for (Trial trial : sweep.trials()) {
            Sweep alone = folder.sweep(FrozenTrial.text(trial, sweep));
            assertThat(alone.trials()).containsExactly(trial);
        }
    }
}
