package stiffsweep.space;

import java.util.Arrays;
import org.hipparchus.special.Erf;

/**
 * A density over [0, 1): of n points, n normal densities around them and a uniform one, each cut off at the ends and of equal
 * weight. A normal density is as wide as the larger of the distances to its point's neighbours.
 */
final class ParzenMixture implements Density {

    /** The least width is one part of the number of points, but no less than one of these. */
    private static final int MOST_PARTS = 100;

    private final double[] centres;
    private final double[] widths;
    /** How much of each normal density lies between the ends. */
    private final double[] masses;

    private ParzenMixture(double[] centres, double[] widths) {
        this.centres = centres;
        this.widths = widths;
        this.masses = new double[centres.length];
        for (int i = 0; i < centres.length; i++) {
            double unit = widths[i] * Math.sqrt(2);
            masses[i] = Erf.erf(-centres[i] / unit, (1 - centres[i]) / unit) / 2;
        }
    }

    /** The density of some points, in any order. */
    static ParzenMixture of(double[] coordinates) {
        double[] centres = coordinates.clone();
        Arrays.sort(centres);
        double[] widths = new double[centres.length];
        double least = 1.0 / Math.min(MOST_PARTS, 1 + centres.length);
        for (int i = 0; i < centres.length; i++) {
            double left = centres[i] - (i == 0 ? 0 : centres[i - 1]);
            double right = (i == centres.length - 1 ? 1 : centres[i + 1]) - centres[i];
            widths[i] = Math.max(least, Math.max(left, right));
        }
        return new ParzenMixture(centres, widths);
    }

    @Override
    public double at(double coordinate) {
        double sum = 1;
        for (int i = 0; i < centres.length; i++) {
            double distance = (coordinate - centres[i]) / widths[i];
            sum += StrictMath.exp(-distance * distance / 2) / (Math.sqrt(2 * Math.PI) * widths[i] * masses[i]);
        }
        return sum / (1 + centres.length);
    }

    @Override
    public double draw(long seed) {
        int component = (int) (RandomBits.uniform(seed, 0) * (1 + centres.length));
        if (component == centres.length) {
            return RandomBits.uniform(seed, 1);
        }
        double coordinate = -1;
        for (long index = 1; !(coordinate >= 0 && coordinate < 1); index += 2) {
            coordinate = centres[component] + widths[component] * normal(seed, index);
        }
        return coordinate;
    }

    /** A standard normal number, by the method of Box and Muller. */
    private static double normal(long seed, long index) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - RandomBits.uniform(seed, index)));
        return radius * StrictMath.cos(2 * Math.PI * RandomBits.uniform(seed, index + 1));
    }
}
