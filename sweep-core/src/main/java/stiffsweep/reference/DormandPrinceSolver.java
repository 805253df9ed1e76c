package stiffsweep.reference;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/**
 * Dormand and Prince's explicit method of order 8, for systems that are smooth and not stiff: long oscillations first of
 * all. The method is Hipparchus' (Hairer, Norsett and Wanner I, section II.5). It asks for no Jacobian, and takes a slope
 * that is not finite as the end.
 *
 * @param tolerances how large the error of a step may be
 * @param mostSteps the most steps, one or more; counted by their slopes, of which a kept step takes 15
 */
public record DormandPrinceSolver(Tolerances tolerances, int mostSteps) implements OdeSolver {

    public DormandPrinceSolver {
        if (mostSteps < 1) {
            throw new IllegalArgumentException("a solver must be allowed 1 step or more, but got " + mostSteps);
        }
    }

    /** A solver with the step budget of a truth. */
    public DormandPrinceSolver(Tolerances tolerances) {
        this(tolerances, RadauSolver.STEP_BUDGET);
    }

    @Override
    public Solution solve(OdeSystem system, double from, double[] initial, double[] outputTimes) {
        InitialState.require(system, from, initial, outputTimes);
        double last = outputTimes.length == 0 ? from : outputTimes[outputTimes.length - 1];
        double shortest = 10 * Math.ulp(Math.max(Math.abs(from), Math.abs(last)));
        var integrator = new DormandPrince853Integrator(
                shortest, Math.max(shortest, last - from), tolerances.absolute(), tolerances.relative());
        var watched = new WatchedSlopes(system, mostSteps);
        int[] steps = {0};
        integrator.addStepHandler(step -> steps[0]++);
        double[][] states = new double[outputTimes.length][];
        ODEState state = new ODEState(from, initial);
        for (int output = 0; output < outputTimes.length; output++) {
            if (outputTimes[output] > state.getTime()) {
                state = advance(integrator, watched, state, outputTimes[output]);
            }
            states[output] = state.getPrimaryState();
        }
        return new Solution(outputTimes.clone(), states, new SolverWork(steps[0], 0, watched.asked(), 0, 0));
    }

    private static ODEState advance(
            DormandPrince853Integrator integrator, WatchedSlopes watched, ODEState state, double time) {
        try {
            return integrator.integrate(watched, state, time);
        } catch (MathRuntimeException e) {
            throw UnsolvedException.stepSize(state.getTime(), "on the way to t = " + time + ": " + e.getMessage());
        }
    }
}
