package stiffsweep.reference;

/** A first step from the size of the slope and of its change (Hairer, Norsett and Wanner I, section II.4). */
final class FirstStep {

    /** The order of the error estimate. */
    private static final int ORDER = 3;

    private static final double SMALL = 1e-5;

    private FirstStep() {}

    /**
     * A step whose error should be within the tolerances.
     *
     * @param slope the slope at the initial state
     * @param most the longest step to propose
     */
    static double of(OdeSystem system, double time, double[] state, double[] slope, ErrorScale scale, double most) {
        double size = scale.norm(state);
        double speed = scale.norm(slope);
        double trial = Math.min(most, size < SMALL || speed < SMALL ? 0.1 * SMALL : 0.01 * size / speed);
        double[] moved = new double[state.length];
        for (int i = 0; i < state.length; i++) {
            moved[i] = state[i] + trial * slope[i];
        }
        double[] bend = new double[state.length];
        system.rightHandSide(time + trial, moved, bend);
        for (int i = 0; i < state.length; i++) {
            bend[i] -= slope[i];
        }
        double curvature = scale.norm(bend) / trial;
        double fastest = Math.max(speed, curvature);
        double proposed = fastest <= 1e-15 ? Math.max(1e-6, trial * 1e-3) : Math.pow(0.01 / fastest, 1.0 / (ORDER + 1));
        double step = Math.min(100 * trial, Math.min(proposed, most));
        return Math.min(most, Math.max(Double.isFinite(step) ? step : trial, 100 * Math.ulp(time)));
    }
}
