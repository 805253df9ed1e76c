package stiffsweep.stats;

/**
 * A fitted power law y = 10^prefactor x^exponent.
 *
 * @param exponent the exponent
 * @param prefactor the decimal logarithm of the value at x = 1
 * @param interval the interval of the exponent; unknown where {@code remark} says why
 * @param points how many points were fitted
 * @param replicates how many replicates they belong to
 * @param remark why the interval is unknown, as a sentence; empty where it is known
 */
public record PowerLawFit(
        double exponent, double prefactor, Interval interval, int points, int replicates, String remark) {

    /** The law's value at a positive x. */
    public double at(double x) {
        return Math.pow(10, prefactor + exponent * Math.log10(x));
    }
}
