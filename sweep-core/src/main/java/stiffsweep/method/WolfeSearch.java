package stiffsweep.method;

import java.io.Serializable;

/**
 * A line search for a step that satisfies the strong Wolfe conditions (Nocedal and Wright, Numerical Optimization, 2006,
 * algorithms 3.5 and 3.6), told one evaluation at a time.
 */
final class WolfeSearch implements Serializable {

    private static final long serialVersionUID = 1;

    private static final double DECREASE = 1e-4;
    private static final double CURVATURE = 0.9;
    private static final double EXPANSION = 4;
    private static final int MOST_EVALUATIONS = 30;

    private final Probe start;
    private State state = State.BRACKETING;
    private Probe low;
    private Probe high;
    private double next;
    private int evaluations;

    /** The function along the line at one step. */
    private record Probe(double step, double value, double slope) implements Serializable {}

    /** How far a search has come. */
    enum State {
        /** Still looking for an interval that holds a good step. */
        BRACKETING,
        /** Narrowing that interval. */
        NARROWING,
        /** The last step satisfies both conditions. */
        FOUND,
        /** No step could be found. */
        FAILED
    }

    /**
     * A search.
     *
     * @param value the function at step 0
     * @param slope its derivative along the line there, negative
     * @param first the first step to try
     */
    WolfeSearch(double value, double slope, double first) {
        start = new Probe(0, value, slope);
        low = start;
        high = start;
        next = first;
    }

    private WolfeSearch(WolfeSearch other) {
        start = other.start;
        state = other.state;
        low = other.low;
        high = other.high;
        next = other.next;
        evaluations = other.evaluations;
    }

    /** The search as it stands. */
    WolfeSearch copy() {
        return new WolfeSearch(this);
    }

    /** The step to evaluate next. */
    double step() {
        return next;
    }

    /** Takes the function's value and slope at {@link #step}. */
    State tell(double value, double slope) {
        Probe probe = new Probe(next, value, slope);
        state = state == State.BRACKETING ? bracket(probe) : narrow(probe);
        evaluations++;
        boolean isOpen = state == State.BRACKETING || state == State.NARROWING;
        if (isOpen && evaluations == MOST_EVALUATIONS) {
            state = State.FAILED;
        }
        if (state == State.NARROWING) {
            next = between(low, high);
        }
        return state;
    }

    private State bracket(Probe probe) {
        if (isTooHigh(probe) || (evaluations > 0 && probe.value >= low.value)) {
            high = probe;
            return State.NARROWING;
        }
        if (isFlat(probe)) {
            return State.FOUND;
        }
        if (probe.slope >= 0) {
            high = low;
            low = probe;
            return State.NARROWING;
        }
        low = probe;
        next = EXPANSION * probe.step;
        return State.BRACKETING;
    }

    private State narrow(Probe probe) {
        if (isTooHigh(probe) || probe.value >= low.value) {
            high = probe;
            return State.NARROWING;
        }
        if (isFlat(probe)) {
            return State.FOUND;
        }
        if (probe.slope * (high.step - low.step) >= 0) {
            high = low;
        }
        low = probe;
        return State.NARROWING;
    }

    /** True also where the value is not a number. */
    private boolean isTooHigh(Probe probe) {
        return !(probe.value <= start.value + DECREASE * probe.step * start.slope);
    }

    private boolean isFlat(Probe probe) {
        return Math.abs(probe.slope) <= -CURVATURE * start.slope;
    }

    /** The minimum of the cubic through two trials, kept away from the interval's ends; its middle where there is none. */
    private static double between(Probe low, Probe high) {
        double width = high.step - low.step;
        double mean = low.slope + high.slope - 3 * (high.value - low.value) / width;
        double root = Math.signum(width) * Math.sqrt(mean * mean - low.slope * high.slope);
        double share = 1 - (high.slope + root - mean) / (high.slope - low.slope + 2 * root);
        return low.step + width * (Double.isFinite(share) ? Math.min(0.9, Math.max(0.1, share)) : 0.5);
    }
}
