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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.SweepConflict;

class DrawnSweepTest {

    private static final String DRAWN = """
            name = a
            sweep {
              design = sobol
              count = 16
              axes {
                training.learning-rate = { log-uniform = [1e-5, 1e-1] }
                network.width = { int-uniform = [8, 71] }
                training.optimizer = [adam, adamw]
                problem.stiffness = { uniform = [1, 3] }
              }
              seed = 7
            }
            """;

    @TempDir
    private Path temporary;

    private SweepFolder folder;

    @BeforeEach
    void openFolder() {
        folder = new SweepFolder(temporary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"random", "sobol", "latin-hypercube"})
    void drawsEveryKindOfAxis(String design) {
        Sweep sweep = folder.sweep(DRAWN, "sweep.design=" + design);

        assertThat(sweep.points()).hasSize(16);
        assertThat(values(sweep, "training.learning-rate"))
                .doesNotHaveDuplicates()
                .allSatisfy(value -> assertThat((double) value).isBetween(1e-5, 1e-1));
        assertThat(values(sweep, "network.width"))
                .allSatisfy(value -> assertThat((long) value).isBetween(8L, 71L));
        assertThat(values(sweep, "training.optimizer")).containsOnly("adam", "adamw");
        assertThat(values(sweep, "problem.stiffness"))
                .doesNotHaveDuplicates()
                .allSatisfy(value -> assertThat((double) value).isBetween(1.0, 3.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"random", "sobol", "latin-hypercube"})
    void aLargerCountKeepsTheTrials(String design) {
        Sweep small = folder.sweep(DRAWN, "sweep.design=" + design);
        Sweep large = folder.sweep(DRAWN, "sweep.design=" + design, "sweep.count=50");

        assertThat(ids(large)).hasSize(50).startsWith(ids(small).toArray(String[]::new));
        assertThat(SweepConflict.between(large, small)).isEmpty();
        assertThat(SweepConflict.between(small, large)).isEmpty();
    }

    @Test
    void theSeedOfTheSweepMovesThePoints() {
        assertThat(values(folder.sweep(DRAWN, "sweep.seed=8"), "training.learning-rate"))
                .doesNotContainAnyElementsOf(values(folder.sweep(DRAWN), "training.learning-rate"));
    }

    @Test
    void replicatesAndTheOtherAxesMultiplyWithWhatIsDrawn() {
        Sweep sweep = folder.sweep(
                DRAWN, "sweep.count=3", "sweep.grid.loss.weighting=[plain, jacobian]", "sweep.replicates=2");

        assertThat(sweep.trials()).hasSize(3 * 2 * 2);
        List<Object> rates = values(sweep, "training.learning-rate");
        assertThat(rates.get(0)).isEqualTo(rates.get(1)).isEqualTo(rates.get(6)).isNotEqualTo(rates.get(2));
        assertThat(values(sweep, "loss.weighting")).startsWith("plain", "jacobian", "plain");
    }

    @Test
    void aGridTakesEveryCombinationOfItsAxes() {
        Sweep sweep = folder.sweep("""
                name = a
                sweep.axes { network.width = { choice = [8, 9] }, training.epochs = [1, 2] }
                """);

        assertThat(values(sweep, "network.width")).containsExactly(8L, 8L, 9L, 9L);
        assertThat(values(sweep, "training.epochs")).containsExactly(1L, 2L, 1L, 2L);
    }

    @Test
    void spacedValuesCanBeDrawnFrom() {
        Sweep sweep = folder.sweep(DRAWN, "sweep.axes.problem.stiffness={linspace=[1,4],count=4}");

        assertThat(values(sweep, "problem.stiffness")).containsOnly(1.0, 2.0, 3.0, 4.0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sweep.design=random                                   | sweep.design: | but got random where the folder has sobol
            sweep.axes.network.width={int-uniform=[8, 72]}        | sweep.axes.network.width: | but got { int-uniform = [8, 72] } where the folder has { int-uniform = [8, 71] }
            sweep.axes.training.optimizer=[adam, adamw, lbfgs]    | sweep.axes.training.optimizer: | but got [adam, adamw, lbfgs] where the folder has [adam, adamw]
            sweep.axes.network.depth=[4, 5]                       | sweep.axes.network.depth: | but got [4, 5] where the folder has no axis
            sweep.axes.training.optimizer={choice=[adam, adamw], when={network.depth=4}} | sweep.axes.training.optimizer: | but got [adam, adamw] when network.depth = 4 where the folder has [adam, adamw]
            """)
    void aDesignThatMovesTheOldPointsIsAnotherSweep(String override, String key, String law) {
        String text = "include \"base.conf\"\nnetwork.precision = float64";
        folder.write("base.conf", DRAWN);

        assertThat(SweepConflict.between(folder.sweep(text, override), folder.sweep(text)))
                .hasValueSatisfying(got -> assertThat(got).startsWith(key).contains(law));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sweep.design = sobbol                       | sweep.design: must be one of grid, random, sobol, latin-hypercube, tpe, but got "sobbol"
            sweep { design = sobol, count = 4 }         | sweep.axes: must have an axis where sweep.design = sobol, but got none
            sweep { design = sobol, axes.network.width = [3] } | sweep.count: must be there where sweep.design = sobol, but got none
            sweep.count = 5                             | sweep.count: must be left out where sweep.design = grid, which has a count of its own, but got 5
            sweep { design = random, count = 0, axes.network.width = [3] } | sweep.count: must be a whole number, 1 or more and at most 100000, but got 0
            sweep.axes = 3                              | sweep.axes: must be an object of axes, but got 3
            sweep.blocks = [ { axes {} } ]              | sweep.blocks[0].axes: must be a known key, but got an unknown one; did you mean sweep.blocks[0].grid?
            sweep.axes.training.weight-decay { uniform = [0, 1] } | sweep.axes.training.weight-decay: an interval must be under sweep.axes, with sweep.design = random, sobol, latin-hypercube or tpe, but got { uniform = [0.0, 1.0] }
            sweep.grid.network.width { int-uniform = [1, 9] }     | sweep.grid.network.width: an interval must be under sweep.axes, with sweep.design = random, sobol, latin-hypercube or tpe, but got { int-uniform = [1, 9] }
            sweep.axes.network.width { int-uniform = [1, 9.5] }   | sweep.axes.network.width.int-uniform: both ends must be a whole number of at most 2^31 - 1, but got [1,9.5]
            sweep.axes.network.width { uniform = [9, 1] }         | sweep.axes.network.width: the first end of an interval must be below the second, but got [9.0, 1.0]
            sweep.axes.network.width { log-uniform = [0, 1] }     | sweep.axes.network.width: both ends of a log-uniform must be positive, but got [0.0, 1.0]
            """)
    void refusesADesignThatBreaksALaw(String line, String fault) {
        assertThat(folder.faults("name = a\n" + line)).containsExactly("sweep.conf:2: " + fault);
    }

    @Test
    void reportsAnIntervalThatBreaksALawOnce() {
        assertThat(folder.faults("""
                        name = a
                        sweep { design = random, count = 50
                          axes.network.width = { uniform = [1, 9] } }
                        """))
                .containsExactly("sweep.conf:3: sweep.axes.network.width: must be a whole number of at most 2^31 - 1,"
                        + " but got { uniform = [1.0, 9.0] }");
    }
}
