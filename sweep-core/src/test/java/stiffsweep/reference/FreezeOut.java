package stiffsweep.reference;

/** The freeze-out of dark matter: the equation that the golden numbers belong to. */
final class FreezeOut {

    private static final double FINAL = Math.log(50_000);
    private static final double TRANSITION = Math.log(500);

    private FreezeOut() {}

    /** The logarithm of the equilibrium yield, arXiv 2602.21988, with g = 1 and g* = 100. */
    private static double logEquilibrium(double z) {
        return Math.log(45 / Math.sqrt(32 * Math.pow(Math.PI, 7)) / 100) + 1.5 * z - Math.exp(z);
    }

    private static double strength(double coupling, double gamma, double z) {
        return Math.exp(coupling - gamma * Math.max(TRANSITION - z, 0) - z);
    }

    /** Eq. 40 of arXiv 2602.21988 for W = ln Y, with the Jacobian of eq. 42. */
    static OdeSystem wimp(double coupling, double gamma) {
        return StiffProblem.scalar(
                (z, w) -> strength(coupling, gamma, z) * (Math.exp(2 * logEquilibrium(z) - w) - Math.exp(w)),
                (z, w) -> -strength(coupling, gamma, z) * (Math.exp(2 * logEquilibrium(z) - w) + Math.exp(w)));
    }

    /** The logarithm of the yield at x = 50000. */
    static double finalLogYield(double coupling, double gamma, Tolerances tolerances) {
        // A step lands where the slope has a kink.
        double[] times = {TRANSITION, FINAL};
        return new RadauSolver(tolerances)
                .solve(wimp(coupling, gamma), 0, new double[] {logEquilibrium(0)}, times)
                .state(1)[0];
    }
}
