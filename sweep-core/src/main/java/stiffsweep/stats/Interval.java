package stiffsweep.stats;

/**
 * An interval that covers a quantity with a stated confidence.
 *
 * @param lower the lower end; NaN where the interval is unknown
 * @param upper the upper end; NaN where the interval is unknown
 * @param level the confidence, between 0 and 1
 */
public record Interval(double lower, double upper, double level) {

    public Interval {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("the level of an interval must be between 0 and 1, but got " + level);
        }
        if (lower > upper || Double.isNaN(lower) != Double.isNaN(upper)) {
            throw new IllegalArgumentException(
                    "lower <= upper must hold for an interval, but got [" + lower + ", " + upper + "]");
        }
    }

    /** The interval of a quantity whose uncertainty cannot be told, such as that of a single run. */
    public static Interval unknown(double level) {
        return new Interval(Double.NaN, Double.NaN, level);
    }

    /** Whether the ends are known. */
    public boolean known() {
        return !Double.isNaN(lower);
    }

    /** Whether a value lies between the ends, both included; an unknown interval holds nothing. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}
