package stiffsweep.problem;

import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;

/** Linear decay: {@code y' = -C y, y(0) = 1}, with solution {@code exp(-C x)} (arXiv 2602.21988, eq. 8). */
public final class LinearDecay implements Problem {

    private static final ProblemDeclaration DECLARATION = InitialValueProblem.declaration(
            "linear-decay", "y' = -C y, y(0) = 1", "arXiv 2602.21988, eq. 8", LinearDecay::equation);

    @Override
    public ProblemDeclaration declaration() {
        return DECLARATION;
    }

    private static Residual equation(Samples samples) {
        Dual stiffness = samples.parameter(InitialValueProblem.STIFFNESS);
        Dual y = samples.y().value();
        Dual rightHandSide = stiffness.times(y).negate();
        Dual jacobian = stiffness.negate();
        return new Residual(samples.y().derivative().minus(rightHandSide), jacobian);
    }

    @Override
    public Truth truth(Settings parameters) {
        double stiffness = parameters.number(InitialValueProblem.STIFFNESS);
        return Truth.of(x -> Math.exp(-stiffness * x));
    }
}
