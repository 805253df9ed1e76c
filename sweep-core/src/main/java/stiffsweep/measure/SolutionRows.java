package stiffsweep.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.Field;
import stiffsweep.problem.Solved;
import stiffsweep.result.SolutionPoint;
import stiffsweep.sampling.Points;

/** The rows that a trial's solution has in the table of solutions. */
final class SolutionRows {

    private SolutionRows() {}

    /** A row for each field and point. */
    static List<SolutionPoint> of(
            ProblemDeclaration declaration, Solved solved, double @Nullable [] weights, @Nullable Baseline baseline) {
        String first = declaration.solutionFields().get(0);
        List<SolutionPoint> rows = new ArrayList<>();
        for (Field field : declaration.fields()) {
            boolean isTerm = field.kind() == Field.Kind.TERM;
            String name = isTerm ? field.name() + "/" + first : field.name();
            double[] values = solved.values(field.name());
            double[] truth = truth(solved.truths(), field.name());
            boolean isFirst = field.name().equals(first);
            for (int i = 0; i < values.length; i++) {
                double value = isTerm ? values[i] / solved.values(first)[i] : values[i];
                rows.add(row(
                        name, solved.points(), i, value, truth, isFirst ? weights : null, isFirst ? baseline : null));
            }
        }
        return rows;
    }

    /** The rows of a baseline alone, where nothing was trained. */
    static List<SolutionPoint> of(String field, Points points, double @Nullable [] truth, Baseline baseline) {
        List<SolutionPoint> rows = new ArrayList<>();
        for (int i = 0; i < points.count(); i++) {
            rows.add(row(field, points, i, null, truth, null, baseline));
        }
        return rows;
    }

    private static SolutionPoint row(
            String field,
            Points points,
            int point,
            @Nullable Double value,
            double @Nullable [] truth,
            double @Nullable [] weights,
            @Nullable Baseline baseline) {
        SolutionPoint.Band band = baseline == null ? SolutionPoint.Band.NONE : baseline.at(point);
        return new SolutionPoint(
                field,
                coordinate("x", points, point),
                coordinate("t", points, point),
                coordinate("v", points, point),
                value,
                at(truth, point),
                at(weights, point),
                band);
    }

    private static @Nullable Double coordinate(String column, Points points, int point) {
        if (points.inputs().size() == 1) {
            return column.equals("x") ? points.x()[point] : null;
        }
        return points.inputs().contains(column) ? points.of(column)[point] : null;
    }

    private static @Nullable Double at(double @Nullable [] values, int point) {
        return values == null ? null : values[point];
    }

    private static double @Nullable [] truth(@Nullable Map<String, double[]> truths, String field) {
        return truths == null ? null : truths.get(field);
    }
}
