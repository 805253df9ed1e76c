package stiffsweep.problem;

import java.util.function.Function;
import stiffsweep.declare.Law;
import stiffsweep.declare.ProblemDeclaration;

/**
 * What the stiff benchmark equations y' = f(x, y; C) of the Jacobian-normalisation paper (arXiv 2602.21988, section 3)
 * have in common: the domain [e^-15, 1], log-spaced points, and the exact value at the first point as initial value.
 */
final class InitialValueProblem {

    private static final String EQUATION = "equation";

    private static final String INITIAL = "initial";

    /** The parameter C. */
    static final String STIFFNESS = "stiffness";

    /** e^-15 as a literal: a default enters trial ids, and Math.exp may differ in its last bit between machines. */
    private static final double FIRST_POINT = 3.059023205018258e-7;

    private InitialValueProblem() {}

    static ProblemDeclaration declaration(String name, String equation, String source) {
        return ProblemDeclaration.of(name, equation, source)
                .parameter(STIFFNESS, 100, new Law.GreaterThan(0), "1/x", "The stiffness C.")
                .interval("residual", "log", FIRST_POINT, 1, 1000, "x")
                .startOf("start", "residual")
                .equation(EQUATION, "residual", 1, "the equation holds")
                .condition(INITIAL, "start", 1, "the field has its initial value")
                .fields("y")
                .build();
    }

    /** The residual of a term: the equation's own, or the distance from the truth at the first point. */
    static Residual residual(String term, Samples samples, Function<Samples, Residual> equation) {
        return switch (term) {
            case EQUATION -> equation.apply(samples);
            case INITIAL -> Residual.of(samples.distanceFromTruth());
            default ->
                throw new IllegalArgumentException(
                        "a loss term must be " + EQUATION + " or " + INITIAL + ", but got " + term);
        };
    }
}
