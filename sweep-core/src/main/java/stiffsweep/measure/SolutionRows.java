package stiffsweep.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.Field;
import stiffsweep.problem.Solved;
import stiffsweep.result.SolutionPoint;
import stiffsweep.sampling.Points;
import stiffsweep.store.SolutionColumns;

/** The rows that a trial's solution has in the table of solutions. */
final class SolutionRows {

    private SolutionRows() {}

    /**
     * A row for each field and point, and for each node there of a field that depends on an input that is integrated over.
     *
     * @param weights the weights of the equation's residuals; null where there are none
     */
    static List<SolutionPoint> of(
            ProblemDeclaration declaration,
            Solved solved,
            double @Nullable [] weights,
            Map<String, Baseline> baselines) {
        String first = declaration.solutionFields().get(0);
        double[] firstValues = solved.values(first);
        List<SolutionPoint> rows = new ArrayList<>();
        for (Field field : declaration.fields()) {
            if (!solved.values().containsKey(field.name())) {
                // It belongs to another formulation.
                continue;
            }
            boolean isTerm = field.kind() == Field.Kind.TERM;
            String name = isTerm ? field.name() + "/" + first : field.name();
            double[] values = solved.values(field.name());
            Map<String, double[]> points = points(declaration, solved.points(field.name()));
            boolean isOverNodes = values.length > solved.points().count();
            double[] truth = isOverNodes ? null : truth(solved.truths(), field.name());
            boolean isFirst = field.name().equals(first) && !isOverNodes;
            Baseline baseline = baselines.get(field.name());
            boolean isWeighed = isFirst && weights != null && weights.length == values.length;
            int nodes = values.length / firstValues.length;
            for (int i = 0; i < values.length; i++) {
                double value = isTerm ? values[i] / firstValues[i / nodes] : values[i];
                rows.add(row(name, points, i, value, truth, isWeighed ? weights : null, baseline));
            }
        }
        return rows;
    }

    /** The rows of a baseline alone, where nothing was trained. */
    static List<SolutionPoint> of(
            ProblemDeclaration declaration, Points measured, double @Nullable [] truth, Baseline baseline) {
        String first = declaration.solutionFields().get(0);
        Map<String, double[]> points = points(declaration, measured);
        List<SolutionPoint> rows = new ArrayList<>();
        for (int i = 0; i < measured.count(); i++) {
            rows.add(row(first, points, i, null, truth, null, baseline));
        }
        return rows;
    }

    /** The coordinates of points by the column that holds the input. */
    private static Map<String, double[]> points(ProblemDeclaration declaration, Points measured) {
        List<String> columns = SolutionColumns.inputs(declaration);
        Map<String, double[]> points = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String input = declaration.inputs().get(i).name();
            if (measured.inputs().contains(input)) {
                points.put(columns.get(i), measured.of(input));
            }
        }
        return points;
    }

    private static SolutionPoint row(
            String field,
            Map<String, double[]> points,
            int point,
            @Nullable Double value,
            double @Nullable [] truth,
            double @Nullable [] weights,
            @Nullable Baseline baseline) {
        SolutionPoint.Band band = baseline == null ? SolutionPoint.Band.NONE : baseline.at(point);
        SortedMap<String, Double> at = new TreeMap<>();
        points.forEach((input, coordinates) -> at.put(input, coordinates[point]));
        return new SolutionPoint(field, at, value, at(truth, point), at(weights, point), band);
    }

    private static @Nullable Double at(double @Nullable [] values, int point) {
        return values == null ? null : values[point];
    }

    private static double @Nullable [] truth(@Nullable Map<String, double[]> truths, String field) {
        return truths == null ? null : truths.get(field);
    }
}
