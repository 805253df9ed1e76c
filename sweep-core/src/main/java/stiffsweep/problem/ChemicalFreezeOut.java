package stiffsweep.problem;

import java.util.Map;
import java.util.TreeMap;
import stiffsweep.declare.Law;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Formula;
import stiffsweep.formula.Functions;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.reference.BandMatrix;
import stiffsweep.reference.OdeSystem;
import stiffsweep.reference.RadauSolver;
import stiffsweep.reference.Tolerances;

/**
 * Chemical freeze-out, GlueNN's example A: {@code y' = -eta x^-2 (y^2 - Yeq^2)} with {@code Yeq = 0.145 x^(3/2) e^-x}, from
 * equilibrium at x = 1.
 *
 * <p>In equilibrium y goes as {@code x^(3/2) e^-x}, long after it is constant: {@code y = e^c1 x^(3/2) e^-x + e^c2}. The
 * conventional answer is C^0 matching: y is Yeq up to the matching point, and constant from there on.
 */
public final class ChemicalFreezeOut implements Problem {

    private static final String ETA = "eta";

    private static final double START = 1;

    private static final ProblemDeclaration DECLARATION = ProblemDeclaration.of(
                    "chemical-freeze-out",
                    "y' = -eta x^-2 (y^2 - Yeq^2), Yeq = 0.145 x^(3/2) e^-x, y(1) = Yeq(1)",
                    GluedPatches.SOURCE + ", example A")
            .parameter(ETA, 1e4, new Law.GreaterThan(0), "1", "The rate of annihilation eta.")
            .interval("solution", "log", START, 31, 500, "x")
            .interval("data", "log", START, 1.9, 28, "x")
            .interval("equation", "log", 7.8, 31, 60, "x")
            .interval("patch", "log", 15, 31, 8, "x")
            .condition(GluedPatches.DATA, "data", 1600, "y is known in the first patch", Formula.truthOf("y"))
            .equation(GluedPatches.EQUATION, "equation", 700, "the equation holds", ChemicalFreezeOut::equation)
            .condition(
                    GluedPatches.PATCH,
                    "patch",
                    0,
                    "the equilibrium term f1 vanishes once y is frozen",
                    GluedPatches.suppressed("f1"))
            .field("y", GluedPatches.sum(2))
            .term("f1", ChemicalFreezeOut::equilibriumTerm)
            .term("f2", at -> at.function("c2").exp())
            .coefficients("c1", "c2")
            .matching(7.8, "C^0: the value is continuous", "x")
            .result("final_yield", "1", "y at the last measured point.")
            .result("final_yield_error", "1", "|y - truth| / truth at the last measured point.")
            .build();

    @Override
    public ProblemDeclaration declaration() {
        return DECLARATION;
    }

    private static Jet equilibriumTerm(Functions at) {
        Jet x = at.x();
        return at.function("c1").exp().times(x.power(1.5).times(x.negate().exp()));
    }

    private static Residual equation(Samples samples) {
        Dual x = samples.x();
        Dual y = samples.y().value();
        Dual rate = samples.parameter(ETA).over(x.square());
        Dual equilibriumSquared = x.square().times(x).times(x.times(-2).exp()).times(0.145 * 0.145);
        Dual rightHandSide = rate.times(equilibriumSquared.minus(y.square()));
        Dual jacobian = rate.times(y).times(-2);
        return new Residual(samples.y().derivative().minus(rightHandSide), jacobian);
    }

    @Override
    public Truth truth(Settings parameters) {
        double eta = parameters.number(ETA);
        // The yield ends near x / eta, with x that of the freeze-out.
        RadauSolver solver = new RadauSolver(new Tolerances(1e-13, 1e-13 / eta));
        double[] initial = {equilibrium(START)};
        return Truth.onLine(points -> new double[][] {
            solver.solve(new Yield(eta), START, initial, points).component(0)
        });
    }

    @Override
    public Truth baseline(Settings parameters, double matchingPoint) {
        return Truth.of(x -> equilibrium(Math.min(x, matchingPoint)));
    }

    @Override
    public Map<String, Double> results(Solved solved) {
        Map<String, Double> results = new TreeMap<>();
        double last = solved.last("y");
        results.put("final_yield", last);
        Map<String, double[]> truths = solved.truths();
        double[] truth = truths == null ? null : truths.get("y");
        if (truth != null) {
            double expected = truth[truth.length - 1];
            results.put("final_yield_error", Math.abs(last - expected) / expected);
        }
        return results;
    }

    private static double equilibrium(double x) {
        return 0.145 * Math.pow(x, 1.5) * Math.exp(-x);
    }

    /** The equation for the reference solver. */
    private record Yield(double eta) implements OdeSystem {

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public void rightHandSide(double x, double[] state, double[] slope) {
            slope[0] = -eta / (x * x) * (state[0] - equilibrium(x)) * (state[0] + equilibrium(x));
        }

        @Override
        public void jacobian(double x, double[] state, BandMatrix jacobian) {
            jacobian.put(0, 0, -2 * eta / (x * x) * state[0]);
        }
    }
}
