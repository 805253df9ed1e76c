package stiffsweep.reference;

/** One solve by {@link RadauSolver}, from its initial state on: the loop of steps, and when what is kept or made anew. */
final class RadauRun {

    /** Below this contraction of Newton's iteration the Jacobian is kept. */
    private static final double GOOD_CONTRACTION = 0.001;

    /** The step is kept, and the factors with it, where it would grow by no more than this. */
    private static final double KEPT_GROWTH = 1.2;

    private final OdeSystem system;
    private final int mostSteps;
    private final ErrorScale scale;
    private final BandMatrix jacobian;
    private final RadauFactors factors;
    private final StageIteration iteration;
    private final StagePredictor predictor;
    private final RadauErrors errors;
    private final StepControl control = new StepControl();

    private final double[] state;
    private final double[] slope;
    private final double[] reached;
    private final double[] reachedSlope;
    private double time;

    /** The step to be tried next, unless an output time is nearer. */
    private double proposal;

    private boolean jacobianIsOfThisState;
    private boolean jacobianIsWanted = true;
    private boolean factorsAreOfJacobian;
    private boolean lastWasRefused;
    private boolean anyKept;
    private boolean slopeWasFinite = true;

    private int steps;
    private int rejected;
    private int slopes;
    private int jacobians;
    private int factorisations;

    RadauRun(RadauSolver solver, OdeSystem system, double from, double[] initial) {
        this.system = system;
        mostSteps = solver.mostSteps();
        int size = system.dimension();
        scale = new ErrorScale(solver.tolerances(), size);
        jacobian = new BandMatrix(size, system.band());
        factors = new RadauFactors(size, system.band());
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
        double last = outputTimes.length == 0 ? time : outputTimes[outputTimes.length - 1];
        start();
        if (last > time) {
            slopes++;
            proposal = FirstStep.of(system, time, state, slope, scale, last - time);
        }
        for (int output = 0; output < outputTimes.length; output++) {
            advance(outputTimes[output]);
            states[output] = state.clone();
        }
        int asked = slopes + iteration.slopesAsked() + errors.slopesAsked();
        SolverWork work = new SolverWork(steps, rejected, asked, jacobians, factorisations);
        return new Solution(outputTimes.clone(), states, work);
    }

    private void advance(double end) {
        while (time < end) {
            double left = end - time;
            double step = fitted(left);
            requireLeave(step, left);
            steps++;
            if (!moves(step, step == left ? end : time + step)) {
                rejected++;
            }
        }
    }

    /** The proposal, cut so that the output time is met and no sliver of a step is left before it. */
    private double fitted(double left) {
        if (proposal >= left) {
            return left;
        }
        return proposal > left / 2 ? left / 2 : proposal;
    }

    /** Scale and slope at the initial state. */
    private void start() {
        scale.measureAt(state);
        system.rightHandSide(time, state, slope);
        slopes++;
        if (!InitialState.isFinite(slope)) {
            throw UnsolvedException.slopeNotFinite(time);
        }
    }

    private void requireLeave(double step, double left) {
        if (steps >= mostSteps) {
            throw UnsolvedException.stepBudget(mostSteps, time);
        }
        if (step < left && step <= 10 * Math.ulp(time)) {
            throw slopeWasFinite
                    ? UnsolvedException.stepSize(time, "got a step of " + step)
                    : UnsolvedException.slopeNotFinite(time);
        }
    }

    /** Tries a step: true where the state has moved, false where another step is proposed. */
    private boolean moves(double step, double arrival) {
        if (!prepare(step)) {
            return refuse(step / 2);
        }
        predictor.predict(step, iteration.increments());
        StageIteration.End end = iteration.run(time, state, step, factors);
        slopeWasFinite = end != StageIteration.End.NOT_FINITE;
        return switch (end) {
            case CONVERGED -> judge(step, arrival);
            case SLOW -> refuse(step * iteration.stepFactor());
            case DIVERGED, NOT_FINITE, CONTRACTS -> refuse(step / 2);
        };
    }

    /** Makes the Jacobian and the factors for a step, as far as the ones at hand do not serve. */
    private boolean prepare(double step) {
        if (jacobianIsWanted && !jacobianIsOfThisState) {
            jacobian.clear();
            system.jacobian(time, state, jacobian);
            jacobians++;
            if (!jacobian.isFinite()) {
                throw UnsolvedException.jacobianNotFinite(time);
            }
            jacobianIsOfThisState = true;
            factorsAreOfJacobian = false;
        }
        if (factorsAreOfJacobian && factors.step() == step) {
            return true;
        }
        factorisations++;
        factorsAreOfJacobian = factors.factorise(jacobian, step);
        return factorsAreOfJacobian;
    }

    private boolean refuse(double next) {
        proposal = next;
        lastWasRefused = true;
        jacobianIsWanted = true;
        iteration.restart();
        return false;
    }

    /** Keeps a step whose increments have been found, or refuses it for its error. */
    private boolean judge(double step, double arrival) {
        double error = errors.of(iteration.increments(), slope, factors);
        if (error >= 1 && (!anyKept || lastWasRefused)) {
            error = errors.smoothed(time, state, factors);
        }
        if (Double.isNaN(error)) {
            slopeWasFinite = false;
            return refuse(step / 2);
        }
        if (error >= 1) {
            return refuse(anyKept ? control.afterRefused(step, error, iteration.rounds()) : step / 10);
        }
        reach(arrival);
        if (!slopeWasFinite) {
            return refuse(step / 2);
        }
        propose(step, control.afterKept(step, error, iteration.rounds()));
        arrive(step, arrival);
        return true;
    }

    /** The state and the slope that a step leads to; its last stage is the state. */
    private void reach(double arrival) {
        double[] increment = iteration.increments()[RadauTableau.STAGES - 1];
        for (int i = 0; i < state.length; i++) {
            reached[i] = state[i] + increment[i];
        }
        system.rightHandSide(arrival, reached, reachedSlope);
        slopes++;
        slopeWasFinite = InitialState.isFinite(reachedSlope);
    }

    private void arrive(double step, double arrival) {
        time = arrival;
        System.arraycopy(reached, 0, state, 0, state.length);
        System.arraycopy(reachedSlope, 0, slope, 0, slope.length);
        scale.measureAt(state);
        predictor.remember(step, iteration.increments());
        jacobianIsOfThisState = false;
        jacobianIsWanted = iteration.contraction() > GOOD_CONTRACTION;
        anyKept = true;
        lastWasRefused = false;
    }

    private void propose(double step, double next) {
        if (lastWasRefused) {
            proposal = Math.min(step, next);
        } else if (step < proposal) {
            // The step was cut to meet an output time; what was proposed before still holds.
            proposal = Math.max(proposal, next);
        } else {
            boolean keep = iteration.contraction() <= GOOD_CONTRACTION && next >= step && next <= KEPT_GROWTH * step;
            proposal = keep ? step : next;
        }
    }
}
