package stiffsweep.stats;

import java.util.Arrays;

/** Quantiles of a sample by linear interpolation between order statistics (type 7 of Hyndman and Fan, 1996). */
public final class Quantile {

    private Quantile() {}

    /** The median of a sample without NaN; NaN where the sample is empty. */
    public static double median(double[] sample) {
        return of(sample, 0.5);
    }

    /**
     * A quantile of a sample; the sample itself is left as it is.
     *
     * @param sample the values, in any order, without NaN
     * @param probability the part of the sample that lies below, from 0 to 1
     * @return the quantile; NaN where the sample is empty
     */
    public static double of(double[] sample, double probability) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        return ofSorted(sorted, probability);
    }

    static double ofSorted(double[] sorted, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability must be from 0 to 1, but got " + probability);
        }
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = probability * (sorted.length - 1);
        int below = (int) position;
        double fraction = position - below;
        // Between equal values rounding could step out, and turn an interval of two quantiles upside down.
        if (fraction == 0 || sorted[below] == sorted[below + 1]) {
            return sorted[below];
        }
        return sorted[below] * (1 - fraction) + sorted[below + 1] * fraction;
    }
}
