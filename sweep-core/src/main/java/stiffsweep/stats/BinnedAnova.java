package stiffsweep.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What matters where settings were drawn: the analysis of variance over bins of each axis, an estimate of Sobol' indices of
 * the first order and of pairs from the points that there are (E. Plischke, Reliability Engineering and System Safety 95
 * (2010) 354).
 *
 * <p>Bins hold about equally many points; an axis of few values has a bin for each. What varies within a bin is lost: an effect
 * that goes up and down within a twentieth of an axis, or within an eighth where it is one of a pair, is not seen.
 *
 * <p>The square of the mean in a bin is too large by the scatter of its points. The mean over all products of two different
 * points is not, and stands in its place. Intervals resample whole points, and take products of different ones alone.
 */
public final class BinnedAnova {

    private static final int MOST_BINS = 20;
    private static final int POINTS_IN_A_BIN = 6;
    private static final int MOST_OF_A_PAIR = 8;
    private static final int POINTS_OF_A_PAIR = 4;

    /** With fewer points no pair has two bins along each of its axes. */
    private static final int FEWEST_FOR_PAIRS = 4 * POINTS_OF_A_PAIR;

    private final double[] values;
    private final double noise;
    private final Bootstrap bootstrap;
    private final int[][] fine;
    private final int[][] coarse;

    /**
     * The analysis of some points.
     *
     * @param axes the place of each point on each axis [axes, points]
     * @param values the number at each point, without NaN
     * @param noise the part of the variance of these numbers that is scatter between seeds
     */
    public BinnedAnova(double[][] axes, double[] values, double noise, Bootstrap bootstrap) {
        double mean = Arrays.stream(values).average().orElse(0);
        this.values = Arrays.stream(values).map(value -> value - mean).toArray();
        this.noise = noise;
        this.bootstrap = bootstrap;
        int points = values.length;
        fine = bins(axes, Math.max(4, Math.min(MOST_BINS, points / POINTS_IN_A_BIN)));
        coarse = bins(axes, Math.max(2, Math.min(MOST_OF_A_PAIR, (int) Math.sqrt(points / (double) POINTS_OF_A_PAIR))));
    }

    /** Each axis and, where there are points enough, each pair. */
    public List<Effect> effects() {
        List<Effect> effects = new ArrayList<>();
        double[] once = new double[values.length];
        Arrays.fill(once, 1);
        for (List<Integer> axes : GridAnova.upToPairs(fine.length)) {
            if (axes.size() == 1 || values.length >= FEWEST_FOR_PAIRS) {
                Interval interval = values.length < Bootstrap.FEWEST
                        ? Interval.unknown(values.length)
                        : bootstrap.interval(values.length, drawn -> share(axes, times(drawn)));
                effects.add(Effect.within(axes, share(axes, once), interval));
            }
        }
        return effects;
    }

    /** The standard deviation between settings, without noise. */
    public double deviation() {
        double[] once = new double[values.length];
        Arrays.fill(once, 1);
        return Math.sqrt(Math.max(0, variance(once)));
    }

    private double[] times(int[] drawn) {
        double[] times = new double[values.length];
        for (int point : drawn) {
            times[point]++;
        }
        return times;
    }

    private double share(List<Integer> axes, double[] weights) {
        double all = variance(weights);
        if (!(all > 0)) {
            return Double.NaN;
        }
        if (axes.size() == 1) {
            return explained(fine[axes.get(0)], weights) / all;
        }
        int[] first = coarse[axes.get(0)];
        int[] second = coarse[axes.get(1)];
        int[] both = new int[first.length];
        Arrays.setAll(both, i -> first[i] * MOST_OF_A_PAIR + second[i]);
        return (explained(both, weights) - explained(first, weights) - explained(second, weights)) / all;
    }

    private double variance(double[] weights) {
        Products all = new Products();
        double squares = 0;
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            all.add(values[i], weights[i]);
            squares += weights[i] * values[i] * values[i];
            total += weights[i];
        }
        return squares / total - all.mean() - noise;
    }

    /** The variance of the means of bins, without the scatter of their points; a bin with one point has none to compare. */
    private double explained(int[] bins, double[] weights) {
        Products all = new Products();
        Products[] own = new Products[Arrays.stream(bins).max().orElse(0) + 1];
        Arrays.setAll(own, bin -> new Products());
        for (int i = 0; i < values.length; i++) {
            if (weights[i] > 0) {
                all.add(values[i], weights[i]);
                own[bins[i]].add(values[i], weights[i]);
            }
        }
        double sum = 0;
        double total = 0;
        for (Products bin : own) {
            if (bin.points > 1) {
                sum += bin.weight * bin.mean();
                total += bin.weight;
            }
        }
        return sum / total - all.mean();
    }

    /** The products of any two different points of some. */
    private static final class Products {

        private int points;
        private double weight;
        private double sum;
        private double ownProducts;
        private double ownWeights;

        private void add(double value, double times) {
            points++;
            weight += times;
            sum += times * value;
            ownProducts += times * value * times * value;
            ownWeights += times * times;
        }

        private double mean() {
            return (sum * sum - ownProducts) / (weight * weight - ownWeights);
        }
    }

    private static int[][] bins(double[][] axes, int most) {
        return Arrays.stream(axes).map(axis -> bins(axis, most)).toArray(int[][]::new);
    }

    /** The bin of each place, by its rank; equal places share a bin, and few of them have one each. */
    private static int[] bins(double[] places, int most) {
        double[] distinct = Arrays.stream(places).distinct().sorted().toArray();
        double[] sorted = places.clone();
        Arrays.sort(sorted);
        int[] bins = new int[places.length];
        Arrays.setAll(bins, i -> {
            if (distinct.length <= most) {
                return Arrays.binarySearch(distinct, places[i]);
            }
            int below = 0;
            int at = Arrays.binarySearch(sorted, places[i]);
            while (at - below > 0 && sorted[at - below - 1] == places[i]) {
                below++;
            }
            return (int) ((at - below) * (long) most / places.length);
        });
        return bins;
    }
}
