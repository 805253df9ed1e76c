package stiffsweep.reference.kinetic;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Linear transport in a slab: {@code eps f_t + v f_x = s/eps (rho - f)} for x in [0, 1] and v in [-1, 1], with
 * {@code rho = 1/2 int f dv}.
 *
 * @param knudsen the Knudsen number eps, positive
 * @param scattering the scattering coefficient s, positive
 * @param initial f at t = 0, of x and v
 * @param ends what comes in at both ends
 */
public record Slab(double knudsen, double scattering, DoubleBinaryOperator initial, Ends ends) {

    public Slab {
        if (!(knudsen > 0
                && knudsen < Double.POSITIVE_INFINITY
                && scattering > 0
                && scattering < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the Knudsen number and the scattering of a slab must be positive and finite," + " but got "
                            + knudsen + " and " + scattering);
        }
    }

    /** What comes in at the ends of the slab. */
    public sealed interface Ends {}

    /**
     * Given particles.
     *
     * @param left f at x = 0, for v in (0, 1)
     * @param right f at x = 1, for v in (-1, 0)
     */
    public record Inflow(DoubleUnaryOperator left, DoubleUnaryOperator right) implements Ends {

        /** As many particles from all directions. */
        public static Inflow isotropic(double left, double right) {
            return new Inflow(v -> left, v -> right);
        }

        /** As many particles from all directions as give the densities that are seen behind the layers at the walls. */
        public Inflow behindLayers() {
            return isotropic(MilneLayer.density(left), MilneLayer.density(v -> right.applyAsDouble(-v)));
        }
    }

    /** What leaves at the other end. */
    public record Periodic() implements Ends {}
}
