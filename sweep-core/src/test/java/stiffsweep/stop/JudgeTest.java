package stiffsweep.stop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.Outcome;
import stiffsweep.run.TestTrials;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;

/** Decisions on curves that are made by hand. Trials have 10000 epochs and a point each 100 of them. */
class JudgeTest {

    private static final StopRule HALVING = new SuccessiveHalving(1000, 4);
    private static final StopRule MEDIAN = new MedianStopping(1000, 5);

    /** Li et al. (2020) keep 1/4 of the trials at each rung, and so does the stopping form when it has seen many. */
    @Test
    void aReductionOfFourKeepsAQuarterOfManyTrialsThatComeOneByOne() {
        List<Trial> trials = trials(2000);
        Judge judge = judge(HALVING, trials);
        SplittableRandom random = new SplittableRandom(1);
        long kept = trials.stream()
                .filter(trial -> !isStopped(judge, trial, 1000, random.nextDouble()))
                .count();
        // The first to come go on too often: a sum of (ceil(n / 4) - n / 4) / n, which is some 3 log n / 8.
        assertThat(kept).isBetween(2000 / 4 - 60L, 2000 / 4 + 60L);
    }

    @Test
    void theLargestReductionKeepsTheBest() {
        Marks marks = new Marks();
        marks.add(2);
        marks.add(1);

        assertThat(new SuccessiveHalving(1000, Integer.MAX_VALUE).bound(marks)).isEqualTo(1);
    }

    @Test
    void ofTrialsThatComeTogetherExactlyTheBestQuarterGoesOn() {
        List<Trial> trials = trials(16);
        Judge judge = judge(HALVING, trials);
        TreeMap<TrialId, Double> values = new TreeMap<>();
        for (int k = 0; k < 16; k++) {
            values.put(trials.get(k).id(), 1.0 + (7 * k) % 16);
        }
        Map<TrialId, Outcome.Stopped> ends = judge.judge(1000, values);
        TreeSet<Double> kept = new TreeSet<>();
        values.forEach((trial, value) -> {
            if (!ends.containsKey(trial)) {
                kept.add(value);
            }
        });
        assertThat(kept).containsExactly(1.0, 2.0, 3.0, 4.0);
    }

    @Test
    void rungsAreAPowerOfTheReductionApartAndNothingIsJudgedBetweenThem() {
        List<Long> rungs = new ArrayList<>();
        for (long epoch = 0; epoch < 70_000; epoch += 300) {
            HALVING.rung(epoch, 300).ifPresent(rungs::add);
        }
        assertThat(rungs).containsExactly(1000L, 4000L, 16_000L, 64_000L);
        assertThat(HALVING.rung(1200, 300)).hasValue(1000);
        assertThat(HALVING.rung(1500, 300)).isEmpty();
    }

    @Test
    void theReasonHasTheRungTheValueTheBoundAndTheNumberOfTrials() {
        List<Trial> trials = trials(5);
        Judge judge = judge(HALVING, trials);
        for (int k = 0; k < 4; k++) {
            judge.note(trials.get(k).id(), 1000, 0.02 + k);
        }
        Outcome.Stopped end = end(judge, trials.get(4), 1000, 30);
        assertThat(end)
                .isEqualTo(new Outcome.Stopped(
                        "stopped at the rung of 1000 epochs: error_mse 30.0 is not among the best 1/4 of 5 trials there"
                                + " (1.02)",
                        1000));
    }

    @Test
    void halvingHeedsOnlyTheOrderOfValues() {
        Collection<TrialId> plain = stopped(HALVING, value -> value);
        assertThat(plain).hasSizeBetween(10, 38);
        assertThat(stopped(HALVING, Math::log1p)).isEqualTo(plain);
        assertThat(stopped(HALVING, value -> 1e-9 * Math.exp(value))).isEqualTo(plain);
    }

    /** So neither the unit of an error nor whether it is squared decides. */
    @Test
    void theMedianHeedsNeitherFactorsNorPowers() {
        Collection<TrialId> plain = stopped(MEDIAN, value -> value);
        assertThat(plain).hasSizeBetween(5, 38);
        assertThat(stopped(MEDIAN, value -> 1e-9 * value)).isEqualTo(plain);
        assertThat(stopped(MEDIAN, value -> value * value)).isEqualTo(plain);
    }

    @Test
    void theMedianEndsATrialWhoseBestIsAboveTheMeansOfTheOthers() {
        List<Trial> trials = trials(6);
        Judge judge = judge(MEDIAN, trials);
        for (int k = 0; k < 5; k++) {
            judge.note(trials.get(k).id(), 900, 1e-2);
            judge.note(trials.get(k).id(), 1000, 1e-4);
        }
        judge.note(trials.get(5).id(), 900, 1e-1);
        // The geometric mean of the others is 1e-3.
        assertThat(end(judge, trials.get(5), 1000, 1.1e-3))
                .isEqualTo(new Outcome.Stopped(
                        "stopped at 1000 epochs: the lowest error_mse so far, 0.00110, is above the median of the running"
                                + " means of 6 trials there (0.00100)",
                        1000));
        Judge milder = judge(MEDIAN, trials);
        trials.subList(0, 5).forEach(trial -> milder.note(trial.id(), 900, 1e-2));
        trials.subList(0, 5).forEach(trial -> milder.note(trial.id(), 1000, 1e-4));
        assertThat(isStopped(milder, trials.get(5), 1000, 0.9e-3)).isFalse();
    }

    @Test
    void aTrialThatWasCutOffHasTheCurveThatItHadBefore() {
        List<Trial> trials = trials(6);
        for (double latest : List.of(0.9e-3, 1.1e-3)) {
            Judge judge = judge(MEDIAN, trials);
            for (Trial other : trials.subList(0, 5)) {
                judge.note(other.id(), List.of(point(900, 1e-2)));
                judge.note(other.id(), 1000, 1e-4);
            }
            judge.note(trials.get(5).id(), List.of(point(800, 1e-1), point(900, 1e-1)));
            assertThat(isStopped(judge, trials.get(5), 1000, latest)).isEqualTo(latest > 1e-3);
        }
    }

    @Test
    void theMedianWaitsForItsEpochsAndForEnoughTrials() {
        List<Trial> trials = trials(9);
        Judge judge = judge(MEDIAN, trials);
        for (int k = 0; k < 9; k++) {
            assertThat(isStopped(judge, trials.get(k), 900, 1 + k)).isFalse();
        }
        for (int k = 0; k < 4; k++) {
            assertThat(isStopped(judge, trials.get(k), 1000, 1 + k)).isFalse();
        }
        assertThat(isStopped(judge, trials.get(8), 1000, 9)).isTrue();
    }

    @Test
    void equalTrialsAllGoOn() {
        for (StopRule rule : List.of(HALVING, MEDIAN)) {
            List<Trial> trials = trials(12);
            Judge judge = judge(rule, trials);
            for (long epoch = 0; epoch <= 4000; epoch += 100) {
                for (Trial trial : trials) {
                    assertThat(isStopped(judge, trial, epoch, 0.3)).isFalse();
                }
            }
        }
    }

    @Test
    void whatIsNotANumberIsWorst() {
        for (StopRule rule : List.of(HALVING, MEDIAN)) {
            List<Trial> trials = trials(7);
            Judge judge = judge(rule, trials);
            trials.subList(0, 6).forEach(trial -> judge.note(trial.id(), 1000, 1e300));
            assertThat(end(judge, trials.get(6), 1000, Double.NaN))
                    .isNotNull()
                    .satisfies(end -> assertThat(end.reason()).contains("no number"));
            assertThat(isStopped(judge, trials.get(6), 1000, Double.POSITIVE_INFINITY))
                    .isTrue();
        }
    }

    @Test
    void trialsAreComparedOnlyWithinAProblemUnlessTheyAreSaidToBeAlike() {
        List<Trial> trials = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            trials.add(trial(k, Map.of("problem.stiffness", k < 7 ? 1.0 : 100.0)));
        }
        Judge apart = judge(HALVING, trials);
        Judge together = judge(new StopPolicy(HALVING, "error_mse", List.of("network")), trials);
        for (Judge judge : List.of(apart, together)) {
            trials.subList(0, 7).forEach(trial -> judge.note(trial.id(), 1000, 1e-3));
        }
        assertThat(isStopped(apart, trials.get(7), 1000, 10)).isFalse();
        assertThat(isStopped(together, trials.get(7), 1000, 10)).isTrue();
    }

    @Test
    void aTrialThatStartsOverCountsOnce() {
        List<Trial> trials = trials(3);
        Judge judge = judge(HALVING, trials);
        for (int start = 0; start < 5; start++) {
            judge.note(trials.get(0).id(), 0, 1);
            judge.note(trials.get(0).id(), 1000, 0.5);
        }
        judge.note(trials.get(1).id(), 1000, 0.1);
        assertThat(end(judge, trials.get(2), 1000, 3))
                .isNotNull()
                .satisfies(end -> assertThat(end.reason()).contains("of 3 trials there"));
    }

    @Test
    void passesOverTheEndOfACurveAndItsPolish() {
        List<Trial> trials = trials(2);
        Judge judge = judge(new StopPolicy(new SuccessiveHalving(8, 2), "error_mse", List.of()), trials);
        judge.note(trials.get(0).id(), 1050, 1e-9);
        judge.note(trials.get(0).id(), 16_400, 1e-9);
        assertThat(isStopped(judge, trials.get(1), 1100, 5)).isFalse();
        assertThat(isStopped(judge, trials.get(1), 1050, 5)).isFalse();
    }

    /** The trials that are stopped of 40 whose curves fall at rates of their own, which come one by one, point by point. */
    private static Collection<TrialId> stopped(StopRule rule, DoubleUnaryOperator metric) {
        List<Trial> trials = trials(40);
        Judge judge = judge(rule, trials);
        SplittableRandom random = new SplittableRandom(5);
        double[] rates = DoubleStream.generate(random::nextDouble).limit(40).toArray();
        TreeSet<TrialId> stopped = new TreeSet<>();
        for (long epoch = 0; epoch < 10_000; epoch += 100) {
            for (int k = 0; k < 40; k++) {
                TrialId id = trials.get(k).id();
                double value =
                        metric.applyAsDouble((1 + 0.1 * random.nextDouble()) * Math.exp(-rates[k] * epoch / 1000));
                if (!stopped.contains(id) && isStopped(judge, trials.get(k), epoch, value)) {
                    stopped.add(id);
                }
            }
        }
        return stopped;
    }

    private static CurvePoint point(long epoch, double error) {
        return new CurvePoint(epoch, 1, new TreeMap<>(Map.of("equation", 1.0)), error, error, new TreeMap<>());
    }

    private static Judge judge(StopRule rule, List<Trial> trials) {
        return judge(new StopPolicy(rule, "error_mse", List.of("problem")), trials);
    }

    private static boolean isStopped(Judge judge, Trial trial, long epoch, double value) {
        return end(judge, trial, epoch, value) != null;
    }

    private static Outcome.@Nullable Stopped end(Judge judge, Trial trial, long epoch, double value) {
        return judge.judge(epoch, new TreeMap<>(Map.of(trial.id(), value))).get(trial.id());
    }

    private static List<Trial> trials(int count) {
        List<Trial> trials = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            trials.add(trial(k, Map.of()));
        }
        return trials;
    }

    private static Trial trial(long seed, Map<String, Object> changes) {
        TreeMap<String, Object> all = new TreeMap<>(changes);
        all.put("training.epochs", 10_000L);
        all.put("measure.curve-every", 100L);
        return TestTrials.trial("linear-decay", seed, all);
    }

    private static Judge judge(StopPolicy policy, List<Trial> trials) {
        Judge judge = new Judge(policy);
        judge.know(trials);
        return judge;
    }
}
