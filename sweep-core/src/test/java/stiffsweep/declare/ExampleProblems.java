package stiffsweep.declare;

import java.util.List;
import stiffsweep.declare.ProblemDeclaration.Parameter;
import stiffsweep.formula.Formula;

/** Declarations for tests: three problems that share most of their keys. */
public final class ExampleProblems {

    private static final Law POSITIVE = new Law.GreaterThan(0);

    /** One for all, so that declarations of one problem are equal. */
    private static final Formula TRUTH = Formula.truthOf("y");

    private ExampleProblems() {}

    public static List<ProblemDeclaration> all() {
        return List.of(linearDecay(), quadraticDecay(), forcedRelaxation());
    }

    public static ProblemDeclaration linearDecay() {
        return declaration("linear-decay", 1.0, List.of(stiffness()));
    }

    public static ProblemDeclaration quadraticDecay() {
        return declaration("quadratic-decay", 2.0, List.of(stiffness()));
    }

    /** The one with a parameter and a sample set of its own. */
    public static ProblemDeclaration forcedRelaxation() {
        Parameter frequency = new Parameter("frequency", 1.0, new Law.AtLeast(0), "rad/s", "The forcing's frequency.");
        return declaration("forced-relaxation", 1.0, List.of(stiffness(), frequency));
    }

    private static Parameter stiffness() {
        return new Parameter("stiffness", 100.0, POSITIVE, "1/s", "The rate of decay.");
    }

    private static ProblemDeclaration declaration(String name, double end, List<Parameter> parameters) {
        DeclarationBuilder builder = ProblemDeclaration.of(name, "y' = f(x, y)", "test")
                .interval("residual", "log", 1e-6, end, 1000, "s")
                .startOf("initial", "residual")
                .equation("equation", "residual", 1.0, "the equation holds", TRUTH)
                .condition("initial", "initial", 1.0, "the initial value holds", TRUTH)
                .fields("y");
        parameters.forEach(parameter -> builder.parameter(
                parameter.name(), parameter.defaultValue(), parameter.law(), parameter.unit(), parameter.meaning()));
        return builder.build();
    }
}
