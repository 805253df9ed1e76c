package stiffsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static stiffsweep.config.SweepFolder.ids;
import static stiffsweep.config.SweepFolder.values;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.declare.ExampleProblems;
import stiffsweep.declare.Settings;
import stiffsweep.declare.SettingsSchema;
import stiffsweep.sweep.Sweep;

class SweepReaderTest {

    private static final String BENCHMARKS = """
            name = stiff-benchmarks
            problem  { kind = linear-decay, stiffness = 100 }
            loss     { weighting = jacobian, weights { equation = 1.0, initial = 1.0 } }
            network  { kind = mlp, width = 40, depth = 4, activation = gelu, precision = float32 }
            points   { residual { spacing = log, from = 3.0590232e-7, to = 1.0, count = 1000 } }
            training { optimizer = adamw, learning-rate = 8e-5, weight-decay = 0.01
                       decay { factor = 0.99, every = 1000 }, epochs = 500000, stop-below = 1e-8 }
            measure  { hessian = true }
            sweep {
              grid { problem.kind = [linear-decay, quadratic-decay, forced-relaxation]
                     problem.stiffness = { logspace = [1, 1e4], count = 20 }
                     loss.weighting = [plain, jacobian] }
              replicates = 5
              seed = 20261121
            }
            """;

    @TempDir
    private Path temporary;

    private SweepFolder folder;

    @BeforeEach
    void openFolder() {
        folder = new SweepFolder(temporary);
    }

    @Test
    void multipliesTheAxesOfAGridAndTheReplicates() {
        Sweep sweep = folder.sweep(BENCHMARKS);

        assertThat(sweep.trials()).hasSize(3 * 20 * 2 * 5);
        assertThat(sweep.axes()).containsExactly("loss.weighting", "problem.kind", "problem.stiffness");
        assertThat(sweep.schemas()).containsOnlyKeys("forced-relaxation", "linear-decay", "quadratic-decay");
        assertThat(sweep.seed()).isEqualTo(20261121);
    }

    @Test
    void sortsAxesByPathAndTheLastVariesFastest() {
        Sweep sweep = folder.sweep("name = a, sweep.grid { training.epochs = [1, 2], network.width = [3, 4] }");

        assertThat(values(sweep, "network.width")).containsExactly(3L, 3L, 4L, 4L);
        assertThat(values(sweep, "training.epochs")).containsExactly(1L, 2L, 1L, 2L);
    }

    @Test
    void givesEveryValueItsDeclaredType() {
        Settings settings = only(folder.sweep("name = a, problem.stiffness = 7, training.epochs = 1e3"));

        assertThat(settings.value("problem.stiffness")).isEqualTo(7.0);
        assertThat(settings.value("training.epochs")).isEqualTo(1000L);
        assertThat(settings.value("measure.hessian")).isEqualTo(true);
        assertThat(settings.value("network.precision")).isEqualTo("float32");
    }

    @Test
    void everySettingCanBeWritten() {
        Sweep sweep = folder.sweep("""
                name = a
                problem { kind = forced-relaxation, stiffness = 3, frequency = 2 }
                loss { weighting = plain, weights { equation = 2, initial = 3 }
                       residual-attention { eta = 1e-3, gamma = 1 }, soft-attention.rate = 1e-3 }
                network { kind = head-trunk, width = 8, depth = 2, trunk-depth = 2, activation = tanh, precision = float64
                          widths = 1-4-50, input = linear, output = negative-sigmoid, initialisation = glorot-normal }
                points.residual { spacing = linear, from = 0, to = 3, count = 30 }
                training { optimizer = adam, learning-rate = 1e-3, weight-decay = 0, decay { factor = 0.5, every = 10 }
                           epochs = 20, stop-below = 0, stop-gradient-below = 0, stop-step-below = 0
                           lbfgs.history = 5
                           levenberg-marquardt { damping = 1, subset = 9, solver = cg, cg-tolerance = 1e-2, cg-iterations = 3 }
                           polish { optimizer = lbfgs, epochs = 7 }, stack = 2, checkpoint-every = 3, device = cpu, kernel = fused }
                measure { curve-every = 5, hessian = false, hessian-iterations = 50, hessian-tolerance = 1e-2, between = 4 }
                """);
        // No second-order method goes with this one.
        Sweep detached = folder.sweep("name = a, problem.kind = forced-relaxation, loss.detach-jacobian = true");
        List<Settings> written = List.of(only(sweep), only(detached));
        SettingsSchema schema = SettingsSchema.of(ExampleProblems.forcedRelaxation(), CommonDefaults.read());

        assertThat(schema.settings())
                .allSatisfy(setting -> assertThat(written)
                        .as(setting.path())
                        .anySatisfy(settings -> assertThat(settings.value(setting.path()))
                                .isNotEqualTo(schema.defaultOf(setting.path()))));
    }

    @Test
    void takesARuleInPlaceOfALossWeight() {
        Settings settings = only(folder.sweep("name = a, loss.weights { initial = stiffness-matched, equation = 2 }"));

        assertThat(settings.value("loss.weights.initial")).isEqualTo("stiffness-matched");
        assertThat(settings.value("loss.weights.equation")).isEqualTo(2.0);
    }

    @Test
    void leavesWhatIsNotWrittenAtTheDefaultOfThePointsProblem() {
        Sweep sweep = folder.sweep("name = a, sweep.grid.problem.kind = [linear-decay, quadratic-decay]");

        assertThat(values(sweep, "points.residual.to")).containsExactly(1.0, 2.0);
    }

    @Test
    void pairsTheAxesOfAZipAndMultipliesItWithTheGrid() {
        Sweep sweep = folder.sweep("""
                name = a
                sweep.grid.network.depth = [2, 3]
                sweep.zip { network.width = [10, 20], problem.stiffness = { linspace = [1, 5], count = 2 } }
                """);

        assertThat(values(sweep, "network.depth")).containsExactly(2L, 2L, 3L, 3L);
        assertThat(values(sweep, "network.width")).containsExactly(10L, 20L, 10L, 20L);
        assertThat(values(sweep, "problem.stiffness")).containsExactly(1.0, 5.0, 1.0, 5.0);
    }

    @Test
    void joinsBlocksAndRunsEqualPointsOnce() {
        Sweep sweep = folder.sweep("""
                name = a
                problem.stiffness = 2
                sweep.blocks = [
                  { grid.problem.stiffness = { range = [1, 3], step = 1 } }
                  { grid.network.width = [40, 80] }
                ]
                """);

        assertThat(values(sweep, "problem.stiffness")).containsExactly(1.0, 2.0, 3.0, 2.0);
        assertThat(values(sweep, "network.width")).containsExactly(40L, 40L, 40L, 80L);
    }

    @Test
    void nestsBlocks() {
        Sweep sweep = folder.sweep("""
                name = a
                sweep.blocks = [
                  { grid.network.depth = [1, 2]
                    blocks = [ { grid.network.width = [8, 9] }, { zip.training.epochs = [5] } ] }
                ]
                """);

        assertThat(sweep.trials()).hasSize(2 * 3);
    }

    @Test
    void substitutionFollowsTheSweptValue() {
        Sweep sweep = folder.sweep("""
                name = a
                problem.stiffness = 100
                loss.weights.initial = ${problem.stiffness}
                points.residual.to = 50
                points.residual.from = ${problem.stiffness}
                sweep.grid.problem.stiffness = [1, 10]
                """);

        assertThat(values(sweep, "loss.weights.initial")).containsExactly(1.0, 10.0);
        assertThat(values(sweep, "points.residual.from")).containsExactly(1.0, 10.0);
    }

    @Test
    void substitutionReachesADefault() {
        Settings settings = only(folder.sweep("name = a, loss.weights.initial = ${problem.stiffness}"));

        assertThat(settings.value("loss.weights.initial")).isEqualTo(100.0);
    }

    @Test
    void aChainOfSubstitutionsEndsAtTheSweptValue() {
        Sweep sweep = folder.sweep("""
                name = a
                loss.weights { initial = ${problem.stiffness}, equation = ${loss.weights.initial} }
                sweep.grid { problem.stiffness = [2, 3], network.width = [4, 5] }
                """);

        assertThat(values(sweep, "loss.weights.equation")).containsExactly(2.0, 3.0, 2.0, 3.0);
    }

    @Test
    void laysOverridesOverTheFileTheLastOnTop() {
        Settings settings = only(folder.sweep(
                "name = a, training.epochs = 5",
                "training.epochs=6",
                "training.epochs=7",
                "network.activation=tanh",
                "network.precision=\"float64\""));

        assertThat(settings.value("training.epochs")).isEqualTo(7L);
        assertThat(settings.value("network.activation")).isEqualTo("tanh");
        assertThat(settings.value("network.precision")).isEqualTo("float64");
    }

    @Test
    void anOverrideReplacesAnAxisOfAnotherShape() {
        String text = "name = a, sweep.grid.problem.stiffness = { logspace = [1, 100], count = 9 }";

        assertThat(values(folder.sweep(text, "sweep.grid.problem.stiffness=[3, 4]"), "problem.stiffness"))
                .containsExactly(3.0, 4.0);
        assertThat(values(
                        folder.sweep(text, "sweep.grid.problem.stiffness={linspace=[1,3],count=3}"),
                        "problem.stiffness"))
                .containsExactly(1.0, 2.0, 3.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024", "1e3", "007", "2.10", "true", "\"2024\""})
    void aNameMayLookLikeANumber(String name) {
        SweepFile file = folder.read("name = " + name);

        assertThat(file.sweep().name()).isEqualTo(name.replace("\"", ""));
        assertThat(folder.read(file.frozen()).sweep().name()).isEqualTo(name.replace("\"", ""));
    }

    @Test
    void includesAFileBesideIt() {
        folder.write("base.conf", "name = a, training.epochs = 9");

        assertThat(only(folder.sweep("include \"base.conf\"\nnetwork.width = 5"))
                        .value("training.epochs"))
                .isEqualTo(9L);
    }

    @Test
    void passesOverAKeyThatOnlyAnotherProblemOfTheSweepHas() {
        Sweep sweep = folder.sweep(
                "name = a, problem.frequency = 3, sweep.grid.problem.kind = [linear-decay, forced-relaxation]");

        assertThat(sweep.points().get(0).values()).doesNotContainKey("problem.frequency");
        assertThat(sweep.points().get(1).value("problem.frequency")).isEqualTo(3.0);
    }

    @Test
    void theOrderOfKeysInTheFileDoesNotMatter() {
        String forward = "name = a\nsweep { seed = 3, grid { network.width = [1, 2], training.epochs = [1, 2] } }";
        String backward = "sweep { grid { training.epochs = [1, 2], network.width = [1, 2] }, seed = 3 }\nname = a";

        assertThat(ids(folder.sweep(forward))).isEqualTo(ids(folder.sweep(backward)));
    }

    @Test
    void readsTensOfThousandsOfPoints() {
        Sweep sweep = folder.sweep("""
                name = a
                loss.weights.initial = ${problem.stiffness}
                sweep.grid { problem.stiffness = { logspace = [1, 1e4], count = 1000 }
                             training.learning-rate = { logspace = [1e-5, 1e-2], count = 20 } }
                """);

        assertThat(sweep.points()).hasSize(20_000);
    }

    private static Settings only(Sweep sweep) {
        assertThat(sweep.points()).hasSize(1);
        return List.copyOf(sweep.points()).get(0);
    }
}
