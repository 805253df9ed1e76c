package stiffsweep.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Formula;
import stiffsweep.problem.Problems;
import stiffsweep.problem.Solved;
import stiffsweep.result.SolutionPoint;
import stiffsweep.sampling.Points;

class SolutionRowsTest {

    @ParameterizedTest
    @CsvSource({"robertson, t", "vector-production, x", "linear-decay, x"})
    void namesEachPointByTheColumnOfItsInput(String problem, String column) {
        ProblemDeclaration declaration = Problems.declarations().stream()
                .filter(known -> known.name().equals(problem))
                .findFirst()
                .orElseThrow();
        Map<String, double[]> values = new TreeMap<>();
        declaration.fields().forEach(field -> values.put(field.name(), new double[] {1, 2}));
        Solved solved = new Solved(
                new Settings(new TreeMap<>()),
                Map.of(),
                Points.onLine(declaration.input().name(), new double[] {0.5, 4}),
                values,
                null);

        List<SolutionPoint> rows = SolutionRows.of(declaration, solved, null, Map.of());

        assertThat(rows).hasSize(2 * declaration.fields().size());
        assertThat(rows.get(0).at()).isEqualTo(Map.of(column, 0.5));
        assertThat(rows.get(1).at()).isEqualTo(Map.of(column, 4.0));
    }

    @Test
    void aFieldOfAnotherFormulationHasNoRows() {
        ProblemDeclaration declaration = ProblemDeclaration.of("two-ways", "y = 0", "test")
                .interval("line", "linear", 0, 1, 2, "x")
                .equation("equation", "line", 1, "the equation holds", Formula.truthOf("y"))
                .field("y", at -> at.function("u"))
                .formulation("one")
                .coefficients("u")
                .formulation("other")
                .coefficients("u", "w")
                .build();
        Map<String, double[]> values = Map.of("y", new double[] {1}, "u", new double[] {2});
        Points points = Points.onLine("x", new double[] {0.5});
        Solved solved = new Solved(new Settings(new TreeMap<>()), Map.of(), points, values, null);

        assertThat(SolutionRows.of(declaration, solved, null, Map.of()))
                .extracting(SolutionPoint::field)
                .containsExactly("y", "u");
    }

    @Test
    void namesEachPointOfSeveralInputsByAllOfThem() {
        ProblemDeclaration declaration = Problems.named("helmholtz").declaration();
        Points points = Points.of(new TreeMap<>(Map.of("x", new double[] {0.5}, "y", new double[] {-1})));
        Solved solved =
                new Solved(new Settings(new TreeMap<>()), Map.of(), points, Map.of("u", new double[] {2}), null);

        assertThat(SolutionRows.of(declaration, solved, null, Map.of()).get(0).at())
                .isEqualTo(Map.of("x", 0.5, "y", -1.0));
    }
}
