package stiffsweep.problem;

import stiffsweep.declare.Law;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.reference.TroeschSolution;

/**
 * Troesch's problem, a boundary layer: {@code y'' = n sinh(n y), y(0) = 0, y(1) = 1} (B. A. Troesch, A simple approach to a
 * sensitive two-point boundary value problem, Journal of Computational Physics 21, 1976, pp. 279-290).
 *
 * <p>For a large n the field is nearly zero and rises within the last {@code 2 e^(-n/2)}. The Jacobian {@code n^2 cosh(n y)}
 * grows by as much as the terms of the equation do, so that the weighting {@code jacobian} makes residuals of one size.
 */
public final class Troesch implements Problem {

    private static final String SENSITIVITY = "sensitivity";

    private static final ProblemDeclaration DECLARATION = ProblemDeclaration.of(
                    "troesch", "y'' = n sinh(n y), y(0) = 0, y(1) = 1", "B. A. Troesch (1976)")
            .input("x", "1", 2)
            .parameter(SENSITIVITY, 5, new Law.Between(0.001, 100), "1/x", "The sensitivity n.")
            .interval("residual", "linear", 0, 1, 300, "x")
            .startOf("start", "residual")
            .endOf("end", "residual")
            .equation("equation", "residual", 1, "the equation holds", Troesch::equation)
            .condition("left", "start", 1, "y(0) = 0", at -> Residual.of(at.y().value()))
            .condition(
                    "right",
                    "end",
                    1,
                    "y(1) = 1",
                    at -> Residual.of(at.y().value().minus(1)))
            .fields("y")
            .build();

    @Override
    public ProblemDeclaration declaration() {
        return DECLARATION;
    }

    private static Residual equation(Samples samples) {
        Dual n = samples.parameter(SENSITIVITY);
        Dual scaled = n.times(samples.y().value());
        return new Residual(
                samples.y().secondDerivative().minus(n.times(scaled.sinh())),
                n.square().times(scaled.cosh()));
    }

    @Override
    public Truth truth(Settings parameters) {
        return Truth.of(TroeschSolution.of(parameters.number(SENSITIVITY))::at);
    }
}
