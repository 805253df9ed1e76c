package stiffsweep.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.formula.Formula;

class MethodLawsTest {

    @Test
    void refusesUnitsOfTheFieldWhereThereAreSeveral() {
        assertThatCode(() -> check("y")).doesNotThrowAnyException();
        assertThatThrownBy(() -> check("y", "z"))
                .hasMessageContaining("mine.conf:3: loss.weighting: must be another one where problem.kind = mine")
                .hasMessageContaining("y, z");
    }

    @Test
    void refusesAMatrixOfPointsWhereAnInputIsIntegratedOver() {
        assertThatCode(() -> checkSolver("cg", "levenberg-marquardt")).doesNotThrowAnyException();
        assertThatCode(() -> checkSolver("auto", "levenberg-marquardt")).doesNotThrowAnyException();
        assertThatCode(() -> checkSolver("gram", "lbfgs")).doesNotThrowAnyException();
        for (String solver : List.of("gram", "normal")) {
            assertThatThrownBy(() -> checkSolver(solver, "levenberg-marquardt"))
                    .hasMessageContaining("mine.conf:3: training.levenberg-marquardt.solver: must be auto or cg where"
                            + " problem.kind = mine")
                    .hasMessageContaining("averages over v")
                    .hasMessageContaining("but got " + solver);
        }
    }

    @Test
    void refusesANumberForEachPointWhereAnInputIsIntegratedOver() {
        assertThatCode(() -> check(averaged(), Map.of("loss.weighting", "jacobian")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check(averaged(), Map.of("loss.weighting", "soft-attention")))
                .hasMessageContaining(
                        "mine.conf:3: loss.weighting: must be one of plain, jacobian, field where problem.kind"
                                + " = mine, whose residuals at a point are averages over v or differ along it, but got"
                                + " soft-attention");
    }

    @Test
    void refusesHardConditionsOfAFormulationThatHasNone() {
        Map<String, Object> values = Map.of("loss.formulation", "plain", "loss.conditions", "hard");
        assertThatCode(() -> check(twoWays(), Map.of("loss.formulation", "exact", "loss.conditions", "hard")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check(twoWays(), values))
                .hasMessageContaining(
                        "mine.conf:3: loss.conditions: must be soft where loss.formulation = plain, whose fields"
                                + " do not meet conditions by themselves, but got hard");
    }

    private static ProblemDeclaration twoWays() {
        return ProblemDeclaration.of("mine", "f' = 0", "test")
                .input("x", 0, 1, 1, "1")
                .box("interior", 10)
                .formulation("plain")
                .equation("equation", "interior", 1, "the equation holds", Formula.truthOf("f"))
                .fields("f")
                .formulation("exact")
                .equation("equation", "interior", 1, "the equation holds", Formula.truthOf("f"))
                .fields("f")
                .hard("f", at -> at.function("f").times(at.x()))
                .build();
    }

    private static void checkSolver(String solver, String optimizer) {
        check(
                averaged(),
                Map.of("training.levenberg-marquardt.solver", solver, "training.polish.optimizer", optimizer));
    }

    private static ProblemDeclaration averaged() {
        return ProblemDeclaration.of("mine", "v f' = 0", "test")
                .input("x", 0, 1, 1, "1")
                .quadrature("v", -1, 1, 8, "1")
                .box("interior", 10)
                .equation("equation", "interior", 1, "the equation holds", Formula.truthOf("f"))
                .fields("f")
                .build();
    }

    private static void check(String... fields) {
        ProblemDeclaration declaration = ProblemDeclaration.of("mine", "y' = z", "test")
                .interval("residual", "linear", 0, 1, 10, "x")
                .equation("equation", "residual", 1, "the equation holds", Formula.truthOf("y"))
                .fields(fields)
                .build();
        check(declaration, Map.of("loss.weighting", "field"));
    }

    private static void check(ProblemDeclaration declaration, Map<String, Object> values) {
        Faults faults = new Faults();
        new MethodLaws(paths -> "mine.conf:3", faults).check(declaration, values);
        faults.throwIfAny();
    }
}
