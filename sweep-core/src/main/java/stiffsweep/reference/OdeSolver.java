package stiffsweep.reference;

/** Solves initial value problems of ordinary differential equations. */
public sealed interface OdeSolver permits RadauSolver, DormandPrinceSolver {

    /**
     * Carries a state through output times; steps land on each of them.
     *
     * @param system the equations
     * @param from the initial time
     * @param initial the state there
     * @param outputTimes where the state is asked for: ascending, not before the initial time
     * @throws UnsolvedException where the solve cannot be carried to the last output time
     */
    Solution solve(OdeSystem system, double from, double[] initial, double[] outputTimes);
}
