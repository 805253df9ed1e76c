package stiffsweep.problem;

import stiffsweep.declare.Settings;
import stiffsweep.reference.BandMatrix;
import stiffsweep.reference.OdeSystem;
import stiffsweep.reference.RadauSolver;
import stiffsweep.reference.Tolerances;
import stiffsweep.sampling.Points;

/**
 * The reference solution of {@link WimpEquation}: W = ln Y from equilibrium at z = 0, by Radau IIA.
 *
 * @param strength C
 * @param exponent gamma
 * @param transition z_t, where the slope has a kink
 */
record WimpReference(double strength, double exponent, double transition) implements OdeSystem, Truth {

    /** The solution for a strength, in the cosmology that the settings under {@code problem} ask for. */
    static WimpReference of(double strength, Settings parameters) {
        return new WimpReference(
                strength,
                parameters.number(WimpEquation.EXPONENT),
                Math.log(parameters.number(WimpEquation.TRANSITION)));
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public void rightHandSide(double z, double[] w, double[] slope) {
        slope[0] = production(z, w[0]) - annihilation(z, w[0]);
    }

    @Override
    public void jacobian(double z, double[] w, BandMatrix jacobian) {
        jacobian.put(0, 0, -production(z, w[0]) - annihilation(z, w[0]));
    }

    private double production(double z, double w) {
        return Math.exp(logRate(z) + 2 * WimpEquation.logEquilibrium(z) - w);
    }

    private double annihilation(double z, double w) {
        return Math.exp(logRate(z) + w);
    }

    private double logRate(double z) {
        return strength - exponent * Math.max(transition - z, 0) - z;
    }

    /** W at the last of the default points. */
    double frozen() {
        return solve(WimpEquation.LAST_POINT)[0];
    }

    @Override
    public double[][] at(Points points) {
        double[] field = solve(points.x());
        for (int i = 0; i < field.length; i++) {
            field[i] /= WimpEquation.FROZEN;
        }
        return new double[][] {field};
    }

    /** W at ascending points. */
    private double[] solve(double... points) {
        if (points[0] < 0) {
            throw new IllegalArgumentException(
                    "freeze-out starts from equilibrium at z = 0, and its points must not lie"
                            + " before, but the first is " + points[0] + ": raise points." + WimpEquation.POINTS
                            + ".from");
        }
        double kink = Math.min(Math.max(transition, 0), points[points.length - 1]);
        int before = 0;
        while (points[before] < kink) {
            before++;
        }
        // A step lands on the kink, which would cost it its order.
        double[] times = new double[points.length + 1];
        System.arraycopy(points, 0, times, 0, before);
        times[before] = kink;
        System.arraycopy(points, before, times, before + 1, points.length - before);
        double[] all = new RadauSolver(Tolerances.TIGHT)
                .solve(this, 0, new double[] {WimpEquation.logEquilibrium(0)}, times)
                .component(0);
        double[] there = new double[points.length];
        System.arraycopy(all, 0, there, 0, before);
        System.arraycopy(all, before + 1, there, before, points.length - before);
        return there;
    }
}
