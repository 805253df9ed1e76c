package stiffsweep.reference;

/** The states of a solved system at its output times. */
public final class Solution {

    private final double[] times;

    /** {@code [times, components]}. */
    private final double[][] states;

    private final SolverWork work;

    Solution(double[] times, double[][] states, SolverWork work) {
        this.times = times;
        this.states = states;
        this.work = work;
    }

    /** The output times, as they were asked for. */
    public double[] times() {
        return times.clone();
    }

    /** The state at an output time. */
    public double[] state(int output) {
        return states[output].clone();
    }

    /** One component at every output time. */
    public double[] component(int component) {
        double[] values = new double[times.length];
        for (int output = 0; output < values.length; output++) {
            values[output] = states[output][component];
        }
        return values;
    }

    /** What the solve has cost. */
    public SolverWork work() {
        return work;
    }
}
