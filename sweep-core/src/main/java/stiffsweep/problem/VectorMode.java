package stiffsweep.problem;

import java.util.List;
import stiffsweep.declare.Settings;
import stiffsweep.reference.BandMatrix;
import stiffsweep.reference.BesselPatch;
import stiffsweep.reference.LinearCombination;
import stiffsweep.reference.OdeSystem;
import stiffsweep.reference.PatchSolution;

/**
 * A longitudinal mode X of a massive vector field in an expanding universe with the scale factor a as its time:
 * {@code X'' + 2/a X' + frequency(a) X = 0}, for a reference solver, with the solutions of its two patches.
 *
 * @param hubble the Hubble rate H
 * @param momentum the momentum k
 * @param mass the mass m, with {@code m^2} far below {@code k H}
 */
record VectorMode(double hubble, double momentum, double mass) implements OdeSystem {

    /** The scale factor where the mode is one and on its growing branch. */
    static final double START = 0.1;

    static final String HUBBLE = "hubble";
    static final String MOMENTUM = "momentum";
    static final String MASS = "mass";

    /** The mode that the settings under {@code problem} ask for. */
    static VectorMode of(Settings parameters) {
        return new VectorMode(parameters.number(HUBBLE), parameters.number(MOMENTUM), parameters.number(MASS));
    }

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

    /** {@code k^2/(H^2 a^4) + m^2/(H^2 a^2) - k^2/(k^2 + m^2 a^2) (2/a^2 - 3 m^2/(k^2 + m^2 a^2))}. */
    private double frequency(double a) {
        double k = momentum * momentum;
        double m = mass * mass;
        double sum = k + m * a * a;
        double expansion = k / (a * a * a * a) + m / (a * a);
        return expansion / (hubble * hubble) - k / sum * (2 / (a * a) - 3 * m / sum);
    }

    /** The value and the slope at the start. */
    double[] initial() {
        return new double[] {1, early().derivative(1, START)};
    }

    /** For a far below k/m: the growing branch of {@code X'' + 2/a X' + (k^2/(H^2 a^4) - 2/a^2) X = 0}, one at the start. */
    PatchSolution early() {
        PatchSolution growing = new BesselPatch(BesselPatch.Kind.SECOND, 1, -0.5, momentum / hubble);
        return LinearCombination.through(List.of(growing), START, List.of(1.0));
    }

    /** For a far above k/m: both solutions of {@code X'' + 2/a X' + k^2/(m^2 a^4) X = 0}, cosine and sine of k/(ma). */
    List<PatchSolution> late() {
        return List.of(
                new BesselPatch(BesselPatch.Kind.FIRST, -1, -0.5, momentum / mass),
                new BesselPatch(BesselPatch.Kind.FIRST, 0, -0.5, momentum / mass));
    }
}
