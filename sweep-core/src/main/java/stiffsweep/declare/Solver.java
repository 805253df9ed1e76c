package stiffsweep.declare;

import stiffsweep.choice.Choice;

/** How Levenberg-Marquardt solves {@code (J^T J + mu I) step = J^T r}, with the Jacobian J of the residuals r. */
public enum Solver implements Choice {
    /** The one that suits the residuals. */
    AUTO,
    /** By a matrix with a row for each residual, {@code J J^T}. */
    GRAM,
    /** By a matrix with a row for each parameter, {@code J^T J}. */
    NORMAL,
    /** By conjugate gradients, without a matrix. */
    CG;

    /** The most rows of a matrix that is factorised without being asked for. */
    public static final int MOST_ROWS = 2000;

    /**
     * What solves the system.
     *
     * @param residuals the number of residuals, each of which depends on the networks at its own point only
     * @param parameters the number of parameters
     */
    public Solver of(int residuals, int parameters) {
        if (this != AUTO) {
            return this;
        }
        if (Math.min(residuals, parameters) > MOST_ROWS) {
            return CG;
        }
        return residuals <= parameters ? GRAM : NORMAL;
    }
}
