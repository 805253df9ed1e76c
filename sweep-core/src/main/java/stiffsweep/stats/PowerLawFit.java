package stiffsweep.stats;

import java.util.Locale;
import java.util.StringJoiner;

/**
 * A fitted power law y = 10^prefactor x^exponent.
 *
 * @param exponent the exponent
 * @param prefactor the decimal logarithm of the value at x = 1
 * @param interval the interval of the exponent; {@link #remark()} says why where it is unknown
 * @param bca the interval of the exponent by {@link Bootstrap#bca}
 * @param lackOfFit whether the points follow the law, in decades
 * @param points how many points were fitted
 * @param replicates how many replicates they belong to
 */
public record PowerLawFit(
        double exponent,
        double prefactor,
        Interval interval,
        Interval bca,
        LackOfFit lackOfFit,
        int points,
        int replicates) {

    /** Below this nobody reads a probability's digits. */
    private static final double SMALL = 1e-4;

    /** The law's value at a positive x. */
    public double at(double x) {
        return Math.pow(10, prefactor + exponent * Math.log10(x));
    }

    /** What a reader of the exponent has to know: why it is no power law, or has no interval; empty where all is well. */
    public String remark() {
        StringJoiner remark = new StringJoiner("; ");
        if (!lackOfFit.isLine()) {
            remark.add(String.format(
                    Locale.ROOT, "no power law: %.2f decades off the line, %s", lackOfFit.residual(), scatter()));
        } else if (lackOfFit.abscissae() < 3) {
            remark.add("two values of x do not tell whether it is a power law");
        }
        if (!interval.known()) {
            remark.add(
                    replicates < 2
                            ? "one replicate does not tell how replicates scatter"
                            : "some replicates hold a single x, so the exponent has no interval");
        }
        return remark.toString();
    }

    private String scatter() {
        double probability = lackOfFit.probability();
        if (Double.isNaN(probability)) {
            return "single points at each x";
        }
        return "p " + (probability < SMALL ? "< 0.0001" : String.format(Locale.ROOT, "= %.4f", probability));
    }
}
