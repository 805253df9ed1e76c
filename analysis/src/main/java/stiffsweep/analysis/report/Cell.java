package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import stiffsweep.stats.Bootstrap;
import stiffsweep.stats.Interval;
import stiffsweep.stats.Quantile;
import stiffsweep.stats.Wilson;

/**
 * Trials that belong together: the replicates of one setting, or all trials of one method.
 *
 * @param trials the trials, at least one
 */
record Cell(List<ReportedTrial> trials) {

    /** Below this mean squared error a trial counts as a success. */
    static final double SUCCESS_BELOW = 1e-3;

    private static final double LEVEL = Bootstrap.STANDARD.level();

    /** Fewer values than this have their range for an interval: a resample of two says no more than the two. */
    private static final int FEWEST_TO_RESAMPLE = 3;

    Cell {
        trials = List.copyOf(trials);
    }

    /** The trials that agree in a property, in the order in which its values first come. */
    static <K> Map<K, Cell> by(List<ReportedTrial> trials, Function<ReportedTrial, K> property) {
        Map<K, List<ReportedTrial>> members = new LinkedHashMap<>();
        trials.forEach(trial -> members.computeIfAbsent(property.apply(trial), key -> new ArrayList<>())
                .add(trial));
        Map<K, Cell> cells = new LinkedHashMap<>();
        members.forEach((key, some) -> cells.put(key, new Cell(some)));
        return cells;
    }

    /** The replicates of each setting. */
    static List<Cell> settings(List<ReportedTrial> trials) {
        return List.copyOf(by(trials, trial -> List.of(trial.problem(), trial.group(), trial.x()))
                .values());
    }

    /** The columns that are the abscissa of some problem. */
    static List<String> abscissae(List<ReportedTrial> trials) {
        return trials.stream()
                .map(trial -> trial.question().x())
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

    /** The finite values of a measure. */
    double[] finite(ToDoubleFunction<ReportedTrial> measure) {
        return trials.stream().mapToDouble(measure).filter(Double::isFinite).toArray();
    }

    /** The median of the finite values of a measure; NaN where there are none. */
    double median(ToDoubleFunction<ReportedTrial> measure) {
        return Quantile.median(finite(measure));
    }

    /** The interval of that median. */
    Interval interval(ToDoubleFunction<ReportedTrial> measure) {
        return interval(finite(measure));
    }

    /** The interval of the median of replicates: bootstrapped from three values, the range of two, unknown for one. */
    static Interval interval(double[] values) {
        if (values.length < 2) {
            return Interval.unknown(LEVEL);
        }
        if (values.length < FEWEST_TO_RESAMPLE) {
            return new Interval(Quantile.of(values, 0), Quantile.of(values, 1), LEVEL);
        }
        return Bootstrap.STANDARD.ofMedian(values);
    }

    /** How many trials reached an error below {@link #SUCCESS_BELOW}; a trial without an error did not. */
    long successes() {
        return trials.stream().filter(trial -> trial.errorMse() < SUCCESS_BELOW).count();
    }

    Interval successInterval() {
        return Wilson.interval(successes(), size(), LEVEL);
    }

    /** How many trials there are, and where some did not complete, how they ended: "5: 3 completed, 2 diverged". */
    String outcomes() {
        Map<String, Integer> counts = new TreeMap<>();
        trials.forEach(
                trial -> counts.merge(trial.outcome().toLowerCase(Locale.ROOT).replace('_', ' '), 1, Integer::sum));
        if (counts.equals(Map.of("completed", size()))) {
            return Integer.toString(size());
        }
        List<String> parts = new ArrayList<>();
        counts.forEach((outcome, count) -> parts.add(count + " " + outcome));
        return size() + ": " + String.join(", ", parts);
    }
}
