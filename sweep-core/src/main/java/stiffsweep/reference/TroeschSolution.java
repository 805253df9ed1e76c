package stiffsweep.reference;

import org.hipparchus.special.elliptic.carlson.CarlsonEllipticIntegral;
import org.hipparchus.util.FastMath;

/**
 * The solution of Troesch's problem, {@code y'' = n sinh(n y), y(0) = 0, y(1) = 1}, in closed form (S. M. Roberts, J. S.
 * Shipman, On the closed form solution of Troesch's problem, Journal of Computational Physics 21, 1976, pp. 291-304).
 *
 * <p>With {@code q = y'(0) / 2} and {@code v = sinh(n y / 2)} the first integral is {@code v' = n sqrt((1 + v^2) (q^2 + v^2))}.
 * So {@code n (1 - x)} is an elliptic integral from v to the v at x = 1. Solved for {@code asinh(v / q)} it keeps its digits
 * at either end, where shooting from x = 0 multiplies errors by {@code e^(n/2)} and more.
 *
 * @param sensitivity n
 * @param halfSlope q
 */
public record TroeschSolution(double sensitivity, double halfSlope) {

    /** Of the unknown, over n. */
    private static final double ACCURACY = 1e-15;

    /** The solution for a sensitivity n, from 0.001 to 100. Errors are about 1e-15, over n where that is below 1. */
    public static TroeschSolution of(double sensitivity) {
        if (!(sensitivity >= 0.001 && sensitivity <= 100)) {
            throw new IllegalArgumentException("a sensitivity must be from 0.001 to 100, but got " + sensitivity);
        }
        double end = Math.sinh(sensitivity / 2);
        // Between the slopes e^-n / 2 and 2: for large n the slope is 8 e^-n, for small n that of a line.
        double least = -sensitivity - Math.log(4);
        double logarithm = Root.between(least, 0, ACCURACY * sensitivity, log -> {
            TroeschSolution tried = new TroeschSolution(sensitivity, Math.exp(log));
            return tried.toInfinity(0) - tried.toInfinity(end) - sensitivity;
        });
        return new TroeschSolution(sensitivity, Math.exp(logarithm));
    }

    /** The slope y'(0). */
    public double slope() {
        return 2 * halfSlope;
    }

    /** The solution at a point, from 0 to 1. */
    public double at(double x) {
        if (!(x >= 0 && x <= 1)) {
            throw new IllegalArgumentException("Troesch's problem has its points from 0 to 1, but got " + x);
        }
        if (x == 0) {
            return 0;
        }
        double integral = sensitivity * (1 - x) + toInfinity(Math.sinh(sensitivity / 2));
        // The logarithm is as steep in the layer, where the integral is tiny, as elsewhere.
        double unknown = Root.between(
                0,
                2 * sensitivity,
                ACCURACY * sensitivity,
                tried -> Math.log(toInfinity(halfSlope * Math.sinh(tried)) / integral));
        return 2 / sensitivity * FastMath.asinh(halfSlope * Math.sinh(unknown));
    }

    /** The integral of {@code dv / sqrt((1 + v^2) (q^2 + v^2))} to infinity, in Carlson's form. */
    private double toInfinity(double v) {
        return CarlsonEllipticIntegral.rF(v * v, 1 + v * v, halfSlope * halfSlope + v * v);
    }
}
