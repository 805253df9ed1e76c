package stiffsweep.reference;

/**
 * Radau IIA of order 5 with step-size control, for stiff systems: L-stable, three implicit stages.
 *
 * <p>The method is that of Hairer and Wanner, Solving Ordinary Differential Equations II (2nd edition, 1996), section IV.8,
 * with the constants of their code RADAU5.
 *
 * <p>Errors are about as large as the relative tolerance r where the step resolves every component or the stiff ones have
 * died away; in between, where the order falls to 3, up to {@code 0.1 r^(2/3)}: 2e-10 at 1e-13.
 *
 * @param tolerances how large the error of a step may be
 * @param mostSteps the most steps to try, one or more
 */
public record RadauSolver(Tolerances tolerances, int mostSteps) implements OdeSolver {

    /** Eight times what the hardest of the published problems of the tests needs at a tolerance of 1e-14. */
    public static final int STEP_BUDGET = 100_000;

    public RadauSolver {
        if (mostSteps < 1) {
            throw new IllegalArgumentException("a solver must be allowed 1 step or more, but got " + mostSteps);
        }
    }

    /** A solver with the step budget of a truth. */
    public RadauSolver(Tolerances tolerances) {
        this(tolerances, STEP_BUDGET);
    }

    @Override
    public Solution solve(OdeSystem system, double from, double[] initial, double[] outputTimes) {
        InitialState.require(system, from, initial, outputTimes);
        return new RadauRun(this, system, from, initial).through(outputTimes);
    }
}
