package stiffsweep.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The exponent between two neighbouring abscissae: the slope between the medians of the logarithms there.
 *
 * @param from the smaller abscissa
 * @param to the larger one
 * @param exponent the exponent
 * @param interval its interval, over whole replicates
 */
public record LocalExponent(double from, double to, double exponent, Interval interval) {

    /**
     * The local exponents of points, in the order of their abscissae.
     *
     * @param x the abscissae, positive and finite
     * @param y the ordinates, positive and finite, as many
     * @param replicate the replicate that each point belongs to, as many
     */
    public static List<LocalExponent> of(double[] x, double[] y, long[] replicate, Bootstrap bootstrap) {
        double[] logY = PowerLaw.logarithms("y", y);
        double[] distinct = Arrays.stream(x).distinct().sorted().toArray();
        List<int[]> groups = PowerLaw.groups(replicate);
        int[] once = new int[groups.size()];
        Arrays.setAll(once, group -> group);
        List<LocalExponent> exponents = new ArrayList<>();
        for (int i = 1; i < distinct.length; i++) {
            double from = distinct[i - 1];
            double to = distinct[i];
            double run = Math.log10(to / from);
            exponents.add(new LocalExponent(
                    from,
                    to,
                    rise(x, logY, groups, once, from, to) / run,
                    bootstrap.interval(groups.size(), drawn -> rise(x, logY, groups, drawn, from, to) / run)));
        }
        return exponents;
    }

    private static double rise(double[] x, double[] logY, List<int[]> groups, int[] drawn, double from, double to) {
        return median(x, logY, groups, drawn, to) - median(x, logY, groups, drawn, from);
    }

    private static double median(double[] x, double[] logY, List<int[]> groups, int[] drawn, double at) {
        return Quantile.median(Arrays.stream(drawn)
                .flatMap(group -> Arrays.stream(groups.get(group)))
                .filter(point -> x[point] == at)
                .mapToDouble(point -> logY[point])
                .toArray());
    }
}
