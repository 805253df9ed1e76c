package stiffsweep.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.Outcome;
import stiffsweep.result.TrialResult;
import stiffsweep.run.Stack;
import stiffsweep.run.StackRunner;
import stiffsweep.run.TestTrials;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;

/** A trial that is ended early is as good a row as any, and its neighbours do not notice. */
class StoppedTrialTest {

    private static final Outcome.Stopped END = new Outcome.Stopped("the test must stop it", 60);

    @ParameterizedTest
    @ValueSource(strings = {"adam", "lbfgs", "levenberg-marquardt"})
    void aStoppedNeighbourChangesNoNumberOfTheOthers(String optimizer) {
        List<Trial> trials = trials(optimizer, 4, 120);
        List<TrialResult> untouched = run(trials, new Judge(List.of()));
        List<TrialResult> judged = run(trials, new Judge(trials.subList(0, 3)));
        assertThat(judged.get(3).measurements()).isEqualTo(untouched.get(3).measurements());
        assertThat(judged.get(3).curve()).isEqualTo(untouched.get(3).curve());
        assertThat(judged.get(3).solution()).isEqualTo(untouched.get(3).solution());
        assertThat(judged.get(3).outcome()).isEqualTo(untouched.get(3).outcome());
    }

    @ParameterizedTest
    @ValueSource(strings = {"adam", "lbfgs", "levenberg-marquardt"})
    void aStoppedTrialIsWhatItWasAtTheEpochItWasStoppedAt(String optimizer) {
        List<Trial> trials = trials(optimizer, 3, 120);
        List<TrialResult> whole = run(trials, new Judge(List.of()));
        List<TrialResult> judged = run(trials, new Judge(trials.subList(1, 2)));
        TrialResult stopped = judged.get(1);
        assertThat(stopped.outcome()).isEqualTo(END);
        assertThat(stopped.epochs()).isEqualTo(END.rung());
        assertThat(stopped.curve()).isEqualTo(whole.get(1).curve().subList(0, 4));
        assertThat(stopped.measurements().get("error_mse")).isFinite();
        assertThat(stopped.measurements().get("loss_total_final"))
                .isEqualTo(stopped.curve().get(3).lossTotal());
        assertThat(stopped.measurements().get("epoch_best")).isLessThanOrEqualTo((double) END.rung());
    }

    /** Alone it trains beside a twin of itself, which must end with it and is no trial to be judged. */
    @ParameterizedTest
    @ValueSource(strings = {"adam", "lbfgs"})
    void aTrialAloneEndsAsItDoesBesideOthers(String optimizer) {
        List<Trial> trials = trials(optimizer, 3, 120);
        TrialResult beside = run(trials, new Judge(trials.subList(0, 1))).get(0);
        Judge judge = new Judge(trials.subList(0, 1));
        TrialResult alone = run(trials.subList(0, 1), judge).get(0);
        assertThat(alone.outcome()).isEqualTo(END);
        assertThat(alone.epochs()).isEqualTo(beside.epochs());
        assertThat(alone.measurements()).isEqualTo(beside.measurements());
        assertThat(alone.curve()).isEqualTo(beside.curve());
        assertThat(judge.heard).extracting(points -> points.size()).containsOnly(1);
        assertThat(judge.epochs()).containsExactly(0L, 20L, 40L, 60L);
    }

    @Test
    void aTrialThatHasComeToItsEndIsNotJudged() {
        Judge judge = new Judge(List.of());
        for (String optimizer : List.of("adam", "lbfgs")) {
            run(trials(optimizer, 2, 40), judge);
        }
        assertThat(judge.epochs()).containsExactly(0L, 20L, 0L, 20L);
    }

    @Test
    void aStoppedTrialIsNotPolishedAndAPolishIsNotJudged() {
        List<Trial> trials = new ArrayList<>();
        for (int seed = 1; seed <= 2; seed++) {
            Map<String, Object> polish = Map.of("training.polish.optimizer", "lbfgs", "training.polish.epochs", 100L);
            trials.add(trial("adam", seed, 200, polish));
        }
        Judge judge = new Judge(trials.subList(0, 1));
        List<TrialResult> results = run(trials, judge);
        assertThat(results.get(0).outcome()).isEqualTo(END);
        assertThat(results.get(0).epochs()).isEqualTo(END.rung());
        assertThat(results.get(1).epochs()).isGreaterThan(200);
        assertThat(judge.epochs()).isSorted().doesNotHaveDuplicates().last().isEqualTo(180L);
    }

    @Test
    void aDivergedTrialHasDivergedWhateverIsSaidOfIt() {
        Trial wild = TestTrials.trial(
                "quadratic-decay", 3, Map.of("training.learning-rate", 1e18, "measure.curve-every", 1L));
        TrialResult result = run(List.of(wild), new Progress() {
                    @Override
                    public void at(long epoch, long epochs, double bestError) {}

                    @Override
                    public SortedMap<TrialId, Outcome.Stopped> judge(SortedMap<TrialId, CurvePoint> points) {
                        SortedMap<TrialId, Outcome.Stopped> ends = new TreeMap<>();
                        points.forEach((trial, point) -> {
                            if (!Double.isFinite(point.lossTotal())) {
                                ends.put(trial, END);
                            }
                        });
                        return ends;
                    }
                })
                .get(0);
        assertThat(result.outcome()).isInstanceOf(Outcome.Diverged.class);
    }

    private static List<TrialResult> run(List<Trial> trials, Progress progress) {
        return new StackRunner().run(new Stack(trials), List.of(), progress);
    }

    private static List<Trial> trials(String optimizer, int count, long epochs) {
        List<Trial> trials = new ArrayList<>();
        for (int seed = 1; seed <= count; seed++) {
            trials.add(trial(optimizer, seed, epochs, Map.of()));
        }
        return trials;
    }

    private static Trial trial(String optimizer, long seed, long epochs, Map<String, Object> changes) {
        Map<String, Object> all = new HashMap<>();
        all.put("problem.stiffness", 5.0);
        all.put("points.residual.count", 20L);
        all.put("network.width", 8L);
        all.put("network.depth", 2L);
        all.put("network.precision", "float64");
        all.put("training.optimizer", optimizer);
        all.put("training.epochs", epochs);
        all.put("training.stop-below", 0.0);
        all.put("measure.curve-every", 20L);
        all.putAll(changes);
        return TestTrials.trial("linear-decay", seed, all);
    }

    /** Ends some trials at the epoch of {@link #END}, and keeps what it hears. */
    private static final class Judge implements Progress {

        private final List<TrialId> ended;
        private final List<SortedMap<TrialId, CurvePoint>> heard = new ArrayList<>();

        Judge(List<Trial> ended) {
            this.ended = ended.stream().map(Trial::id).toList();
        }

        @Override
        public void at(long epoch, long epochs, double bestError) {}

        @Override
        public SortedMap<TrialId, Outcome.Stopped> judge(SortedMap<TrialId, CurvePoint> points) {
            heard.add(points);
            SortedMap<TrialId, Outcome.Stopped> ends = new TreeMap<>();
            points.forEach((trial, point) -> {
                if (ended.contains(trial) && point.epoch() == END.rung()) {
                    ends.put(trial, END);
                }
            });
            return ends;
        }

        List<Long> epochs() {
            return heard.stream()
                    .map(points -> points.values().iterator().next().epoch())
                    .toList();
        }
    }
}
