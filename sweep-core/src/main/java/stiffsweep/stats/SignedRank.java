package stiffsweep.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What paired differences say: how far apart the two sides are, and whether that may be chance.
 *
 * <p>Wilcoxon's signed-rank test, with the estimate and the interval that belong to it. The estimate is the median of the
 * means of any two differences, a difference with itself included (J. L. Hodges and E. L. Lehmann, Annals of Mathematical
 * Statistics 34 (1963) 598). The interval leaves out as many of these means at each end as the test allows: M. Hollander,
 * D. A. Wolfe and E. Chicken, "Nonparametric Statistical Methods" (2014), section 3.3. Both are exact where the differences
 * scatter symmetrically, as those of two sides do that scatter alike.
 *
 * <p>Five differences reach 93.75 % at most, which is then the level of their interval. Fewer have their range.
 *
 * @param centre the estimate; NaN where there is no difference
 * @param interval its interval
 * @param probability how probable it is that sides without a difference look at least as different; NaN where there is no
 *     difference
 */
public record SignedRank(double centre, Interval interval, double probability) {

    /** More ranks than these have a sum that is as good as normal. */
    private static final int MOST_EXACT = 500;

    /**
     * The test of some differences.
     *
     * @param differences first side minus second, without NaN
     * @param level the confidence of the interval, between 0 and 1
     */
    public static SignedRank of(double[] differences, double level) {
        if (differences.length == 0) {
            return new SignedRank(Double.NaN, Interval.unknown(0), Double.NaN);
        }
        double[] means = means(differences);
        Interval interval = differences.length < Bootstrap.FEWEST
                ? Interval.range(differences)
                : interval(means, differences.length, level);
        return new SignedRank(Quantile.ofSorted(means, 0.5), interval, probability(differences));
    }

    /** The smallest probability that so many differences can give, all of them of one sign. */
    public static double leastProbability(int differences) {
        return Math.min(1, 2 * Math.pow(0.5, differences));
    }

    /** The means of any two differences, in order. */
    private static double[] means(double[] differences) {
        int n = differences.length;
        double[] means = new double[n * (n + 1) / 2];
        int filled = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                means[filled++] = (differences[i] + differences[j]) / 2;
            }
        }
        Arrays.sort(means);
        return means;
    }

    private static Interval interval(double[] means, int size, double level) {
        int[] ranks = new int[size];
        Arrays.setAll(ranks, i -> 2 * (i + 1));
        RankSum sum = RankSum.of(ranks);
        // At least the outermost means bound the interval, whatever level that reaches.
        int left = 0;
        while (2 * sum.upTo(2L * (left + 1)) <= 1 - level) {
            left++;
        }
        double reached = Math.min(level, 1 - 2 * sum.upTo(2L * left));
        return new Interval(means[left], means[means.length - 1 - left], Interval.Method.SIGNED_RANK, reached, size);
    }

    /** Differences of zero say nothing and are left out; equal ones share the mean of their ranks. */
    private static double probability(double[] differences) {
        double[] sizes = Arrays.stream(differences)
                .filter(difference -> difference != 0)
                .map(Math::abs)
                .sorted()
                .toArray();
        int[] ranks = new int[sizes.length];
        for (int i = 0, next; i < sizes.length; i = next) {
            next = i + 1;
            while (next < sizes.length && sizes[next] == sizes[i]) {
                next++;
            }
            // Twice the mean of the ranks i + 1 to next, so that it is whole.
            Arrays.fill(ranks, i, next, i + 1 + next);
        }
        long positive = 0;
        for (double difference : differences) {
            positive += difference > 0 ? ranks[Arrays.binarySearch(sizes, difference)] : 0;
        }
        long all = Arrays.stream(ranks).asLongStream().sum();
        return Math.min(1, 2 * RankSum.of(ranks).upTo(Math.min(positive, all - positive)));
    }

    /** The distribution of the sum of those ranks, each doubled, whose differences are positive: each is with a chance of one half. */
    private interface RankSum {

        /** The probability of a sum up to this one. */
        double upTo(long sum);

        static RankSum of(int[] ranks) {
            return ranks.length > MOST_EXACT ? normal(ranks) : exact(ranks);
        }

        private static RankSum exact(int[] ranks) {
            double[] chance = new double[Arrays.stream(ranks).sum() + 1];
            chance[0] = 1;
            int reached = 0;
            for (int rank : ranks) {
                reached += rank;
                for (int sum = reached; sum >= 0; sum--) {
                    chance[sum] = (chance[sum] + (sum < rank ? 0 : chance[sum - rank])) / 2;
                }
            }
            Arrays.parallelPrefix(chance, Double::sum);
            return sum -> chance[(int) Math.min(sum, chance.length - 1)];
        }

        private static RankSum normal(int[] ranks) {
            double mean = 0;
            double variance = 0;
            for (int rank : ranks) {
                mean += rank / 2.0;
                variance += rank * (double) rank / 4;
            }
            double centre = mean;
            double deviation = Math.sqrt(variance);
            // A sum of ranks is whole, and doubled it takes every other number.
            return sum -> NormalDistribution.of(centre, deviation).cumulativeProbability(sum + 1.0);
        }
    }
}
