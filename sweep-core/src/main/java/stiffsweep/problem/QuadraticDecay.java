package stiffsweep.problem;

import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;

/** Quadratic decay: {@code y' = -C y^2, y(0) = 1}, with solution {@code 1 / (1 + C x)} (arXiv 2602.21988, eq. 27). */
public final class QuadraticDecay implements Problem {

    private static final ProblemDeclaration DECLARATION = InitialValueProblem.declaration(
            "quadratic-decay", "y' = -C y^2, y(0) = 1", "arXiv 2602.21988, eq. 27", QuadraticDecay::equation);

    @Override
    public ProblemDeclaration declaration() {
        return DECLARATION;
    }

    private static Residual equation(Samples samples) {
        Dual stiffness = samples.parameter(InitialValueProblem.STIFFNESS);
        Dual y = samples.y().value();
        Dual rightHandSide = stiffness.times(y.square()).negate();
        Dual jacobian = stiffness.times(y).times(-2);
        return new Residual(samples.y().derivative().minus(rightHandSide), jacobian);
    }

    @Override
    public Truth truth(Settings parameters) {
        double stiffness = parameters.number(InitialValueProblem.STIFFNESS);
        return Truth.of(x -> 1 / (1 + stiffness * x));
    }
}
