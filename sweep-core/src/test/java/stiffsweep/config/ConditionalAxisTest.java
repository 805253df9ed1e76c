package stiffsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static stiffsweep.config.SweepFolder.values;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.sweep.Sweep;

/** An axis that were varied where it has no effect would train the same network again under another id. */
class ConditionalAxisTest {

    @TempDir
    private Path temporary;

    private SweepFolder folder;

    @BeforeEach
    void openFolder() {
        folder = new SweepFolder(temporary);
    }

    @Test
    void pointsWhereTheAxisDoesNotApplyCollapse() {
        Sweep sweep = folder.sweep("""
                name = a
                training.polish.epochs = 7
                sweep.grid {
                  training.polish.optimizer = [none, lbfgs, levenberg-marquardt]
                  training.polish.epochs = { choice = [100, 300], when = { training.polish.optimizer = levenberg-marquardt } }
                }
                """);

        assertThat(values(sweep, "training.polish.optimizer"))
                .containsExactlyInAnyOrder("none", "lbfgs", "levenberg-marquardt", "levenberg-marquardt");
        assertThat(values(sweep, "training.polish.epochs")).containsExactlyInAnyOrder(7L, 7L, 100L, 300L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"random", "sobol", "latin-hypercube"})
    void aDrawnAxisAppliesOnlyWhereItsConditionHolds(String design) {
        Sweep sweep = folder.sweep("""
                name = a
                sweep {
                  count = 64
                  axes {
                    training.optimizer = [adam, adamw]
                    training.learning-rate = { log-uniform = [1e-4, 1e-2] }
                    training.weight-decay = { uniform = [0.1, 1], when = { training.optimizer = [adamw] } }
                  }
                }
                """, "sweep.design=" + design);
        List<Object> optimizers = values(sweep, "training.optimizer");
        List<Object> decays = values(sweep, "training.weight-decay");

        assertThat(sweep.points()).hasSize(64);
        assertThat(optimizers).contains("adam", "adamw");
        assertThat(IntStream.range(0, 64))
                .allSatisfy(i -> assertThat((double) decays.get(i) == 0.01)
                        .isEqualTo(optimizers.get(i).equals("adam")));
    }

    @Test
    void aDrawnDesignOfNothingElseCollapsesToo() {
        Sweep sweep = folder.sweep("""
                name = a
                sweep { design = random, count = 20, axes {
                  training.optimizer = { choice = [adam, adamw], when = { network.width = 3 } } } }
                """);

        assertThat(sweep.points()).hasSize(1);
    }

    @Test
    void aConditionMayBeOnAnotherConditionalAxis() {
        Sweep sweep = folder.sweep("""
                name = a
                sweep.grid {
                  loss.weighting = [plain, residual-attention]
                  loss.residual-attention.gamma =
                    { choice = [0.9, 0.99], when = { loss.weighting = residual-attention } }
                  loss.residual-attention.eta =
                    { linspace = [0.1, 0.3], count = 3, when = { loss.residual-attention.gamma = 0.9 } }
                }
                """);

        // plain; residual attention with gamma 0.99; and with gamma 0.9, three of eta.
        assertThat(sweep.points()).hasSize(1 + 1 + 3);
    }

    @Test
    void aConditionOnTheProblemSweepsAKeyThatOthersLack() {
        Sweep sweep = folder.sweep("""
                name = a
                sweep.grid {
                  problem.kind = [linear-decay, forced-relaxation]
                  problem.frequency = { choice = [1, 2, 3], when = { problem.kind = forced-relaxation } }
                }
                """);

        assertThat(values(sweep, "problem.kind"))
                .containsExactlyInAnyOrder(
                        "linear-decay", "forced-relaxation", "forced-relaxation", "forced-relaxation");
    }

    @Test
    void allConditionsOfAnAxisMustHold() {
        Sweep sweep = folder.sweep("""
                name = a
                sweep.grid {
                  network { width = [8, 9], depth = [1, 2] }
                  training.epochs = { range = [10, 50], step = 10, when = { network.width = 8, network.depth = 2 } }
                }
                """);

        assertThat(sweep.points()).hasSize(3 + 5);
    }

    @Test
    void whereTheAxisDoesNotApplyItsKeyFollowsAsWritten() {
        Sweep sweep = folder.sweep("""
                name = a
                training.polish.epochs = ${measure.curve-every}
                measure.curve-every = 50
                sweep.grid {
                  training.polish.optimizer = [none, lbfgs]
                  training.polish.epochs = { choice = [9], when = { training.polish.optimizer = lbfgs } }
                }
                """);

        assertThat(values(sweep, "training.polish.epochs")).containsExactly(50L, 9L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            training.epochs = { choice = [1], when = 3 }                          | training.epochs.when: must be keys and their values, such as { training.optimizer = adam }, but got 3
            training.epochs = { choice = [1], when = {} }                         | training.epochs.when: must be keys and their values, such as { training.optimizer = adam }, but got {}
            training.epochs = { choice = [1], when { network.width = [] } }       | training.epochs.when: must be keys and their values, such as { training.optimizer = adam }, but got {"network":{"width":[]}}
            training.epochs = { choice = [1], when { network.widht = 3 } }        | training.epochs.when: a condition must be on a known key, but got network.widht; did you mean network.width?
            training.epochs = { choice = [1], when { network.width = wide } }     | training.epochs.when.network.width: must be a whole number of at most 2^31 - 1, but got wide
            training.epochs = { choice = [1], when { training.optimizer = [adam, sgd] } } | training.epochs.when.training.optimizer: must be one of adam, adamw, lbfgs, levenberg-marquardt, none, but got sgd
            training.epochs = { choice = [1], when { problem.kind = decay } }     | training.epochs.when.problem.kind: must be one of forced-relaxation, linear-decay, quadratic-decay, or that of a jar in --jars, but got decay
            training.epochs = { choice = [1], when { training.epochs = 3 } }      | training.epochs.when: conditions must not go in a circle, but got one over [training.epochs]
            problem.kind = { choice = [linear-decay], when { network.width = 3 } }| problem.kind: must apply everywhere, for it decides which keys there are, but got a when
            training.epochs = { choice = [1], when { network.depth = 3 } }        | training.epochs.when: a condition must be on a key that follows no other, but got network.depth
            """)
    void refusesAConditionThatBreaksALaw(String axis, String fault) {
        assertThat(folder.faults("name = a, network.depth = ${network.width}\nsweep.grid {\n" + axis + "\n}"))
                .containsExactly("sweep.conf:3: sweep.grid." + fault);
    }

    @Test
    void refusesASecondAxisOverAConditionalKey() {
        assertThat(folder.faults("""
                        name = a
                        sweep.blocks = [
                          { grid.training.epochs = { choice = [1], when = { network.width = 40 } } }
                          { grid.training.epochs = [2] } ]
                        """))
                .containsExactly("sweep.conf:3: sweep.blocks[0].grid.training.epochs:"
                        + " an axis with a when must be the only one over its key, but got 2 axes");
    }
}
