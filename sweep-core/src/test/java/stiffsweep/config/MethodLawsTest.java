package stiffsweep.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    private static void check(String... fields) {
        ProblemDeclaration declaration = ProblemDeclaration.of("mine", "y' = z", "test")
                .interval("residual", "linear", 0, 1, 10, "x")
                .equation("equation", "residual", 1, "the equation holds", Formula.truthOf("y"))
                .fields(fields)
                .build();
        Faults faults = new Faults();
        new MethodLaws(paths -> "mine.conf:3", faults).check(declaration, Map.of("loss.weighting", "field"));
        faults.throwIfAny();
    }
}
