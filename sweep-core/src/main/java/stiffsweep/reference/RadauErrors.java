package stiffsweep.reference;

/** The estimated error of a Radau step, by an embedded formula of order 3 (Hairer and Wanner II, section IV.8). */
final class RadauErrors {

    private static final double SMALLEST = 1e-10;

    private final OdeSystem system;
    private final ErrorScale scale;
    private final double[] weighted;
    private final double[] error;
    private final double[] moved;
    private int slopesAsked;

    RadauErrors(OdeSystem system, ErrorScale scale) {
        this.system = system;
        this.scale = scale;
        int size = system.dimension();
        weighted = new double[size];
        error = new double[size];
        moved = new double[size];
    }

    int slopesAsked() {
        return slopesAsked;
    }

    /** The error of a step from a state with a slope; 1 is what the tolerances allow. */
    double of(double[][] increments, double[] slope, RadauFactors factors) {
        double step = factors.step();
        for (int i = 0; i < error.length; i++) {
            weighted[i] = (RadauTableau.ERROR[0] * increments[0][i]
                            + RadauTableau.ERROR[1] * increments[1][i]
                            + RadauTableau.ERROR[2] * increments[2][i])
                    / step;
            error[i] = weighted[i] + slope[i];
        }
        factors.solveReal(error);
        return Math.max(SMALLEST, scale.norm(error));
    }

    /** The same error once more smoothed, which does not overrate stiff components: after {@link #of}, for its step. */
    double smoothed(double time, double[] state, RadauFactors factors) {
        for (int i = 0; i < error.length; i++) {
            moved[i] = state[i] + error[i];
        }
        system.rightHandSide(time, moved, error);
        slopesAsked++;
        for (int i = 0; i < error.length; i++) {
            error[i] += weighted[i];
        }
        factors.solveReal(error);
        return Math.max(SMALLEST, scale.norm(error));
    }
}
