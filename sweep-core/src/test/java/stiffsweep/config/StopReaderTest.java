package stiffsweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.stop.MedianStopping;
import stiffsweep.stop.StopPolicy;
import stiffsweep.stop.SuccessiveHalving;

class StopReaderTest {

    private static final String TWO_SEEDS = "name = a, sweep.replicates = 2, ";

    @TempDir
    Path root;

    private SweepFolder folder;

    @BeforeEach
    void open() {
        folder = new SweepFolder(root);
    }

    @Test
    void isKeptWithTheSweepAndNoPartOfItsQuestion() {
        SweepFile file = folder.read(
                TWO_SEEDS
                        + "sweep.stop { rule = asha, metric = loss_total, within = [problem], min-epochs = 2000, reduction = 3 }");

        assertThat(file.stop())
                .isEqualTo(new StopPolicy(new SuccessiveHalving(2000, 3), "loss_total", List.of("problem")));
        assertThat(folder.read(file.frozen()).stop()).isEqualTo(file.stop());
        assertThat(folder.read(TWO_SEEDS).stop()).isEqualTo(StopPolicy.DEFAULT);
        assertThat(SweepFolder.ids(file.sweep())).isEqualTo(SweepFolder.ids(folder.sweep(TWO_SEEDS)));
    }

    @Test
    void readsTheMedianRule() {
        assertThat(folder.read(TWO_SEEDS + "sweep.stop { rule = median, min-trials = 7 }")
                        .stop()
                        .rule())
                .isEqualTo(new MedianStopping(10_000, 7));
    }

    @Test
    void refusesWhatIsNoRule() {
        assertThat(folder.faults("name = a, sweep.stop { rule = hyperband, reduction = 1, min-epoch = 5 }"))
                .containsExactly(
                        "sweep.conf:1: sweep.stop.min-epoch: must be a known key, but got an unknown one; did you mean"
                                + " sweep.stop.min-epochs?",
                        "sweep.conf:1: sweep.stop.rule: must be one of none, asha, median, but got \"hyperband\"",
                        "sweep.conf:1: sweep.stop.reduction: must be a whole number, 2 or more, but got 1");
        assertThat(folder.faults("name = a, sweep.stop = 3"))
                .containsExactly("sweep.conf:1: sweep.stop: must be an object, but got 3");
    }

    @Test
    void refusesAMetricThatTheCurvesWillNotHave() {
        assertThat(folder.faults(TWO_SEEDS + "sweep.stop { rule = asha, metric = error_max }"))
                .singleElement()
                .asString()
                .startsWith("sweep.conf:1: sweep.stop.metric: must be a column of the curves of every problem;")
                .contains("error_mse", "loss_total", "loss_equation")
                .endsWith("but got error_max; did you mean error_mse?");
    }

    @Test
    void refusesRungsThatNoTrialComesToOrThatLieBetweenThePointsOfCurves() {
        assertThat(folder.faults(TWO_SEEDS + "sweep.stop.rule = asha, training.epochs = 10000"))
                .singleElement()
                .asString()
                .contains("sweep.stop.min-epochs: must be less than training.epochs", "but got 10000");
        assertThat(folder.faults(TWO_SEEDS + "sweep.stop { rule = asha, min-epochs = 999 }"))
                .singleElement()
                .asString()
                .contains("sweep.stop.min-epochs: must be at least measure.curve-every", "1000, but got 999");
    }

    @Test
    void refusesASweepOfWhichNoTwoTrialsCanBeCompared() {
        String sweep = "name = a, sweep { grid { problem.stiffness = [1, 2, 3] }, stop { rule = median } }";
        assertThat(folder.faults(sweep))
                .containsExactly("sweep.conf:1: sweep.stop.within: must leave trials to compare; no two of the sweep"
                        + " agree in these settings, but got problem, points");
        assertThat(folder.faults(sweep, "sweep.replicates=2")).isEmpty();
        assertThat(folder.faults(sweep, "sweep.stop.within=[]")).isEmpty();
    }

    @Test
    void refusesToCompareWithinWhatTheSweepLacks() {
        assertThat(folder.faults(TWO_SEEDS + "sweep.stop { rule = asha, within = [problem, stiffnes] }"))
                .singleElement()
                .asString()
                .contains("sweep.stop.within: must hold settings of the sweep's problems", "but got stiffnes");
    }

    @Test
    void refusesARuleWhereResultsDecideOnFurtherTrials() {
        String grown = "name = a, sweep { replicates { until-interval = 10% }, stop { rule = asha } }";
        String search = "name = a, sweep { design = tpe, count = 20, stop { rule = median },"
                + " axes { network.width = { int-uniform = [2, 9] } } }";
        assertThat(List.of(grown, search))
                .allSatisfy(sweep -> assertThat(folder.faults(sweep))
                        .singleElement()
                        .asString()
                        .contains("sweep.stop.rule: must be none where results decide on further trials"));
    }
}
