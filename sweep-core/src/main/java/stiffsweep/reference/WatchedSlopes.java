package stiffsweep.reference;

import org.hipparchus.ode.OrdinaryDifferentialEquation;

/** The equations as Hipparchus asks for them, counted, and stopped where a slope is not finite or the budget is spent. */
final class WatchedSlopes implements OrdinaryDifferentialEquation {

    /** What a kept step of Dormand and Prince's method costs in Hipparchus: 12 slopes, and 3 for its interpolant. */
    private static final long SLOPES_A_STEP = 15;

    private final OdeSystem system;
    private final int mostSteps;
    private int asked;

    WatchedSlopes(OdeSystem system, int mostSteps) {
        this.system = system;
        this.mostSteps = mostSteps;
    }

    int asked() {
        return asked;
    }

    @Override
    public int getDimension() {
        return system.dimension();
    }

    @Override
    public double[] computeDerivatives(double time, double[] state) {
        if (asked >= SLOPES_A_STEP * mostSteps) {
            throw UnsolvedException.stepBudget(mostSteps, time);
        }
        asked++;
        double[] slope = new double[system.dimension()];
        system.rightHandSide(time, state, slope);
        if (!InitialState.isFinite(slope)) {
            throw UnsolvedException.slopeNotFinite(time);
        }
        return slope;
    }
}
