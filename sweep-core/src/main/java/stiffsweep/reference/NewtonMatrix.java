package stiffsweep.reference;

/** The matrix of Newton's iteration: a Jacobian and its factors for a step, each kept as long as it serves. */
final class NewtonMatrix {

    /** Below this contraction of Newton's iteration the Jacobian is kept. */
    private static final double GOOD_CONTRACTION = 0.001;

    /** What the Jacobian at hand is worth. */
    private enum Worth {
        OF_THIS_STATE,
        /** That of a state before, with which the iteration contracts well. */
        STILL_GOOD,
        NONE
    }

    private final OdeSystem system;
    private final BandMatrix jacobian;
    private final RadauFactors factors;
    private Worth worth = Worth.NONE;
    private int jacobians;
    private int factorisations;

    NewtonMatrix(OdeSystem system) {
        this.system = system;
        jacobian = new BandMatrix(system.dimension(), system.band());
        factors = new RadauFactors(system.dimension(), system.band());
    }

    RadauFactors factors() {
        return factors;
    }

    int jacobians() {
        return jacobians;
    }

    int factorisations() {
        return factorisations;
    }

    /** Whether the Jacobian of a state before is still good. */
    boolean isStillGood() {
        return worth == Worth.STILL_GOOD;
    }

    /** Makes the Jacobian and the factors for a step, as far as those at hand do not serve; false where the matrix is singular. */
    boolean prepare(double time, double[] state, double step) {
        if (worth == Worth.NONE) {
            differentiate(time, state);
        }
        if (factors.areFor(step)) {
            return true;
        }
        factorisations++;
        return factors.factorise(jacobian, step);
    }

    private void differentiate(double time, double[] state) {
        jacobian.clear();
        system.jacobian(time, state, jacobian);
        jacobians++;
        if (!jacobian.isFinite()) {
            throw UnsolvedException.jacobianNotFinite(time);
        }
        worth = Worth.OF_THIS_STATE;
        factors.forget();
    }

    /** After a step that was refused, a Jacobian of this state is wanted. */
    void afterRefused() {
        if (worth == Worth.STILL_GOOD) {
            worth = Worth.NONE;
        }
    }

    /** After a step that was kept, with how well its iteration contracted. */
    void afterKept(double contraction) {
        worth = contraction > GOOD_CONTRACTION ? Worth.NONE : Worth.STILL_GOOD;
    }
}
