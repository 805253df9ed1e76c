package stiffsweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.sweep.AskedTrials;
import stiffsweep.sweep.Scores;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;

/** A search that is drawn to where two settings, each lawful alone, break a law together. */
class LawlessPointsTest {

    private static final int COUNT = 40;
    private static final String FROM = "points.residual.from";
    private static final String TO = "points.residual.to";
    private static final String SEARCH = """
            name = a
            points.residual.spacing = linear
            sweep {
              design = tpe
              count = 40
              tpe { start = 4, batch = 3 }
              axes {
                points.residual.from = { uniform = [0, 1] }
                points.residual.to = { uniform = [0.6, 2] }
              }
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
    void countButAreNotTrained() {
        AskedTrials end = searched(folder.sweep(SEARCH));
        assertThat(end.lawless()).isNotEmpty();
        assertThat(end.trials().size() + end.lawless().size()).isEqualTo(COUNT);
        assertThat(end.trials()).allMatch(trial -> length(trial) > 0);
    }

    @Test
    void areTheSameWhateverTheOrderOfTheScores() {
        Sweep sweep = folder.sweep(SEARCH);
        AskedTrials end = searched(sweep);
        for (int seed = 0; seed < 3; seed++) {
            assertThat(searchedOneByOne(sweep, new Random(seed))).isEqualTo(end);
        }
        assertThat(searched(folder.sweep(SEARCH))).isEqualTo(end);
    }

    @Test
    void areSaidWithTheFirstFault() {
        AskedTrials end = searched(folder.sweep(SEARCH));
        assertThat(end.warning())
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .startsWith(end.lawless().size()
                                + " points of the search break a law and are not trained; the first: ")
                        .contains("sweep.conf:8: " + FROM + ": must be below " + TO + " = "));
    }

    @Test
    void areFaultsOfTheFileWhereTheyAreAskedForFirst() {
        assertThat(folder.faults(SEARCH, "sweep.tpe.start=40"))
                .isNotEmpty()
                .allMatch(fault -> fault.startsWith("sweep.conf:8: " + FROM + ": must be below " + TO + " = "));
    }

    private static AskedTrials searched(Sweep sweep) {
        AskedTrials asked = sweep.asked(Scores.NONE);
        while (true) {
            AskedTrials next = sweep.asked(scores(asked.trials()));
            if (next.equals(asked)) {
                return asked;
            }
            asked = next;
        }
    }

    private static AskedTrials searchedOneByOne(Sweep sweep, Random order) {
        Map<TrialId, Map<String, Double>> known = new HashMap<>();
        while (true) {
            AskedTrials asked = sweep.asked(new Scores(known));
            List<Trial> missing = asked.trials().stream()
                    .filter(trial -> !known.containsKey(trial.id()))
                    .toList();
            if (missing.isEmpty()) {
                return asked;
            }
            known.putAll(
                    scores(List.of(missing.get(order.nextInt(missing.size())))).byTrial());
        }
    }

    /** The shorter the interval the better: the best points lie beside those without one. */
    private static Scores scores(List<Trial> trials) {
        Map<TrialId, Map<String, Double>> known = new HashMap<>();
        trials.forEach(trial -> known.put(trial.id(), Map.of("error_mse", length(trial))));
        return new Scores(known);
    }

    private static double length(Trial trial) {
        return trial.settings().number(TO) - trial.settings().number(FROM);
    }
}
