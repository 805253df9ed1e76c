package stiffsweep.problem;

import java.util.Map;
import stiffsweep.declare.Law;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Formula;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.reference.OdeSystem;
import stiffsweep.reference.RadauSolver;
import stiffsweep.reference.Solution;
import stiffsweep.reference.Tolerances;

/**
 * Robertson's chemical kinetics of three species (H. H. Robertson, The solution of a set of reaction rate equations, in J.
 * Walsh (ed.), Numerical Analysis: An Introduction, Academic Press, 1966, pp. 178-182).
 *
 * <p>The equations are those in log t, so that every decade of time weighs alike. The second species never passes 4e-5;
 * the field is its 10 000-fold, so that errors, loss terms and rows of the Jacobian are of one size.
 */
public final class Robertson implements Problem {

    private static final String FIRST = "y1";
    private static final String SECOND = "y2-times-1e4";
    private static final String THIRD = "y3";

    /** The unit of the second field. */
    private static final double UNIT = 1e-4;

    private static final ProblemDeclaration DECLARATION = ProblemDeclaration.of(
                    "robertson",
                    "y1' = -k1 y1 + k3 y2 y3, y2' = k1 y1 - k3 y2 y3 - k2 y2^2, y3' = k2 y2^2, y(0) = (1, 0, 0)",
                    "H. H. Robertson (1966)")
            .parameter("rate-1", 0.04, new Law.GreaterThan(0), "1/t", "The rate k1 of A -> B.")
            .parameter("rate-2", 3e7, new Law.GreaterThan(0), "1/t", "The rate k2 of B + B -> B + C.")
            .parameter("rate-3", 1e4, new Law.GreaterThan(0), "1/t", "The rate k3 of B + C -> A + C.")
            .interval("residual", "log", 1e-5, 100, 500, "t")
            .startOf("start", "residual")
            .equation("equation-1", "residual", 1, "the equation of y1 holds", Robertson::first)
            .equation("equation-2", "residual", 1, "the equation of y2 holds", Robertson::second)
            .equation("equation-3", "residual", 1, "the equation of y3 holds", Robertson::third)
            .condition("initial-1", "start", 1, "y1 has its exact value at the first point", Formula.truthOf(FIRST))
            .condition("initial-2", "start", 1, "y2 has its exact value at the first point", Formula.truthOf(SECOND))
            .condition("initial-3", "start", 1, "y3 has its exact value at the first point", Formula.truthOf(THIRD))
            .fields(FIRST, SECOND, THIRD)
            .result("conservation_error", "1", "The largest |y1 + y2 + y3 - 1| over the points.")
            .build();

    @Override
    public ProblemDeclaration declaration() {
        return DECLARATION;
    }

    private static Residual first(Samples samples) {
        Dual decay = samples.parameter("rate-1");
        Dual gain = samples.parameter("rate-3").times(UNIT);
        Dual y2 = samples.field(SECOND).value();
        Dual y3 = samples.field(THIRD).value();
        Dual slope =
                gain.times(y2).times(y3).minus(decay.times(samples.field(FIRST).value()));
        Dual row = length(decay, gain.times(y3), gain.times(y2));
        return inLogTime(FIRST, slope, row, samples);
    }

    private static Residual second(Samples samples) {
        Dual gain = samples.parameter("rate-1").times(1 / UNIT);
        Dual pairs = samples.parameter("rate-2").times(UNIT);
        Dual loss = samples.parameter("rate-3");
        Dual y2 = samples.field(SECOND).value();
        Dual y3 = samples.field(THIRD).value();
        Dual slope = gain.times(samples.field(FIRST).value())
                .minus(loss.times(y2).times(y3))
                .minus(pairs.times(y2.square()));
        Dual row = length(gain, loss.times(y3).plus(pairs.times(y2).times(2)), loss.times(y2));
        return inLogTime(SECOND, slope, row, samples);
    }

    private static Residual third(Samples samples) {
        Dual pairs = samples.parameter("rate-2").times(UNIT * UNIT);
        Dual y2 = samples.field(SECOND).value();
        Dual slope = pairs.times(y2.square());
        // One entry: its square is that of the row's length, and has no corner at zero.
        Dual row = pairs.times(y2).times(2);
        return inLogTime(THIRD, slope, row, samples);
    }

    /** The residual of {@code dy / d log t = t f}, from the slope f and its row of the Jacobian. */
    private static Residual inLogTime(String field, Dual slope, Dual row, Samples samples) {
        Dual t = samples.x();
        return new Residual(t.times(samples.field(field).derivative().minus(slope)), t.times(row));
    }

    private static Dual length(Dual first, Dual second, Dual third) {
        return first.square().plus(second.square()).plus(third.square()).sqrt();
    }

    @Override
    public Truth truth(Settings parameters) {
        Kinetics kinetics =
                new Kinetics(parameters.number("rate-1"), parameters.number("rate-2"), parameters.number("rate-3"));
        return Truth.onLine(points -> {
            Solution solution = new RadauSolver(Tolerances.TIGHT).solve(kinetics, 0, new double[] {1, 0, 0}, points);
            return new double[][] {solution.component(0), solution.component(1), solution.component(2)};
        });
    }

    @Override
    public Map<String, Double> results(Solved solved) {
        double[] y1 = solved.values(FIRST);
        double[] y2 = solved.values(SECOND);
        double[] y3 = solved.values(THIRD);
        double largest = 0;
        for (int i = 0; i < y1.length; i++) {
            largest = Math.max(largest, Math.abs(y1[i] + UNIT * y2[i] + y3[i] - 1));
        }
        return Map.of("conservation_error", largest);
    }

    /** The same system for the reference solver, in the units of the fields. */
    private record Kinetics(double decay, double pairs, double returns) implements OdeSystem {

        @Override
        public int dimension() {
            return 3;
        }

        @Override
        public void rightHandSide(double time, double[] state, double[] slope) {
            double y2 = UNIT * state[1];
            double back = returns * y2 * state[2];
            double on = pairs * y2 * y2;
            slope[0] = back - decay * state[0];
            slope[1] = (decay * state[0] - back - on) / UNIT;
            slope[2] = on;
        }
    }
}
