package stiffsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stiffsweep.declare.DeclarationBuilder;
import stiffsweep.declare.Law;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Formula;
import stiffsweep.formula.Residual;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;

class FormulaCheckTest {

    /** A problem of one's own. */
    record Own(ProblemDeclaration declaration, @Nullable Truth solution) implements Problem {
        @Override
        public @Nullable Truth truth(Settings parameters) {
            return solution;
        }
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void nothingIsFoundInABuiltInProblem(Problem problem) {
        FormulaCheck.Findings findings = FormulaCheck.of(problem);

        assertThat(findings.faults()).isEmpty();
        assertThat(findings.warnings()).isEmpty();
    }

    static List<Problem> builtIn() {
        return List.copyOf(Problems.all().values());
    }

    @Test
    void nothingIsFoundWhereAFieldIsIntegratedOver() {
        Problem transport = new Own(
                ProblemDeclaration.of("transport", "v f_x = <f> - f", "test")
                        .input("x", 0, 1, 1, "1")
                        .quadrature("v", -1, 1, 8, "1")
                        .network("rho", "x")
                        .network("g", "x", "v")
                        .field("f", at -> at.function("rho").plus(at.reflected("g")))
                        .box("interior", 50)
                        .equation("equation", "interior", 1, "the equation holds", at -> {
                            Jet f = at.field("f");
                            Dual streaming = at.input("v").times(f.along("x"));
                            return Residual.of(
                                    streaming.minus(at.average(f.value())).plus(f.value()));
                        })
                        .build(),
                null);

        assertThat(FormulaCheck.of(transport)).isEqualTo(new FormulaCheck.Findings(List.of(), List.of()));
    }

    @Test
    void aSolutionWithATruthHasOneValueAtEachPoint() {
        DeclarationBuilder flow = ProblemDeclaration.of("flow", "v g' = 0", "test")
                .input("x", 0, 1, 1, "1")
                .quadrature("v", -1, 1, 4, "1")
                .network("g", "x", "v")
                .box("interior", 50)
                .fields("g")
                .equation(
                        "equation",
                        "interior",
                        1,
                        "the equation holds",
                        at -> Residual.of(at.field("g").along("x")));
        assertThat(FormulaCheck.of(new Own(flow.build(), null)).faults()).isEmpty();
        assertThat(FormulaCheck.of(new Own(flow.build(), points -> new double[1][points.count()]))
                        .faults())
                .singleElement()
                .asString()
                .endsWith("the field g: a field of a solution with a truth must not depend on an input that is"
                        + " integrated over, but got v: declare it by coefficients(..)");
    }

    @Test
    void whatIsNotDeclaredIsNamedWithTheTermAndTheRemedy() {
        assertThat(faultsOf(at -> Residual.of(at.input("y"))))
                .containsExactly("the term equation (FormulaCheckTest.java): an input must be one of [t, x], but got y:"
                        + " declare it, or correct the name");
        assertThat(faultsOf(at -> Residual.of(at.field("w").value())))
                .containsExactly("the term equation (FormulaCheckTest.java): a field must be one of [u], but got w:"
                        + " declare it, or correct the name");
        assertThat(faultsOf(at -> Residual.of(at.parameter("nu"))))
                .containsExactly(
                        "the term equation (FormulaCheckTest.java): a parameter must be one of [viscosity], but got nu:"
                                + " declare it, or correct the name");
        assertThat(faultsOf(at -> Residual.of(at.field("u").secondAlong("t"))))
                .containsExactly(
                        "the term equation (FormulaCheckTest.java): a formula may use the derivatives that its inputs"
                                + " are declared with, but uses derivative 2 along t, where those of order 2 are along [x]:"
                                + " give the input t the order 2 in the declaration");
        assertThat(faultsOf(at -> Residual.of(at.y().derivative())))
                .containsExactly(
                        "the term equation (FormulaCheckTest.java): the derivative of a field of several inputs needs"
                                + " the name of one, as in along(\"x\"), but got none of [x, t]");
        assertThat(faultsOf(at -> Residual.of(at.distanceFromTruth())))
                .containsExactly(
                        "the term equation (FormulaCheckTest.java): a term that compares with the truth needs a"
                                + " problem that has one");
    }

    @Test
    void aFieldsFormulaIsCheckedForItselfAndItsTermsAreLeft() {
        assertThat(faults(burgers().coefficients("w").hard("w", at -> at.function("v")), Formula.truthOf("u")))
                .contains(
                        "the field w with loss.conditions = hard (FormulaCheckTest.java): a function of a network must be"
                                + " one of [u, w], but got v: declare it, or correct the name");
        assertThat(faults(
                        burgers().term("w", at -> at.field("w").square()),
                        at -> Residual.of(at.field("w").value())))
                .containsExactly(
                        "the field w (FormulaCheckTest.java): a field must be made of others, but w is made of itself:"
                                + " take the function of a network, or other fields");
    }

    @Test
    void shapesThatDoNotFitAreSaidWithTheShapeTheyMustHave() {
        assertThat(faultsOf(at -> Residual.of(at.y().value().split(1, 2, 3).get(0))))
                .containsExactly(
                        "the term equation: a residual must be [trials, points, nodes], here [2, 5, 1], but got"
                                + " [2, 2, 1]: make it of fields, inputs and parameters point by point, without sums over points or"
                                + " trials");
        assertThat(faultsOf(at -> Residual.of(at.parameter("viscosity"))))
                .containsExactly(
                        "the term equation: a residual must be [trials, points, nodes], here [2, 5, 1], but got"
                                + " [2, 1, 1]: make it of fields, inputs and parameters point by point, without sums over points or"
                                + " trials");
        assertThat(faultsOf(at -> new Residual(
                        at.y().value(), at.y().value().split(1, 2, 3).get(0))))
                .containsExactly("the term equation: a Jacobian must be [trials, points, 1] or [trials, 1, 1], here of"
                        + " [2, 5, 1], but got [2, 2, 1]: make it point by point, as the residual");
        assertThat(faultsOf(at -> Residual.of(
                        at.y().value().plus(at.y().value().split(1, 2, 3).get(0)))))
                .singleElement()
                .asString()
                .startsWith("the term equation (FormulaCheckTest.java): what meets in an operation must be"
                        + " [trials, points, nodes] with as many of each, or 1, but got \"The size of tensor a (5) must match"
                        + " the size of tensor b (2)")
                .endsWith(": stay with the operations of Dual and Jet, point by point");
    }

    @Test
    void aTruthWithTooFewFieldsOrPointsIsFound() {
        ProblemDeclaration system = ProblemDeclaration.of("system", "y1' = y2, y2' = -y1", "test")
                .interval("residual", "linear", 0, 1, 20, "x")
                .equation(
                        "equation",
                        "residual",
                        1,
                        "it holds",
                        at -> Residual.of(at.y().derivative()))
                .fields("y1", "y2")
                .build();

        assertThat(FormulaCheck.of(new Own(system, Truth.of(Math::sin))).faults())
                .containsExactly(
                        Own.class.getName() + ": the truth of system must have each of the fields [y1, y2] at each of 5"
                                + " points, but has fields with [5] points: give [fields][points], in the declared order");
        assertThat(FormulaCheck.of(new Own(system, points -> new double[2][1])).faults())
                .containsExactly(
                        Own.class.getName() + ": the truth of system must have each of the fields [y1, y2] at each of 5"
                                + " points, but has fields with [1, 1] points: give [fields][points], in the declared order");
    }

    @Test
    void whatAProblemThrowsItselfMayBeOtherwiseWithOtherSettings() {
        FormulaCheck.Findings findings = FormulaCheck.of(new Own(
                burgers()
                        .equation("equation", "interior", 1, "it holds", at -> {
                            throw new UnsupportedOperationException("not for this viscosity");
                        })
                        .build(),
                null));

        assertThat(findings.faults()).isEmpty();
        assertThat(withoutLines(findings.warnings()))
                .containsExactly(
                        "the term equation (FormulaCheckTest.java): nothing must be thrown, but with the default"
                                + " settings got java.lang.UnsupportedOperationException: not for this viscosity");
    }

    @Test
    void linesThatHaveNothingToDoWithEachOtherAreDoubted() {
        assertThat(warningOfLines(0, 1, "s", -1, 1, "m"))
                .containsExactly(Own.class.getName()
                        + ": all intervals are along the one input s, but their units are [m, s]: of"
                        + " several inputs declare each, as in input(\"t\", 0, 1, 1, \"s\"), with box(..) for their"
                        + " points");
        assertThat(warningOfLines(0, 1, "s", 2, 3, "s"))
                .containsExactly(Own.class.getName()
                        + ": no interval has points between 1.0 and 2.0, where two begins, though the"
                        + " fields depend on the one input s: nothing ties the fields on one side to those on the other;"
                        + " let intervals touch, or declare several inputs");
        assertThat(warningOfLines(0, 1, "s", 1, 3, "s")).isEmpty();
    }

    private static List<String> warningOfLines(
            double from, double to, String unit, double from2, double to2, String unit2) {
        ProblemDeclaration declaration = ProblemDeclaration.of("lines", "y' = 0", "test")
                .interval("one", "linear", from, to, 20, unit)
                .interval("two", "linear", from2, to2, 20, unit2)
                .equation(
                        "equation",
                        "one",
                        1,
                        "it holds",
                        at -> Residual.of(at.y().derivative()))
                .fields("y")
                .build();
        FormulaCheck.Findings findings = FormulaCheck.of(new Own(declaration, null));
        assertThat(findings.faults()).isEmpty();
        return findings.warnings();
    }

    private static DeclarationBuilder burgers() {
        return ProblemDeclaration.of("burgers", "u_t + u u_x = nu u_xx", "test")
                .parameter("viscosity", 0.01, new Law.GreaterThan(0), "1", "The viscosity.")
                .input("t", 0, 1, 1, "1")
                .input("x", -1, 1, 2, "1")
                .fields("u")
                .box("interior", 100);
    }

    private static List<String> faultsOf(Formula equation) {
        return faults(burgers(), equation);
    }

    /** The faults, without the class, which is the same, and without the numbers of lines. */
    private static List<String> faults(DeclarationBuilder builder, Formula equation) {
        ProblemDeclaration declaration = builder.equation("equation", "interior", 1, "it holds", equation)
                .build();
        return withoutLines(FormulaCheck.of(new Own(declaration, null)).faults());
    }

    private static List<String> withoutLines(List<String> sentences) {
        assertThat(sentences).allSatisfy(sentence -> assertThat(sentence).startsWith(Own.class.getName() + ", "));
        return sentences.stream()
                .map(sentence -> sentence.substring(Own.class.getName().length() + 2)
                        .replaceAll("Test\\.java:\\d+", "Test.java"))
                .toList();
    }
}
