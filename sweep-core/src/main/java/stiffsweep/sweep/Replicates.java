package stiffsweep.sweep;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import stiffsweep.stats.Bootstrap;
import stiffsweep.stats.Interval;
import stiffsweep.stats.Quantile;

/** How often each point of a sweep is repeated, each time with another seed. */
public sealed interface Replicates extends Serializable {

    /** The fewest that a point is repeated. */
    int least();

    /** The most that a point is repeated. */
    int most();

    /** The column that decides how often; nothing where none does. */
    Optional<String> metric();

    /**
     * How often a point is repeated, as far as is known.
     *
     * @param scores the numbers in {@link #metric} of its first replicates, infinite where there is none
     */
    int wanted(double[] scores);

    /** The same for every point. */
    record Fixed(int count) implements Replicates {
        public Fixed {
            require(1, count);
        }

        @Override
        public int least() {
            return count;
        }

        @Override
        public int most() {
            return count;
        }

        @Override
        public Optional<String> metric() {
            return Optional.empty();
        }

        @Override
        public int wanted(double[] scores) {
            return count;
        }

        @Override
        public String toString() {
            return String.valueOf(count);
        }
    }

    /**
     * Until the median over the replicates is known: half the length of its 95 % bootstrap interval, or below five replicates
     * of their range, is a share of the median, or less. A replicate without a number counts as infinite; while the interval reaches that far, it is too long.
     *
     * @param share the share of the median
     * @param column the column of which the median is taken
     * @param min the number of replicates before the first look
     * @param max the number that is not exceeded
     */
    record UntilInterval(double share, String column, int min, int max) implements Replicates {

        /** The fewest of which a range says anything of the median. */
        public static final int FEWEST = 3;

        public UntilInterval {
            if (!(share > 0 && share < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("the share of the median must be positive, but got " + share);
            }
            require(FEWEST, min);
            require(min, max);
        }

        @Override
        public int least() {
            return min;
        }

        @Override
        public int most() {
            return max;
        }

        @Override
        public Optional<String> metric() {
            return Optional.of(column);
        }

        @Override
        public int wanted(double[] scores) {
            int wanted = min;
            while (wanted < max && wanted <= scores.length && isWide(Arrays.copyOf(scores, wanted))) {
                wanted++;
            }
            return wanted;
        }

        private boolean isWide(double[] scores) {
            Interval interval = Bootstrap.STANDARD.ofMedian(scores);
            double longest = 2 * share * Math.abs(Quantile.median(scores));
            return !(Double.isFinite(interval.upper()) && interval.upper() - interval.lower() <= longest);
        }

        @Override
        public String toString() {
            return "{ until-interval = " + share + ", metric = " + column + ", min = " + min + ", max = " + max + " }";
        }
    }

    private static void require(int least, int count) {
        if (count < least) {
            throw new IllegalArgumentException("replicates must be " + least + " or more, but got " + count);
        }
    }
}
