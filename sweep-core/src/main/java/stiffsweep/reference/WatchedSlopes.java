package stiffsweep.reference;

import static stiffsweep.reference.UnsolvedException.Reason.NOT_FINITE;
import static stiffsweep.reference.UnsolvedException.Reason.STEP_BUDGET;

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
            throw new UnsolvedException(
                    STEP_BUDGET,
                    time,
                    "a solve must end within " + mostSteps
                            + " steps, but got to t = " + time
                            + " only: loosen the tolerances, allow more steps, or take Radau"
                            + " IIA where the system is stiff");
        }
        asked++;
        double[] slope = new double[system.dimension()];
        system.rightHandSide(time, state, slope);
        if (!InitialState.isFinite(slope)) {
            throw new UnsolvedException(
                    NOT_FINITE,
                    time,
                    "a right-hand side must be finite near the solution, but got a" + " slope that is not at t = "
                            + time + ": check the equation and its parameters");
        }
        return slope;
    }
}
