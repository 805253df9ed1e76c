package stiffsweep.reference;

import stiffsweep.reference.StepResult.Kept;
import stiffsweep.reference.StepResult.Refused;

/** One solve by {@link RadauSolver}, from its initial state on: the loop of steps. */
final class RadauRun {

    /** The step is kept, and the factors with it, where it would grow by no more than this. */
    private static final double KEPT_GROWTH = 1.2;

    private final OdeSystem system;
    private final int mostSteps;
    private final ErrorScale scale;
    private final NewtonMatrix matrix;
    private final StageIteration iteration;
    private final StagePredictor predictor;
    private final RadauErrors errors;
    private final StepControl control = new StepControl();

    private final double[] state;
    private final double[] slope;
    private final double[] reached;
    private final double[] reachedSlope;
    private double time;

    /** What came of the last step; before the first one, as if it had been kept. */
    private StepResult last = new Kept(0);

    private int kept;
    private int refused;
    private int slopes;

    RadauRun(RadauSolver solver, OdeSystem system, double from, double[] initial) {
        this.system = system;
        mostSteps = solver.mostSteps();
        int size = system.dimension();
        scale = new ErrorScale(solver.tolerances(), size);
        matrix = new NewtonMatrix(system);
        iteration = new StageIteration(system, scale);
        predictor = new StagePredictor(size);
        errors = new RadauErrors(system, scale);
        time = from;
        state = initial.clone();
        slope = new double[size];
        reached = new double[size];
        reachedSlope = new double[size];
    }

    /** Carries the state through the output times. */
    Solution through(double[] outputTimes) {
        double[][] states = new double[outputTimes.length][];
        start(outputTimes.length == 0 ? time : outputTimes[outputTimes.length - 1]);
        for (int output = 0; output < outputTimes.length; output++) {
            advance(outputTimes[output]);
            states[output] = state.clone();
        }
        int asked = slopes + iteration.slopesAsked() + errors.slopesAsked();
        SolverWork work = new SolverWork(kept + refused, refused, asked, matrix.jacobians(), matrix.factorisations());
        return new Solution(outputTimes.clone(), states, work);
    }

    /** Scale and slope at the initial state, and the first step on the way to an end. */
    private void start(double end) {
        scale.measureAt(state);
        system.rightHandSide(time, state, slope);
        slopes++;
        if (!InitialState.isFinite(slope)) {
            throw UnsolvedException.slopeNotFinite(time);
        }
        if (end > time) {
            slopes++;
            last = new Kept(FirstStep.of(system, time, state, slope, scale, end - time));
        }
    }

    private void advance(double end) {
        while (time < end) {
            double left = end - time;
            double step = fitted(left);
            requireLeave(step, left);
            last = tried(step, step == left ? end : time + step);
            if (last instanceof Kept) {
                kept++;
            } else {
                refused++;
                matrix.afterRefused();
                iteration.restart();
            }
        }
    }

    /** The proposal, cut so that the output time is met and no sliver of a step is left before it. */
    private double fitted(double left) {
        if (last.next() >= left) {
            return left;
        }
        return last.next() > left / 2 ? left / 2 : last.next();
    }

    private void requireLeave(double step, double left) {
        if (kept + refused >= mostSteps) {
            throw UnsolvedException.stepBudget(mostSteps, time);
        }
        if (step < left && step <= 10 * Math.ulp(time)) {
            throw slopesWereFinite()
                    ? UnsolvedException.stepSize(time, "got a step of " + step)
                    : UnsolvedException.slopeNotFinite(time);
        }
    }

    private boolean slopesWereFinite() {
        return !(last instanceof Refused before) || before.slopesWereFinite();
    }

    private StepResult tried(double step, double arrival) {
        if (!matrix.prepare(time, state, step)) {
            return new Refused(step / 2, slopesWereFinite());
        }
        predictor.predict(step, iteration.increments());
        return switch (iteration.run(time, state, step, matrix.factors())) {
            case CONVERGED -> judged(step, arrival);
            case SLOW -> new Refused(step * iteration.stepFactor(), true);
            case DIVERGED, CONTRACTS -> new Refused(step / 2, true);
            case NOT_FINITE -> new Refused(step / 2, false);
        };
    }

    /** Keeps a step whose increments have been found, or refuses it for its error. */
    private StepResult judged(double step, double arrival) {
        double error = errors.of(iteration.increments(), slope, matrix.factors());
        if (error >= 1 && (kept == 0 || last instanceof Refused)) {
            error = errors.smoothed(time, state, matrix.factors());
        }
        if (Double.isNaN(error)) {
            return new Refused(step / 2, false);
        }
        if (error >= 1) {
            return new Refused(kept > 0 ? control.afterRefused(step, error, iteration.rounds()) : step / 10, true);
        }
        reach(arrival);
        if (!InitialState.isFinite(reachedSlope)) {
            return new Refused(step / 2, false);
        }
        arrive(step, arrival);
        return new Kept(proposal(step, control.afterKept(step, error, iteration.rounds())));
    }

    /** The state and the slope that a step leads to; its last stage is the state. */
    private void reach(double arrival) {
        double[] increment = iteration.increments()[RadauTableau.STAGES - 1];
        for (int i = 0; i < state.length; i++) {
            reached[i] = state[i] + increment[i];
        }
        system.rightHandSide(arrival, reached, reachedSlope);
        slopes++;
    }

    private void arrive(double step, double arrival) {
        time = arrival;
        System.arraycopy(reached, 0, state, 0, state.length);
        System.arraycopy(reachedSlope, 0, slope, 0, slope.length);
        scale.measureAt(state);
        predictor.remember(step, iteration.increments());
        matrix.afterKept(iteration.contraction());
    }

    /** The step after one that is kept, from what its error allows. */
    private double proposal(double step, double allowed) {
        if (last instanceof Refused) {
            return Math.min(step, allowed);
        }
        if (step < last.next()) {
            // The step was cut to meet an output time; what was proposed before still holds.
            return Math.max(last.next(), allowed);
        }
        return matrix.isStillGood() && allowed >= step && allowed <= KEPT_GROWTH * step ? step : allowed;
    }
}
