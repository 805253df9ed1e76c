package stiffsweep.reference;

/** The chemical freeze-out of dark matter: the equation that the golden numbers belong to. */
final class FreezeOut {

    private FreezeOut() {}

    /** The equilibrium yield of GlueNN's example A. */
    static double equilibrium(double x) {
        return 0.145 * Math.pow(x, 1.5) * Math.exp(-x);
    }

    /** GlueNN's example A, {@code Y' + eta x^-2 (Y^2 - Yeq^2) = 0} from Y(1) = Yeq(1). */
    static Solution yields(double eta, Tolerances tolerances, double... x) {
        OdeSystem system = StiffProblem.scalar(
                (t, y) -> -eta / (t * t) * (y - equilibrium(t)) * (y + equilibrium(t)),
                (t, y) -> -2 * eta * y / (t * t));
        return new RadauSolver(tolerances).solve(system, 1, new double[] {equilibrium(1)}, x);
    }
}
