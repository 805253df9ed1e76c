package stiffsweep.problem;

/**
 * The solution of Burgers' equation {@code u_t + u u_x = nu u_xx} from {@code u(0, x) = -sin(pi x)}, by the transformation
 * of Cole and Hopf (C. Basdevant et al., Spectral and finite difference solutions of the Burgers equation, Computers and
 * Fluids 14, 1986, pp. 23-41):
 *
 * <p>{@code u = -int sin(pi (x - s)) w(s) ds / int w(s) ds} with {@code w = exp(-cos(pi (x - s)) / (2 pi nu) - s^2 / (4 nu t))}.
 *
 * <p>The integrals are sums over equal steps, which converge faster than any power of the step. The exponents differ by far
 * more than a double can hold; the largest is taken off first. Errors are about {@code 1e-16 / nu}.
 *
 * @param viscosity nu, positive
 */
record ColeHopf(double viscosity) {

    /** The step over the width of the narrowest peak that w may have. */
    private static final double FINENESS = 0.5;

    /** For a viscosity so large that w is wider than the sine. */
    private static final double WIDEST_STEP = 1 / 16.0;

    /** Exponents so far below the largest count for nothing. */
    private static final double DEPTH = 40;

    /** The field u at a time, zero or positive, and a place. */
    double at(double t, double x) {
        if (t == 0) {
            return -Math.sin(Math.PI * x);
        }
        double step = step(t);
        int steps = (int) Math.ceil(reach(t) / step);
        double[] exponents = new double[2 * steps + 1];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < exponents.length; i++) {
            double s = (i - steps) * step;
            exponents[i] = -Math.cos(Math.PI * (x - s)) / (2 * Math.PI * viscosity) - s * s / (4 * viscosity * t);
            largest = Math.max(largest, exponents[i]);
        }
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < exponents.length; i++) {
            double weight = Math.exp(exponents[i] - largest);
            sum -= weight * Math.sin(Math.PI * (x - (i - steps) * step));
            weights += weight;
        }
        return sum / weights;
    }

    /** From the largest second derivative of the exponent, {@code (pi / 2 + 1 / (2 t)) / nu}. */
    private double step(double t) {
        double narrowest = Math.sqrt(viscosity / (Math.PI / 2 + 0.5 / t));
        return Math.min(FINENESS * narrowest, WIDEST_STEP);
    }

    /** Where {@code s^2 / (4 nu t)} has passed all that the cosine can make up for. */
    private double reach(double t) {
        return Math.sqrt(4 * viscosity * t * (1 / (Math.PI * viscosity) + DEPTH));
    }
}
