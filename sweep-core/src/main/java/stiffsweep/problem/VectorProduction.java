package stiffsweep.problem;

import stiffsweep.declare.Law;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Formula;
import stiffsweep.formula.Functions;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.reference.DormandPrinceSolver;
import stiffsweep.reference.MatchedSolution;
import stiffsweep.reference.Tolerances;

/**
 * Production of a vector particle during inflation, GlueNN's example B: {@code y'' + 2/a y' + w(a) y = 0} from the growing
 * branch at a = 0.1, where y is 1.
 *
 * <p>The patches meet where {@code a = k/m}. For small arguments their solutions grow as a or are constant:
 * {@code y = e^c1 a/a* + e^c2 + e^c3 a/a*} with a* = 0.1. The conventional answer is C^1 matching of what the leading terms
 * of the patches have as solutions, which are Bessel functions.
 */
public final class VectorProduction implements Problem {

    private static final String LATE_PATCH = "late-patch";

    /** 1 / a*. */
    private static final double GROWTH = 10;

    private static final ProblemDeclaration DECLARATION = ProblemDeclaration.of(
                    "vector-production",
                    "y'' + 2/a y' + (s/(H^2 a^4) - k^2/s (2/a^2 - 3 m^2/s)) y = 0, s = k^2 + m^2 a^2, y(0.1) = 1, growing",
                    GluedPatches.SOURCE + ", example B")
            .input("a", "1", 2)
            .parameter(VectorMode.HUBBLE, 150, new Law.GreaterThan(0), "1", "The Hubble rate H.")
            .parameter(VectorMode.MOMENTUM, 2, new Law.GreaterThan(0), "1", "The momentum k.")
            .parameter(VectorMode.MASS, 0.1, new Law.GreaterThan(0), "1", "The mass m.")
            .interval("solution", "log", VectorMode.START, 500, 500, "a")
            .interval("data", "linear", VectorMode.START, 1, 10, "a")
            .interval("equation", "log", 1, 124, 650, "a")
            .interval("patch", "log", 23, 500, 382, "a")
            .interval("late-patch", "log", 124, 500, 8, "a")
            .condition(GluedPatches.DATA, "data", 800, "y is known in the first patch", Formula.truthOf("y"))
            .equation(GluedPatches.EQUATION, "equation", 0.5, "the equation holds", VectorProduction::equation)
            .condition(
                    GluedPatches.PATCH,
                    "patch",
                    0.0032,
                    "the first growing term f1 vanishes in the second patch",
                    GluedPatches.suppressed("f1"))
            .condition(
                    LATE_PATCH,
                    "late-patch",
                    0,
                    "the second growing term f3 vanishes in the end",
                    GluedPatches.suppressed("f3"))
            .field("y", GluedPatches.sum(3))
            .term("f1", at -> growing("c1", at))
            .term("f2", at -> at.function("c2").exp())
            .term("f3", at -> growing("c3", at))
            .coefficients("c1", "c2", "c3")
            .matching(20, "C^1: the value and the first derivative are continuous", "a")
            .build();

    @Override
    public ProblemDeclaration declaration() {
        return DECLARATION;
    }

    private static Jet growing(String coefficient, Functions at) {
        return at.function(coefficient).exp().times(at.x().times(GROWTH));
    }

    private static Residual equation(Samples samples) {
        Jet y = samples.y();
        Dual friction = y.derivative().over(samples.x()).times(2);
        Dual frequency = frequency(samples);
        Dual value = y.secondDerivative().plus(friction).plus(frequency.times(y.value()));
        return new Residual(value, frequency.negate());
    }

    private static Dual frequency(Samples samples) {
        Dual a = samples.x().square();
        Dual k = samples.parameter(VectorMode.MOMENTUM).square();
        Dual m = samples.parameter(VectorMode.MASS).square();
        Dual sum = m.times(a).plus(k);
        Dual expansion = sum.over(samples.parameter(VectorMode.HUBBLE).times(a).square());
        Dual bracket = a.power(-1).times(2).minus(m.over(sum).times(3));
        return expansion.minus(k.over(sum).times(bracket));
    }

    @Override
    public Truth truth(Settings parameters) {
        VectorMode mode = VectorMode.of(parameters);
        DormandPrinceSolver solver = new DormandPrinceSolver(new Tolerances(1e-13, 1e-13));
        return Truth.onLine(points -> new double[][] {
            solver.solve(mode, VectorMode.START, mode.initial(), points).component(0)
        });
    }

    @Override
    public Truth baseline(Settings parameters, double matchingPoint) {
        VectorMode mode = VectorMode.of(parameters);
        return Truth.of(MatchedSolution.join(mode.early(), matchingPoint, mode.late())::at);
    }
}
