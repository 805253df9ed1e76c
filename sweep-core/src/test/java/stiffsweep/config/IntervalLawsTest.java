package stiffsweep.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.problem.Problems;

class IntervalLawsTest {

    @Test
    void refusesPointsBetweenThoseOfABoxOrGrid() {
        assertThatCode(() -> check("linear-decay", 3)).doesNotThrowAnyException();
        assertThatCode(() -> check("wave", 0)).doesNotThrowAnyException();
        assertThatThrownBy(() -> check("wave", 3))
                .hasMessageContaining(
                        "mine.conf:3: measure.between: must be 0 where problem.kind = wave, whose errors are not"
                                + " taken on a line, but got 3");
    }

    private static void check(String problem, long between) {
        ProblemDeclaration declaration = Problems.named(problem).declaration();
        Faults faults = new Faults();
        new IntervalLaws(paths -> "mine.conf:3", faults).check(declaration, Map.of("measure.between", between));
        faults.throwIfAny();
    }
}
