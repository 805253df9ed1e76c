package stiffsweep.stats;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * How far a statistic may be from what it estimates, and what kind of statement that is.
 *
 * @param lower the lower end; NaN where the interval is unknown
 * @param upper the upper end; NaN where the interval is unknown
 * @param method how the ends were found
 * @param level the confidence, between 0 and 1; NaN where {@code method} promises none
 * @param size how many independent values it is from, such as replicates
 */
public record Interval(double lower, double upper, Method method, double level, int size) {

    /** How the ends of an interval are found. */
    public enum Method {
        /** By resampling. */
        BOOTSTRAP,
        /** By resampling, corrected for bias and for how the scatter changes with the statistic. */
        BCA,
        /** By Wilson's score. */
        WILSON,
        /** By Wilcoxon's signed ranks. */
        SIGNED_RANK,
        /** The smallest and the largest value: no level of confidence is claimed. */
        RANGE,
        /** Not at all. */
        UNKNOWN;

        private boolean hasLevel() {
            return this != RANGE && this != UNKNOWN;
        }
    }

    public Interval {
        if (method.hasLevel() ? !(level > 0 && level < 1) : !Double.isNaN(level)) {
            throw new IllegalArgumentException("the level of an interval must be between 0 and 1, and NaN for "
                    + Method.RANGE + " and " + Method.UNKNOWN + ", but got " + level + " for " + method);
        }
        boolean isUnknown = method == Method.UNKNOWN;
        if (lower > upper || Double.isNaN(lower) != isUnknown || Double.isNaN(upper) != isUnknown) {
            throw new IllegalArgumentException(
                    "lower <= upper must hold for an interval, but got [" + lower + ", " + upper + "]");
        }
    }

    /** The interval of a quantity whose uncertainty cannot be told, such as that of a single run. */
    public static Interval unknown(int size) {
        return new Interval(Double.NaN, Double.NaN, Method.UNKNOWN, Double.NaN, size);
    }

    /** The range of some values, without NaN; unknown for fewer than two. */
    public static Interval range(double[] values) {
        if (values.length < 2) {
            return unknown(values.length);
        }
        return new Interval(
                Arrays.stream(values).min().orElseThrow(),
                Arrays.stream(values).max().orElseThrow(),
                Method.RANGE,
                Double.NaN,
                values.length);
    }

    /** The interval of a quantity that rises with this one's, such as its power. */
    public Interval map(DoubleUnaryOperator rising) {
        return new Interval(rising.applyAsDouble(lower), rising.applyAsDouble(upper), method, level, size);
    }

    /** The interval of one over this positive quantity. */
    public Interval reciprocal() {
        return new Interval(1 / upper, 1 / lower, method, level, size);
    }

    /** Whether the ends are known. */
    public boolean known() {
        return method != Method.UNKNOWN;
    }

    /** Whether a value lies between the ends, both included; an unknown interval holds nothing. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /** What it is, in a few words: {@code 95 % bootstrap}, {@code 95 % Wilson}, {@code range (n = 3)}; empty where unknown. */
    public String kind() {
        return switch (method) {
            case BOOTSTRAP -> percent() + " % bootstrap";
            case BCA -> percent() + " % BCa";
            case WILSON -> percent() + " % Wilson";
            case SIGNED_RANK -> percent() + " % signed rank";
            case RANGE -> "range (n = " + size + ")";
            case UNKNOWN -> "";
        };
    }

    /** The level of confidence in whole percent; 0 where there is none. */
    public long percent() {
        return Math.round(100 * level);
    }
}
