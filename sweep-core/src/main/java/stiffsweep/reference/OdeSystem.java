package stiffsweep.reference;

/** A system of ordinary differential equations {@code y' = f(t, y)}. */
public interface OdeSystem {

    /** The number of equations. */
    int dimension();

    /**
     * The slope at a time and a state. A slope that is not finite is taken as "the state may not be here": a smaller step
     * is tried.
     *
     * @param state the state y, not to be changed
     * @param slope where f(t, y) is written
     */
    void rightHandSide(double time, double[] state, double[] slope);

    /** Where the Jacobian may have entries; everywhere, unless told. */
    default Band band() {
        return Band.full(dimension());
    }

    /**
     * Writes {@code df_i / dy_j} into row i, column j of a matrix of zeros; by finite differences, unless told.
     *
     * @param state the state y, not to be changed
     * @param jacobian where the entries are written
     */
    default void jacobian(double time, double[] state, BandMatrix jacobian) {
        FiniteDifferences.fill(this, time, state, jacobian);
    }
}
