package stiffsweep.problem;

import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;

/** Quadratic decay as by a user who does not give its Jacobian; found as a service where a test says so. */
public final class BareQuadraticDecay implements Problem {

    private final QuadraticDecay known = new QuadraticDecay();

    @Override
    public ProblemDeclaration declaration() {
        return InitialValueProblem.declaration(
                "bare-quadratic-decay", "y' = -C y^2, y(0) = 1", "test", at -> Residual.of(equation(at)));
    }

    private Dual equation(Samples samples) {
        return known.declaration().lossTerms().get(0).residual(samples).value();
    }

    @Override
    public Truth truth(Settings parameters) {
        return known.truth(parameters);
    }
}
