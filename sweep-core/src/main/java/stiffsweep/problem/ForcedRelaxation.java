package stiffsweep.problem;

import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;

/** Relaxation towards a forcing: {@code y' = C (sin x - y), y(0) = 1} (arXiv 2602.21988, eq. 28). */
public final class ForcedRelaxation implements Problem {

    private static final ProblemDeclaration DECLARATION = InitialValueProblem.declaration(
            "forced-relaxation",
            "y' = C (sin x - y), y(0) = 1",
            "arXiv 2602.21988, eq. 28",
            ForcedRelaxation::equation);

    @Override
    public ProblemDeclaration declaration() {
        return DECLARATION;
    }

    private static Residual equation(Samples samples) {
        Dual stiffness = samples.parameter(InitialValueProblem.STIFFNESS);
        Dual y = samples.y().value();
        Dual rightHandSide = stiffness.times(samples.x().sin().minus(y));
        Dual jacobian = stiffness.negate();
        return new Residual(samples.y().derivative().minus(rightHandSide), jacobian);
    }

    @Override
    public Truth truth(Settings parameters) {
        double stiffness = parameters.number(InitialValueProblem.STIFFNESS);
        double scale = 1 / (1 + stiffness * stiffness);
        double slow = stiffness * stiffness * scale;
        double fast = 1 + stiffness * scale;
        return Truth.of(x -> slow * (Math.sin(x) - Math.cos(x) / stiffness) + fast * Math.exp(-stiffness * x));
    }
}
