package stiffsweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.sweep.Replicates;
import stiffsweep.sweep.Scores;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.SweepConflict;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;

class SearchSweepTest {

    private static final String SEARCH = """
            name = a
            sweep {
              design = tpe
              count = 26
              tpe.start = 6
              axes {
                training.learning-rate = { log-uniform = [1e-5, 1e-1] }
                training.optimizer = [adam, adamw]
                training.weight-decay = { uniform = [0, 1], when = { training.optimizer = adamw } }
                network.width = { int-uniform = [8, 71] }
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

    @Test
    void asksForTheStartAndThenForABatchAtATime() {
        Sweep sweep = folder.sweep(SEARCH);
        assertThat(sweep.metrics()).containsExactly("error_mse");
        assertThat(sweep.mostPoints()).isEqualTo(26);
        assertThat(sweep.trials()).hasSize(6);

        Map<TrialId, Map<String, Double>> known = score(sweep.trials());
        List<Trial> second = sweep.trials(new Scores(known));
        assertThat(second).hasSize(10).startsWith(sweep.trials().toArray(Trial[]::new));

        known.putAll(score(second.subList(6, 9)));
        assertThat(sweep.trials(new Scores(known))).isEqualTo(second);
        known.putAll(score(second));
        assertThat(sweep.trials(new Scores(known))).hasSize(14);
    }

    @Test
    void readingAgainOrFromItsOwnFrozenTextGoesOnWithTheSameSearch() {
        List<Trial> all = searched(folder.sweep(SEARCH));
        assertThat(all).hasSize(26);
        assertThat(searched(folder.sweep(SEARCH))).isEqualTo(all);
        String frozen = folder.read(SEARCH).frozen();
        assertThat(searched(folder.sweep(frozen))).isEqualTo(all);
    }

    @Test
    void aLargerCountKeepsTheTrials() {
        assertThat(searched(folder.sweep(SEARCH, "sweep.count=40")))
                .hasSize(40)
                .startsWith(searched(folder.sweep(SEARCH)).toArray(Trial[]::new));
    }

    @Test
    void anAxisThatDoesNotApplyIsLeftAlone() {
        assertThat(searched(folder.sweep(SEARCH)))
                .filteredOn(trial -> trial.settings().word("training.optimizer").equals("adam"))
                .isNotEmpty()
                .allMatch(trial -> trial.settings().number("training.weight-decay") == 0.01);
    }

    @Test
    void aPointsScoreIsTheMedianOverItsReplicates() {
        Sweep sweep = folder.sweep(SEARCH, "sweep.replicates=3");
        List<Trial> first = sweep.trials();
        assertThat(first).hasSize(18);
        Map<TrialId, Map<String, Double>> even = new HashMap<>();
        Map<TrialId, Map<String, Double>> oneFailed = new HashMap<>();
        for (Trial trial : first) {
            double error = trial.settings().number("training.learning-rate");
            even.put(trial.id(), Map.of("error_mse", error));
            oneFailed.put(trial.id(), trial.replicate() == 1 ? Map.of() : Map.of("error_mse", error));
        }
        List<Trial> next = sweep.trials(new Scores(even));
        assertThat(next).hasSize(30);
        assertThat(sweep.trials(new Scores(oneFailed))).hasSize(30);

        even.remove(first.get(17).id());
        assertThat(sweep.trials(new Scores(even))).isEqualTo(first);
    }

    @Test
    void everyValueOfAProblemAxisIsReadBeforeAPointHasIt() {
        assertThat(folder.faults(SEARCH, "sweep.axes.problem.kind=[linear-decay, linear-decoy]"))
                .singleElement()
                .asString()
                .contains("linear-decoy");
    }

    @Test
    void aBoundThatBreaksALawIsAFaultThoughNoFirstPointComesNear() {
        assertThat(folder.faults(SEARCH, "sweep.axes.network.width={int-uniform=[0, 1000]}"))
                .singleElement()
                .asString()
                .contains("sweep.axes.network.width")
                .contains("int-uniform = [0, 1000]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sweep.design=sobol         | sweep.design: | but got sobol where the folder has tpe
            sweep.tpe.batch=5          | sweep.tpe: | batch = 5
            sweep.metric=error_max     | sweep.metric: | but got error_max where the folder has error_mse
            sweep.replicates=2         | sweep.replicates: | but got 2 where the folder has 1
            sweep.axes.network.width={int-uniform=[8, 72]} | sweep.axes.network.width: | where the folder has { int-uniform = [8, 71] }
            sweep.axes.training.weight-decay={uniform=[0, 1]} | sweep.axes.training.weight-decay: | when training.optimizer = adamw
            """)
    void whatMovesThePointsIsAnotherSweep(String override, String key, String law) {
        assertThat(SweepConflict.between(folder.sweep(SEARCH, override), folder.sweep(SEARCH)))
                .hasValueSatisfying(got -> assertThat(got).startsWith(key).contains(law));
    }

    @Test
    void anotherCountIsTheSameSweep() {
        assertThat(SweepConflict.between(folder.sweep(SEARCH, "sweep.count=90"), folder.sweep(SEARCH)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sweep.count = 1001                | sweep.count: must be a whole number, 1 or more and at most 1000, but got 1001
            sweep.tpe.start = 0               | sweep.tpe.start: must be a whole number, 1 or more, but got 0
            sweep.tpe.quantile = 100%         | sweep.tpe.quantile: must be a share of the points, above 0% and below 100%, but got "100%"
            sweep.tpe.starts = 3              | sweep.tpe.starts: must be a known key, but got an unknown one; did you mean sweep.tpe.start?
            sweep.metric = error_msee         | sweep.metric: must be a column of numbers that are measured, but got "error_msee"; did you mean error_mse?
            sweep.grid.network.depth = [3, 4] | sweep.grid.network.depth: an axis must be under sweep.axes where sweep.design = tpe, but got one beside it
            """)
    void refusesASearchThatBreaksALaw(String line, String fault) {
        assertThat(folder.faults(SEARCH + line)).containsExactly("sweep.conf:14: " + fault);
    }

    @Test
    void readsWhenToStopReplicating() {
        assertThat(folder.sweep("name = a\nsweep.replicates { until-interval = 20% }")
                        .replicates())
                .isEqualTo(new Replicates.UntilInterval(0.2, "error_mse", 5, 32));
        assertThat(folder.sweep(
                                "name = a",
                                "sweep.replicates={ until-interval = 0.05, metric = loss_total, min = 4, max = 6 }")
                        .replicates())
                .isEqualTo(new Replicates.UntilInterval(0.05, "loss_total", 4, 6));
        assertThat(folder.sweep("name = a\nsweep.replicates { until-interval = 5%, min = 40 }")
                        .replicates())
                .isEqualTo(new Replicates.UntilInterval(0.05, "error_mse", 40, 40));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { min = 4 }                            | sweep.replicates.until-interval: must be there, but got none
            { until-interval = 0% }                | sweep.replicates.until-interval: must be a positive share, such as 10%, but got "0%"
            { until-interval = 5%, min = 2 }       | sweep.replicates.min: must be a whole number, 3 or more, but got 2
            { until-interval = 5%, max = 3 }       | sweep.replicates.max: must be a whole number, no less than min, which is 5, but got 3
            { until-interval = 5%, metric = loss } | sweep.replicates.metric: must be a column of numbers that are measured, but got "loss"; did you mean loss_total?
            { until-interval = 5%, least = 3 }     | sweep.replicates.least: must be a known key, but got an unknown one; did you mean sweep.replicates.max?
            """)
    void refusesAStopThatBreaksALaw(String replicates, String fault) {
        assertThat(folder.faults("name = a\nsweep.replicates = " + replicates))
                .containsExactly("sweep.conf:2: " + fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "first"})
    void refusesAFirstReplicateThatIsNoIndex(String first) {
        assertThat(folder.faults("name = a\nsweep.first-replicate = " + first))
                .singleElement()
                .asString()
                .startsWith("sweep.conf:2: sweep.first-replicate: must be a whole number, 0 or more, but got ");
    }

    @Test
    void theFirstReplicateMovesTheSeedsOnly() {
        List<Trial> later = folder.sweep("name = a\nsweep { first-replicate = 2, replicates = 2 }")
                .trials();
        assertThat(later)
                .isEqualTo(
                        folder.sweep("name = a\nsweep.replicates = 4").trials().subList(2, 4));
    }

    /** Every trial that a search comes to; its score is the distance of the rate from 0.003, on a log axis. */
    private static List<Trial> searched(Sweep sweep) {
        List<Trial> trials = sweep.trials();
        while (true) {
            List<Trial> next = sweep.trials(new Scores(score(trials)));
            if (next.equals(trials)) {
                return trials;
            }
            trials = next;
        }
    }

    private static Map<TrialId, Map<String, Double>> score(List<Trial> trials) {
        Map<TrialId, Map<String, Double>> known = new HashMap<>();
        for (Trial trial : trials) {
            double rate = trial.settings().number("training.learning-rate");
            known.put(trial.id(), Map.of("error_mse", Math.abs(Math.log(rate / 0.003))));
        }
        return known;
    }
}
