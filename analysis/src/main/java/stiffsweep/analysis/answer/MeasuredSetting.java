package stiffsweep.analysis.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stiffsweep.stats.Bootstrap;
import stiffsweep.stats.Interval;
import stiffsweep.stats.Quantile;

/**
 * What the replicates of one setting measured.
 *
 * <p>A setting of which half of the trials or more have no measurement has no median: the seeds that came through would
 * flatter it.
 *
 * @param trials its trials
 * @param measured those that completed with a finite number, the smallest first
 */
record MeasuredSetting(List<AskedTrial> trials, List<AskedTrial> measured) {

    /** By median; of equal ones that whose trial in the middle has the first id. */
    private static final Comparator<MeasuredSetting> ORDER = Comparator.comparingDouble(MeasuredSetting::median)
            .thenComparing(setting -> setting.middle().id());

    MeasuredSetting {
        trials = List.copyOf(trials);
        measured = List.copyOf(measured);
    }

    /** The settings of some trials that have a median, the best first. */
    static List<MeasuredSetting> ranked(List<AskedTrial> trials) {
        return all(trials).stream()
                .filter(MeasuredSetting::hasMedian)
                .sorted(ORDER)
                .toList();
    }

    /** The settings of some trials, by their values. */
    static List<MeasuredSetting> all(List<AskedTrial> trials) {
        return AskedTrials.by(trials, AskedTrial::setting).values().stream()
                .map(MeasuredSetting::of)
                .toList();
    }

    private static MeasuredSetting of(List<AskedTrial> trials) {
        return new MeasuredSetting(
                trials,
                trials.stream()
                        .filter(trial -> !Double.isNaN(trial.measured()))
                        .sorted(Comparator.comparingDouble(AskedTrial::measured).thenComparing(AskedTrial::id))
                        .toList());
    }

    boolean hasMedian() {
        return 2 * measured.size() > trials.size();
    }

    /** The decimal logarithms of the metric that are measured. */
    double[] logarithms() {
        return trials.stream()
                .mapToDouble(AskedTrial::logarithm)
                .filter(logarithm -> !Double.isNaN(logarithm))
                .toArray();
    }

    /** Whether more than half of its trials have a logarithm. */
    boolean hasLogarithms() {
        return 2 * logarithms().length > trials.size();
    }

    List<@Nullable Object> setting() {
        return trials.get(0).setting();
    }

    double median() {
        return Quantile.median(numbers());
    }

    Interval interval() {
        return Bootstrap.STANDARD.ofMedian(numbers());
    }

    private double[] numbers() {
        return measured.stream().mapToDouble(AskedTrial::measured).toArray();
    }

    /** The trial in the middle, the larger one of two. */
    AskedTrial middle() {
        return measured.get(measured.size() / 2);
    }

    /** How many trials ended otherwise than with a measurement, and how: {@code 2 diverged}. */
    String failures() {
        return flaws(
                trials.stream().filter(trial -> Double.isNaN(trial.measured())).toList());
    }

    /** How many of some trials have no logarithm for which reason. */
    static String flaws(List<AskedTrial> trials) {
        Map<String, Long> flaws = trials.stream()
                .filter(trial -> Double.isNaN(trial.logarithm()))
                .collect(Collectors.groupingBy(AskedTrial::flaw, TreeMap::new, Collectors.counting()));
        List<String> words = new ArrayList<>();
        flaws.forEach((flaw, count) -> words.add(count + " " + flaw));
        return String.join(", ", words);
    }

    /** The metric of each replicate; infinite where it has no measurement. */
    Map<Long, Double> byReplicate() {
        Map<Long, Double> numbers = new LinkedHashMap<>();
        trials.forEach(trial -> numbers.put(
                trial.replicate(), Double.isNaN(trial.measured()) ? Double.POSITIVE_INFINITY : trial.measured()));
        return numbers;
    }

    /** How much larger its metric is than that of another setting, replicate by replicate. */
    Difference against(MeasuredSetting other) {
        Map<Long, AskedTrial> partners = new LinkedHashMap<>();
        other.trials.forEach(trial -> partners.put(trial.replicate(), trial));
        List<Pair> pairs = new ArrayList<>();
        trials.forEach(trial -> {
            AskedTrial partner = partners.get(trial.replicate());
            if (partner != null) {
                pairs.add(new Pair(trial, partner));
            }
        });
        return Difference.of(trials.get(0).group(), "", "", pairs);
    }
}
