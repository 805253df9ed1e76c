package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stiffsweep.stats.Bootstrap;
import stiffsweep.stats.Interval;
import stiffsweep.stats.Quantile;
import stiffsweep.stats.Wilson;

/**
 * Trials that belong together: the replicates of one setting, or all trials of one method.
 *
 * <p>A trial that did not complete is never a measurement. Medians and intervals are over those that completed, and where half
 * of the trials or more did not, there is no median.
 *
 * @param trials the trials, at least one
 */
record TrialGroup(List<ReportedTrial> trials) {

    TrialGroup {
        trials = List.copyOf(trials);
    }

    /** The trials that agree in a property, in the order in which its values first come. */
    static <K> Map<K, TrialGroup> by(List<ReportedTrial> trials, Function<ReportedTrial, K> property) {
        Map<K, List<ReportedTrial>> members = new LinkedHashMap<>();
        trials.forEach(trial -> members.computeIfAbsent(property.apply(trial), key -> new ArrayList<>())
                .add(trial));
        Map<K, TrialGroup> groups = new LinkedHashMap<>();
        members.forEach((key, some) -> groups.put(key, new TrialGroup(some)));
        return groups;
    }

    /** The replicates of each setting. */
    static List<TrialGroup> settings(List<ReportedTrial> trials) {
        return List.copyOf(by(trials, trial -> List.of(trial.problem(), trial.group(), trial.x()))
                .values());
    }

    /** The columns that are the abscissa of some problem. */
    static List<String> abscissae(List<ReportedTrial> trials) {
        return trials.stream()
                .map(trial -> trial.comparison().x())
                .filter(x -> !x.isEmpty())
                .distinct()
                .toList();
    }

    ReportedTrial first() {
        return trials.get(0);
    }

    /** What tells a setting from others: its problem, its method, and its x under the column that is its abscissa. */
    List<@Nullable Object> key(List<String> abscissae) {
        List<@Nullable Object> key = new ArrayList<>(List.of(first().problem(), first().group()));
        abscissae.forEach(x -> key.add(first().xIn(x)));
        return key;
    }

    int size() {
        return trials.size();
    }

    /** The trials that completed. */
    List<ReportedTrial> completed() {
        return trials.stream().filter(ReportedTrial::isCompleted).toList();
    }

    /** Whether so many completed that their median stands for all: more than half. */
    boolean hasMedian() {
        return isMost(completed().size());
    }

    /** Why there is no median: {@code did not converge (3 of 5)}. */
    String withoutMedian() {
        List<String> outcomes = trials.stream()
                .filter(trial -> !trial.isCompleted())
                .map(ReportedTrial::outcome)
                .distinct()
                .toList();
        String why = outcomes.equals(List.of("DIVERGED"))
                ? "did not converge"
                : outcomes.equals(List.of("STOPPED")) ? "stopped early" : "did not complete";
        return why + " (" + (size() - completed().size()) + " of " + size() + ")";
    }

    /** The finite values of a measure. */
    double[] finite(ToDoubleFunction<ReportedTrial> measure) {
        return completed().stream()
                .mapToDouble(measure)
                .filter(Double::isFinite)
                .toArray();
    }

    /** The median of the finite values of a measure; NaN where no more than half of the trials have one. */
    double median(ToDoubleFunction<ReportedTrial> measure) {
        double[] values = finite(measure);
        return isMost(values.length) ? Quantile.median(values) : Double.NaN;
    }

    /** The interval of that median; unknown where there is none, or one value alone. */
    Interval interval(ToDoubleFunction<ReportedTrial> measure) {
        double[] values = finite(measure);
        return isMost(values.length) ? Bootstrap.STANDARD.ofMedian(values) : Interval.unknown(values.length);
    }

    /** The id of the trial whose finite value of a measure is in the middle, the larger one of two; empty where none has one. */
    String middle(ToDoubleFunction<ReportedTrial> measure) {
        List<ReportedTrial> inOrder = completed().stream()
                .filter(trial -> Double.isFinite(measure.applyAsDouble(trial)))
                .sorted(Comparator.comparingDouble(measure).thenComparing(ReportedTrial::id))
                .toList();
        return inOrder.isEmpty() ? "" : inOrder.get(inOrder.size() / 2).id();
    }

    private boolean isMost(int some) {
        return 2 * some > size();
    }

    /** How many trials completed and are a success. */
    long successes() {
        return completed().stream().filter(ReportedTrial::isSuccess).count();
    }

    /** How many trials could have been a success: all but those that a rule of the sweep stopped. */
    long candidates() {
        return trials.stream().filter(trial -> !trial.isStopped()).count();
    }

    /** The interval of the probability of success; unknown where every trial was stopped. */
    Interval successInterval() {
        return candidates() == 0
                ? Interval.unknown(0)
                : Wilson.interval(successes(), candidates(), Bootstrap.STANDARD.level());
    }

    /** How many trials there are, and where some did not complete, how they ended: "5: 3 completed, 2 diverged". */
    String outcomes() {
        int completed = completed().size();
        if (completed == size()) {
            return Integer.toString(size());
        }
        return size() + ": " + (completed > 0 ? completed + " completed, " : "") + incomplete();
    }

    /** How the trials that did not complete ended: "2 diverged, 1 failed"; empty where all completed. */
    String incomplete() {
        Map<String, Integer> counts = new TreeMap<>();
        trials.stream()
                .filter(trial -> !trial.isCompleted())
                .map(trial -> trial.outcome().toLowerCase(Locale.ROOT).replace('_', ' '))
                .forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(outcome -> outcome.getValue() + " " + outcome.getKey())
                .collect(Collectors.joining(", "));
    }
}
