package stiffsweep.reference;

import java.util.List;

/** GlueNN's example B, production of a vector particle in inflation, with H = 150, k = 2, m = 0.1. */
final class VectorProduction implements OdeSystem {

    static final double FROM = 0.1;
    static final double HUBBLE = 150;
    static final double MOMENTUM = 2;
    static final double MASS = 0.1;

    /** The patches meet where {@code k = m a}. */
    static final double MATCHING_POINT = MOMENTUM / MASS;

    /** The growing branch of {@code X'' + 2/a X' + (k^2/(H^2 a^4) - 2/a^2) X = 0}, one at the start. */
    static final PatchSolution EARLY = LinearCombination.through(
            List.of(new BesselPatch(BesselPatch.Kind.SECOND, 1, -0.5, MOMENTUM / HUBBLE)), FROM, List.of(1.0));

    /** Both solutions of {@code X'' + 2/a X' + k^2/(m^2 a^4) X = 0}: cosine and sine of k/(ma), but for a constant. */
    static final List<PatchSolution> LATE = List.of(
            new BesselPatch(BesselPatch.Kind.FIRST, -1, -0.5, MOMENTUM / MASS),
            new BesselPatch(BesselPatch.Kind.FIRST, 0, -0.5, MOMENTUM / MASS));

    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public void rightHandSide(double a, double[] state, double[] slope) {
        slope[0] = state[1];
        slope[1] = -2 / a * state[1] - frequency(a) * state[0];
    }

    @Override
    public void jacobian(double a, double[] state, BandMatrix jacobian) {
        jacobian.put(0, 1, 1);
        jacobian.put(1, 0, -frequency(a));
        jacobian.put(1, 1, -2 / a);
    }

    private static double frequency(double a) {
        double k = MOMENTUM * MOMENTUM;
        double m = MASS * MASS;
        double sum = k + m * a * a;
        double expansion = k / (a * a * a * a) + m / (a * a);
        return expansion / (HUBBLE * HUBBLE) - k / sum * (2 / (a * a) - 3 * m / sum);
    }

    /** The field at some scale factors. */
    static double[] field(OdeSolver solver, double... scaleFactors) {
        double[] initial = {1, EARLY.derivative(1, FROM)};
        return solver.solve(new VectorProduction(), FROM, initial, scaleFactors).component(0);
    }
}
