package stiffsweep.problem;

import stiffsweep.declare.Law;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.formula.Formula;

/**
 * What the stiff benchmark equations y' = f(x, y; C) of the Jacobian-normalisation paper (arXiv 2602.21988, section 3)
 * have in common: the domain [e^-15, 1], log-spaced points, and the exact value at the first point as initial value.
 */
final class InitialValueProblem {

    /** The parameter C. */
    static final String STIFFNESS = "stiffness";

    /** e^-15 as a literal: a default enters trial ids, and Math.exp may differ in its last bit between machines. */
    private static final double FIRST_POINT = 3.059023205018258e-7;

    private InitialValueProblem() {}

    static ProblemDeclaration declaration(String name, String equation, String source, Formula formula) {
        return ProblemDeclaration.of(name, equation, source)
                .parameter(STIFFNESS, 100, new Law.GreaterThan(0), "1/x", "The stiffness C.")
                .interval("residual", "log", FIRST_POINT, 1, 1000, "x")
                .startOf("start", "residual")
                .equation("equation", "residual", 1, "the equation holds", formula)
                .condition("initial", "start", 1, "the field has its initial value", Formula.truthOf("y"))
                .fields("y")
                .build();
    }
}
