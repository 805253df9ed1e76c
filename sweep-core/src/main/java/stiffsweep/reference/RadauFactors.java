package stiffsweep.reference;

/** The real and the complex linear system that the equations of a step part into (Hairer and Wanner II, section IV.8). */
final class RadauFactors {

    private final RealFactors real;
    private final ComplexFactors complex;

    /** The step that they are for; not a number where they are for none. */
    private double step = Double.NaN;

    RadauFactors(int size, Band band) {
        real = new RealFactors(size, band);
        complex = new ComplexFactors(size, band);
    }

    /** Factorises both for a step; false where one of them is singular. */
    boolean factorise(BandMatrix jacobian, double step) {
        boolean isRegular = real.factorise(jacobian, -1, RadauTableau.REAL / step)
                && complex.factorise(jacobian, RadauTableau.ALPHA / step, RadauTableau.BETA / step);
        this.step = isRegular ? step : Double.NaN;
        return isRegular;
    }

    /** They are for no step: the Jacobian is another one. */
    void forget() {
        step = Double.NaN;
    }

    boolean areFor(double other) {
        return step == other;
    }

    double step() {
        return step;
    }

    /** Solves with the real system, in place. */
    void solveReal(double[] values) {
        real.solve(values);
    }

    /**
     * Turns slopes at the stages, transformed, into Newton's changes of the transformed increments.
     *
     * @param slopes {@code T^-1} times the slopes; replaced by the changes
     * @param transformed {@code T^-1} times the increments
     */
    void newton(double[][] slopes, double[][] transformed) {
        double alpha = RadauTableau.ALPHA / step;
        double beta = RadauTableau.BETA / step;
        for (int i = 0; i < slopes[0].length; i++) {
            slopes[0][i] -= RadauTableau.REAL / step * transformed[0][i];
            slopes[1][i] -= alpha * transformed[1][i] - beta * transformed[2][i];
            slopes[2][i] -= alpha * transformed[2][i] + beta * transformed[1][i];
        }
        real.solve(slopes[0]);
        complex.solve(slopes[1], slopes[2]);
    }
}
