package stiffsweep.stats;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Expanded percentile intervals by resampling whole groups, such as replicates.
 *
 * <p>The plain percentile interval is too short for few groups: its spread lacks the factor n/(n-1), and it takes
 * normal quantiles where Student's are due. Both are mended by taking the bootstrap quantiles further out, at
 * Phi(-sqrt(n/(n-1)) t), t being Student's quantile with n-1 degrees of freedom: T. Hesterberg, "What Teachers Should
 * Know About the Bootstrap", The American Statistician 69 (2015) 371, section 5.3.
 *
 * <p>No resample can leave the range of the groups, and the range of n values holds their median with a probability of
 * 1 - 2^(1-n): 50 % for two, 75 % for three, 87.5 % for four, 93.75 % for five. Fewer than five groups have therefore
 * no interval of 95 %, and get the range of the statistic over single groups, which says what it is.
 *
 * <p>The same groups and seed always give the same interval.
 *
 * @param resamples how many resamples are drawn
 * @param level the confidence of the intervals, between 0 and 1
 * @param seed the seed of the draws
 */
public record Bootstrap(int resamples, double level, long seed) {

    /** 2000 resamples for an interval of 95 %. */
    public static final Bootstrap STANDARD = new Bootstrap(2000, 0.95, 20_261_121);

    /** The fewest groups that have an interval; fewer have a range. */
    public static final int FEWEST = 5;

    public Bootstrap {
        if (resamples < 1) {
            throw new IllegalArgumentException("a bootstrap must draw 1 resample or more, but got " + resamples);
        }
    }

    /**
     * The interval of a statistic of groups.
     *
     * @param groups how many groups there are
     * @param statistic the statistic of a resample, which is given as the indices of its groups, with repetition
     * @return the interval; for fewer than {@link #FEWEST} groups the range of the statistics of single groups; unknown
     *     for fewer than two, or where a statistic is NaN
     */
    public Interval interval(int groups, ToDoubleFunction<int[]> statistic) {
        return groups < FEWEST ? range(groups, statistic) : expanded(groups, statistics(groups, statistic));
    }

    /** What {@link #interval} and {@link #bca} make of the same resamples. */
    public record Both(Interval interval, Interval bca) {}

    /** {@link #interval} and {@link #bca} at the price of one. */
    public Both both(int groups, ToDoubleFunction<int[]> statistic) {
        if (groups < FEWEST) {
            Interval range = range(groups, statistic);
            return new Both(range, range);
        }
        double[] statistics = statistics(groups, statistic);
        return new Both(expanded(groups, statistics), corrected(groups, statistics, statistic));
    }

    private static Interval range(int groups, ToDoubleFunction<int[]> statistic) {
        double[] statistics = IntStream.range(0, groups)
                .mapToDouble(group -> statistic.applyAsDouble(new int[] {group}))
                .toArray();
        boolean isKnown = Arrays.stream(statistics).noneMatch(Double::isNaN);
        return isKnown ? Interval.range(statistics) : Interval.unknown(groups);
    }

    private Interval expanded(int groups, double[] statistics) {
        double tail = tail(groups);
        return between(statistics, tail, 1 - tail, Interval.Method.BOOTSTRAP, groups);
    }

    /**
     * The interval of a statistic of groups by BCa, bias-corrected and accelerated: B. Efron, "Better Bootstrap Confidence
     * Intervals", Journal of the American Statistical Association 82 (1987) 171. It follows a skewed statistic, and lacks what
     * {@link #interval} does for few groups.
     *
     * @param groups how many groups there are
     * @param statistic as for {@link #interval}
     * @return the interval; for fewer than {@link #FEWEST} groups the range of the statistics of single groups; unknown
     *     for fewer than two, or where a statistic is NaN
     */
    public Interval bca(int groups, ToDoubleFunction<int[]> statistic) {
        return groups < FEWEST ? range(groups, statistic) : corrected(groups, statistics(groups, statistic), statistic);
    }

    private Interval corrected(int groups, double[] statistics, ToDoubleFunction<int[]> statistic) {
        double estimate = statistic.applyAsDouble(IntStream.range(0, groups).toArray());
        double below = Arrays.stream(statistics)
                        .map(one -> one < estimate ? 1 : one == estimate ? 0.5 : 0)
                        .sum()
                / resamples;
        // A statistic that all resamples lie above, or below, is as far out as so many of them can tell.
        double bias = normal(Math.min(Math.max(below, 0.5 / resamples), 1 - 0.5 / resamples));
        double acceleration = acceleration(groups, statistic);
        return between(
                statistics,
                moved((1 - level) / 2, bias, acceleration),
                moved((1 + level) / 2, bias, acceleration),
                Interval.Method.BCA,
                groups);
    }

    /** The skewness of the statistics that lack one group each, over six. */
    private static double acceleration(int groups, ToDoubleFunction<int[]> statistic) {
        double[] without = IntStream.range(0, groups)
                .mapToDouble(left -> statistic.applyAsDouble(IntStream.range(0, groups)
                        .filter(group -> group != left)
                        .toArray()))
                .toArray();
        double mean = Arrays.stream(without).average().orElse(0);
        double squares = 0;
        double cubes = 0;
        for (double one : without) {
            squares += (mean - one) * (mean - one);
            cubes += (mean - one) * (mean - one) * (mean - one);
        }
        return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
    }

    private static double moved(double probability, double bias, double acceleration) {
        double sum = bias + normal(probability);
        return NormalDistribution.of(0, 1).cumulativeProbability(bias + sum / (1 - acceleration * sum));
    }

    private static double normal(double probability) {
        return NormalDistribution.of(0, 1).inverseCumulativeProbability(probability);
    }

    /** The statistics of all resamples, in order; one alone that is NaN where one is. */
    private double[] statistics(int groups, ToDoubleFunction<int[]> statistic) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] drawn = new int[groups];
        double[] statistics = new double[resamples];
        for (int resample = 0; resample < resamples; resample++) {
            for (int i = 0; i < groups; i++) {
                drawn[i] = random.nextInt(groups);
            }
            statistics[resample] = statistic.applyAsDouble(drawn);
            if (Double.isNaN(statistics[resample])) {
                return new double[] {Double.NaN};
            }
        }
        Arrays.sort(statistics);
        return statistics;
    }

    private Interval between(double[] sorted, double lower, double upper, Interval.Method method, int groups) {
        return Double.isNaN(sorted[0])
                ? Interval.unknown(groups)
                : new Interval(
                        Quantile.ofSorted(sorted, lower), Quantile.ofSorted(sorted, upper), method, level, groups);
    }

    /** The interval of the median of a sample without NaN, in any order; the sample's range where it is small. */
    public Interval ofMedian(double[] sample) {
        return interval(sample.length, medianOf(sample));
    }

    /** The interval of the median of a sample by {@link #bca}. */
    public Interval bcaOfMedian(double[] sample) {
        return bca(sample.length, medianOf(sample));
    }

    private static ToDoubleFunction<int[]> medianOf(double[] sample) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        int[] times = new int[sorted.length];
        return drawn -> {
            Arrays.fill(times, 0);
            for (int index : drawn) {
                times[index]++;
            }
            // Counted in order, a resample needs no sorting of its own.
            int middle = (drawn.length - 1) / 2;
            int lower = 0;
            int upTo = times[0];
            while (upTo <= middle) {
                upTo += times[++lower];
            }
            if (drawn.length % 2 == 1 || upTo > middle + 1) {
                return sorted[lower];
            }
            int upper = lower + 1;
            while (times[upper] == 0) {
                upper++;
            }
            return Quantile.ofSorted(new double[] {sorted[lower], sorted[upper]}, 0.5);
        };
    }

    private double tail(int groups) {
        double student = TDistribution.of(groups - 1).inverseSurvivalProbability((1 - level) / 2);
        return NormalDistribution.of(0, 1).cumulativeProbability(-student * Math.sqrt(groups / (groups - 1.0)));
    }
}
