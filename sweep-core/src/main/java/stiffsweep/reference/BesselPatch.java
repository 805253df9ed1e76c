package stiffsweep.reference;

/**
 * A patch solution {@code x^power C_(n + 1/2)(scale / x)} with C a Bessel function, such as the modes of a field in an
 * expanding universe.
 *
 * <p>Its derivative is a sum of two of its kind: {@code (power - n - 1/2) x^(power - 1) C_(n + 1/2) + scale x^(power - 2)
 * C_(n + 3/2)}, by {@code C_v'(u) = v/u C_v - C_(v + 1)} (Abramowitz and Stegun, 9.1.27).
 *
 * @param kind which Bessel function
 * @param n its order, less one half
 * @param power the power of x before it
 * @param scale its argument times x, positive
 */
public record BesselPatch(Kind kind, int n, double power, double scale) implements PatchSolution {

    /** The kind of a Bessel function. */
    public enum Kind {
        /** J. */
        FIRST,
        /** Y. */
        SECOND
    }

    public BesselPatch {
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the scale of a Bessel patch must be positive and finite, but got " + scale);
        }
    }

    @Override
    public double derivative(int order, double x) {
        if (order == 0) {
            double argument = scale / x;
            double bessel = switch (kind) {
                case FIRST -> HalfIntegerBessel.firstKind(n, argument);
                case SECOND -> HalfIntegerBessel.secondKind(n, argument);
            };
            return Math.pow(x, power) * bessel;
        }
        PatchSolution same = new BesselPatch(kind, n, power - 1, scale);
        PatchSolution next = new BesselPatch(kind, n + 1, power - 2, scale);
        return (power - n - 0.5) * same.derivative(order - 1, x) + scale * next.derivative(order - 1, x);
    }
}
