package stiffsweep.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The score interval of a binomial fraction.
 *
 * <p>E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
 * Statistical Association 22 (1927) 209.
 */
public final class Wilson {

    private Wilson() {}

    /**
     * The interval of the probability of success.
     *
     * @param successes how many trials succeeded
     * @param trials how many trials there were, 1 or more
     * @param level the confidence, between 0 and 1
     */
    public static Interval interval(long successes, long trials, double level) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "0 <= successes <= trials and trials >= 1 must hold, but got " + successes + " of " + trials);
        }
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
        double fraction = (double) successes / trials;
        double shrink = 1 / (1 + z * z / trials);
        double centre = shrink * (fraction + z * z / (2.0 * trials));
        double half = shrink * z * Math.sqrt(fraction * (1 - fraction) / trials + z * z / (4.0 * trials * trials));
        // At the ends the interval closes exactly; rounding must not open it.
        double lower = successes == 0 ? 0 : centre - half;
        double upper = successes == trials ? 1 : centre + half;
        return new Interval(lower, upper, Interval.Method.WILSON, level, Math.toIntExact(trials));
    }
}
