package stiffsweep.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Fits of power laws: Huber regression of log10 y on log10 x.
 *
 * <p>The interval of the exponent resamples whole replicates: the points of a replicate share a seed, so they are not
 * independent of each other and stay together. Of fewer than {@link Bootstrap#FEWEST} replicates it is the range of the
 * exponents of single ones.
 */
public final class PowerLaw {

    private static final HuberRegression REGRESSION = HuberRegression.STANDARD;

    private PowerLaw() {}

    /** The power law through the points of a single replicate; its interval is unknown. */
    public static PowerLawFit fit(double[] x, double[] y) {
        return fit(x, y, new long[x.length], Bootstrap.STANDARD);
    }

    /**
     * The power law through the points of several replicates.
     *
     * @param x the abscissae, positive and finite, with at least two distinct values
     * @param y the ordinates, positive and finite, as many
     * @param replicate the replicate that each point belongs to, as many
     * @param bootstrap how the intervals of the exponent are found
     */
    public static PowerLawFit fit(double[] x, double[] y, long[] replicate, Bootstrap bootstrap) {
        double[] logX = logarithms("x", x);
        double[] logY = logarithms("y", y);
        HuberRegression.Line line = REGRESSION.fit(logX, logY);
        List<int[]> groups = groups(replicate);
        Bootstrap.Both intervals = bootstrap.both(groups.size(), drawn -> exponent(logX, logY, groups, drawn));
        return new PowerLawFit(
                line.slope(),
                line.intercept(),
                intervals.interval(),
                intervals.bca(),
                LackOfFit.of(logX, logY, line),
                x.length,
                groups.size());
    }

    /** The exponent by ordinary least squares, as many fit it; one outlier pulls it as far as it lies off. */
    public static double leastSquares(double[] x, double[] y) {
        return HuberRegression.LEAST_SQUARES
                .fit(logarithms("x", x), logarithms("y", y))
                .slope();
    }

    /** The exponent of a resample; NaN where its points have a single abscissa. */
    private static double exponent(double[] logX, double[] logY, List<int[]> groups, int[] drawn) {
        int size = 0;
        for (int group : drawn) {
            size += groups.get(group).length;
        }
        double[] x = new double[size];
        double[] y = new double[size];
        int filled = 0;
        boolean constant = true;
        for (int group : drawn) {
            for (int point : groups.get(group)) {
                x[filled] = logX[point];
                y[filled] = logY[point];
                constant &= x[filled] == x[0];
                filled++;
            }
        }
        return constant ? Double.NaN : REGRESSION.fit(x, y).slope();
    }

    /** The indices of each replicate's points, in the order of the replicates. */
    static List<int[]> groups(long[] replicate) {
        TreeMap<Long, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < replicate.length; i++) {
            members.computeIfAbsent(replicate[i], key -> new ArrayList<>()).add(i);
        }
        List<int[]> groups = new ArrayList<>(members.size());
        for (List<Integer> points : members.values()) {
            int[] indices = new int[points.size()];
            for (int i = 0; i < indices.length; i++) {
                indices[i] = points.get(i);
            }
            groups.add(indices);
        }
        return groups;
    }

    static double[] logarithms(String name, double[] values) {
        double[] logarithms = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] > 0) || Double.isInfinite(values[i])) {
                throw new IllegalArgumentException(
                        name + " must be positive and finite for a power law, but got " + values[i]);
            }
            logarithms[i] = Math.log10(values[i]);
        }
        return logarithms;
    }
}
