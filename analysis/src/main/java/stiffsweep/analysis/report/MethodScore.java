package stiffsweep.analysis.report;

import java.util.Arrays;
import java.util.Comparator;

/**
 * How good a method is: the better the smaller.
 *
 * @param unknown at how many values of x it has no median
 * @param logarithm the mean logarithm of its medians at the others
 */
record MethodScore(int unknown, double logarithm) implements Comparable<MethodScore> {

    static MethodScore of(TrialGroup method, Quality quality) {
        double[] medians = TrialGroup.by(method.trials(), ReportedTrial::x).values().stream()
                .mapToDouble(setting -> setting.median(quality::value))
                .toArray();
        double[] known =
                Arrays.stream(medians).filter(median -> !Double.isNaN(median)).toArray();
        double mean = Arrays.stream(known).map(Math::log).average().orElse(Double.POSITIVE_INFINITY);
        return new MethodScore(medians.length - known.length, mean);
    }

    @Override
    public int compareTo(MethodScore other) {
        return Comparator.comparingInt(MethodScore::unknown)
                .thenComparingDouble(MethodScore::logarithm)
                .compare(this, other);
    }
}
