package stiffsweep.reference;

/**
 * A Jacobian from differences of slopes.
 *
 * <p>Columns that share no row of the band are moved together (Curtis, Powell, Reid, "On the estimation of sparse Jacobian
 * matrices", 1974), so a band of width w costs w slopes. The increment is that of Hairer and Wanner's RADAU5, {@code
 * sqrt(u max(1e-5, |y|))} with u the unit of rounding: write the Jacobian out where components are far smaller.
 */
final class FiniteDifferences {

    private static final double ROUNDING = Math.ulp(1.0);
    private static final double SMALLEST_STATE = 1e-5;

    private FiniteDifferences() {}

    static void fill(OdeSystem system, double time, double[] state, BandMatrix jacobian) {
        int size = jacobian.size();
        int width = Math.min(size, jacobian.band().lower() + jacobian.band().upper() + 1);
        double[] base = new double[size];
        double[] moved = state.clone();
        double[] slope = new double[size];
        system.rightHandSide(time, state, base);
        for (int group = 0; group < width; group++) {
            for (int column = group; column < size; column += width) {
                moved[column] = state[column] + increment(state[column]);
            }
            system.rightHandSide(time, moved, slope);
            for (int column = group; column < size; column += width) {
                double distance = moved[column] - state[column];
                moved[column] = state[column];
                int first = Math.max(0, column - jacobian.band().upper());
                int last = Math.min(size - 1, column + jacobian.band().lower());
                for (int row = first; row <= last; row++) {
                    jacobian.put(row, column, (slope[row] - base[row]) / distance);
                }
            }
        }
    }

    private static double increment(double value) {
        return Math.sqrt(ROUNDING * Math.max(SMALLEST_STATE, Math.abs(value)));
    }
}
