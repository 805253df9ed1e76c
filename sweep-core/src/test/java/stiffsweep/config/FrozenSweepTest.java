package stiffsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static stiffsweep.config.SweepFolder.ids;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A frozen file that read back to other trials would make a folder disown its own results. */
class FrozenSweepTest {

    private static final String FOLLOWED = """
            name = a
            loss.weights.initial = ${problem.stiffness}
            points.residual.to = 50
            points.residual.from = ${problem.stiffness}
            training.epochs = ${measure.curve-every}
            sweep { grid.problem.stiffness = [1, 10], replicates = 2, seed = 7 }
            """;

    @TempDir
    private Path temporary;

    private SweepFolder folder;

    @BeforeEach
    void openFolder() {
        folder = new SweepFolder(temporary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name = a", FOLLOWED, """
                name = a
                problem { stiffness = 2, frequency = 3 }
                sweep.grid.problem.kind = [linear-decay, quadratic-decay, forced-relaxation]
                sweep.zip { network.width = [1, 2], network.precision = [float32, float64] }
                """, """
                name = a
                problem.stiffness = 2.5e-3
                training.learning-rate = 1.2345678901234567e-5
                sweep.blocks = [
                  { grid.problem.stiffness = { logspace = [1, 1e4], count = 20 } }
                  { zip { network.depth = [2, 3], loss.weights.initial = [stiffness-matched, 0.1] } }
                  { grid { problem.kind = [forced-relaxation]
                           problem.frequency = { range = [0, 1], step = 0.1 } }
                    blocks = [ { grid.measure.hessian = [true, false] }, {} ] }
                ]
                """, """
                name = a
                points.residual { to = 5 }
                points.residual = ${?points.none} { from = ${problem.stiffness} }
                sweep.grid.problem.stiffness = [1, 2]
                """, """
                name = a
                training.polish.epochs = ${training.epochs}
                sweep {
                  design = latin-hypercube, count = 9
                  axes { training.learning-rate = { log-uniform = [1e-5, 1e-1] }, problem.stiffness = { uniform = [1, 2] }
                         network.width = { int-uniform = [8, 80] }, training.polish.optimizer = [none, lbfgs]
                         training.polish.epochs = { choice = [5, 6], when { training.polish.optimizer = lbfgs } } }
                  grid.loss.weighting = [plain, jacobian]
                }
                """})
    void readsBackToTheSameTrialsAndTheSameText(String text) {
        SweepFile first = folder.read(text, "training.decay.every=17");
        SweepFile again = folder.read(first.frozen());

        assertThat(ids(first.sweep())).isNotEmpty();
        assertThat(ids(again.sweep())).isEqualTo(ids(first.sweep()));
        assertThat(again.sweep()).isEqualTo(first.sweep());
        assertThat(again.frozen()).isEqualTo(first.frozen());
    }

    @Test
    void keepsASubstitutionThatFollowsASweptValueAndResolvesAnyOther() {
        String frozen = folder.read(FOLLOWED).frozen();

        assertThat(frozen)
                .contains("${problem.stiffness}")
                .doesNotContain("${measure.curve-every}")
                .containsPattern("epochs\\s*[=:]\\s*1000\\b");
    }

    @Test
    void writesDefaultsAndOverridesOut() {
        String frozen = folder.read("name = a", "training.epochs=77").frozen();

        assertThat(frozen)
                .containsPattern("epochs\\s*[=:]\\s*77\\b")
                .containsPattern("weighting\\s*[=:]\\s*jacobian\\b");
        assertThat(folder.sweep(frozen, "training.epochs=78").trials())
                .allSatisfy(trial ->
                        assertThat(trial.settings().count("training.epochs")).isEqualTo(78));
    }

    @Test
    void writesWhatAnIncludeBrought() {
        folder.write("base.conf", "training.epochs = 9");
        SweepFile first = folder.read("name = a\ninclude \"base.conf\"");
        folder.write("base.conf", "training.epochs = 10");

        assertThat(ids(folder.read(first.frozen()).sweep())).isEqualTo(ids(first.sweep()));
    }
}
