package stiffsweep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.formula.Formula;
import stiffsweep.result.Outcome;
import stiffsweep.result.SolutionPoint;
import stiffsweep.result.TrialResult;
import stiffsweep.sweep.Sweep;

class SolutionColumnsTest {

    /** Files and readers of problems with a single input know x, whatever figures call it. */
    @ParameterizedTest
    @CsvSource({"x, x", "a, x", "m/T, x", "t, t", "v, v"})
    void aSingleInputIsXUnlessItIsTimeOrVelocity(String input, String column) {
        ProblemDeclaration problem = ProblemDeclaration.of("mine", "y' = -y", "")
                .input(input, "1")
                .interval("residual", "linear", 0, 1, 5, "s")
                .equation("equation", "residual", 1, "The equation holds.", Formula.truthOf("y"))
                .fields("y")
                .build();

        assertThat(SolutionColumns.inputs(problem)).containsExactly(column);
        assertThat(SolutionColumns.of(SampleSweep.sweep(problem))).isEqualTo(SolutionColumns.ofAnyProblem());
    }

    @Test
    void furtherInputsStandBesideThoseThatEveryTableHas() {
        assertThat(names(SolutionColumns.of(new TreeSet<>(List.of("t", "x", "y")))))
                .startsWith("trial_id", "field", "x", "t", "v", "y", "value");
        assertThat(names(SolutionColumns.ofAnyProblem())).startsWith("trial_id", "field", "x", "t", "v", "value");
    }

    @Test
    void refusesAnInputThatIsCalledAsAnotherColumn() {
        assertThatThrownBy(() -> SolutionColumns.of(new TreeSet<>(List.of("t", "weight"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("an input has the name of another, weight: rename the input");
    }

    @Test
    void aRowHasTheCoordinateOfEachInput() {
        Sweep sweep = SampleSweep.sweep();
        TrialResult sample =
                SampleSweep.result(sweep.trials().get(0), new Outcome.Completed(Outcome.StoppedBy.EPOCHS), Map.of());
        SolutionPoint point = new SolutionPoint(
                "u", new TreeMap<>(Map.of("t", 0.5, "y", -1.0)), 2.0, null, null, SolutionPoint.Band.NONE);
        TrialResult result = new TrialResult(
                sample.trial(),
                sample.outcome(),
                1,
                new TreeMap<>(),
                List.of(),
                List.of(point),
                List.of(),
                sample.provenance());

        assertThat(SolutionColumns.rows(result).get(0).values())
                .containsAllEntriesOf(Map.of("field", "u", "t", 0.5, "y", -1.0, "value", 2.0))
                .doesNotContainKeys("x", "v");
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
