package stiffsweep.benchmarks;

import java.util.List;
import stiffsweep.declare.Law;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.formula.Functions;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.problem.Problem;

/**
 * Case B: the equation of chemical freeze-out on the ansatz {@code y = e^c1 x^1.5 e^-x + e^c2} (GlueNN, example A), with
 * the residual over y and no other term. As many operations as the peers, and found on the class path as a user's
 * problem is.
 */
public final class FreezeOutEquation implements Problem {

    /** The value of {@code problem.kind}. */
    static final String NAME = "benchmark-freeze-out";

    private static final double EQUILIBRIUM = 0.145;

    @Override
    public ProblemDeclaration declaration() {
        return ProblemDeclaration.of(NAME, "y' = -eta x^-2 (y^2 - q^2), q = 0.145 x^1.5 e^-x", "GlueNN, example A")
                .parameter("eta", 1e4, new Law.GreaterThan(0), "1", "The strength.")
                .interval("residual", "log", 7.8, 31, 60, "1")
                .equation("equation", "residual", 1, "the equation holds", FreezeOutEquation::equation)
                .field("y", FreezeOutEquation::ansatz)
                .coefficients("c1", "c2")
                .build();
    }

    private static Jet ansatz(Functions at) {
        Dual x = at.x().value();
        Dual thermal = x.log().times(1.5).minus(x);
        Dual slope = Dual.constant(x.value().onesLike()).times(1.5).over(x).minus(1);
        Jet first = at.function("c1");
        Jet second = at.function("c2");
        Dual one = first.value().plus(thermal).exp();
        Dual two = second.value().exp();
        Dual derivative = first.derivative()
                .plus(slope)
                .times(one)
                .plus(second.derivative().times(two));
        return new Jet(first.directions(), one.plus(two), List.of(derivative), List.of());
    }

    private static Residual equation(Samples samples) {
        Dual x = samples.x();
        Dual y = samples.y().value();
        Dual equilibrium = x.log().times(1.5).minus(x).exp().times(EQUILIBRIUM);
        Dual rate = samples.parameter("eta").over(x.square());
        Dual residual = samples.y().derivative().plus(rate.times(y.square().minus(equilibrium.square())));
        return Residual.of(residual.over(y));
    }
}
