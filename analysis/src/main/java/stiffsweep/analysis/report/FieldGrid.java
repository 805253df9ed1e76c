package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Sql;
import stiffsweep.store.SolutionColumns;

/**
 * A field of a trial over two inputs, on a grid. Of three inputs or more the time is held at its last stored value, and others
 * in the middle of theirs.
 *
 * @param x the column of the first input
 * @param y the column of the second
 * @param held what each other input is held at, by its column
 * @param columns the places along the first input, ascending
 * @param rows the places along the second input, ascending
 * @param values the trained field at each place, column by column; NaN where it has no value
 * @param truth the truth there, in the same order
 */
record FieldGrid(
        String x,
        String y,
        SortedMap<String, Double> held,
        List<Double> columns,
        List<Double> rows,
        List<Double> values,
        List<Double> truth) {

    FieldGrid {
        held = Collections.unmodifiableSortedMap(new TreeMap<>(held));
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        values = List.copyOf(values);
        truth = List.copyOf(truth);
    }

    /** A point of a field. */
    private record Point(double x, double y, double value, double truth) {}

    /**
     * That of a field of a trial; null where its points are no grid.
     *
     * @param ofField the columns of the inputs that the field depends on, two or more
     */
    static @Nullable FieldGrid of(Results results, String trial, String field, List<String> ofField) {
        List<String> inputs = timeLast(ofField);
        SortedMap<String, Double> held = new TreeMap<>();
        for (String input : inputs.subList(2, inputs.size())) {
            List<Double> stored = stored(results, trial, field, input);
            held.put(input, stored.get(isTime(input) ? stored.size() - 1 : (stored.size() - 1) / 2));
        }
        List<Point> points = points(results, trial, field, inputs, held);
        List<Double> columns = distinct(points.stream().map(Point::x).toList());
        List<Double> rows = distinct(points.stream().map(Point::y).toList());
        // In the order of a grid each point stands where the grid has it, or it is none.
        boolean isGrid = points.size() == columns.size() * rows.size()
                && IntStream.range(0, points.size())
                        .allMatch(i -> points.get(i).x() == columns.get(i / rows.size())
                                && points.get(i).y() == rows.get(i % rows.size()));
        return isGrid
                ? new FieldGrid(
                        inputs.get(0),
                        inputs.get(1),
                        held,
                        columns,
                        rows,
                        points.stream().map(Point::value).toList(),
                        points.stream().map(Point::truth).toList())
                : null;
    }

    boolean hasTruth() {
        return truth.stream().anyMatch(Double::isFinite);
    }

    boolean isTrained() {
        return values.stream().anyMatch(Double::isFinite);
    }

    /** The size of the difference to the truth at each place. */
    List<Double> errors() {
        return IntStream.range(0, values.size())
                .mapToObj(i -> Math.abs(values.get(i) - truth.get(i)))
                .toList();
    }

    /** Whether a column holds the time. */
    static boolean isTime(String input) {
        return input.equals(SolutionColumns.T.name());
    }

    /** Of three inputs or more, those of a picture at one time come first. */
    private static List<String> timeLast(List<String> inputs) {
        List<String> ordered = new ArrayList<>(inputs);
        if (inputs.size() > 2) {
            ordered.sort(Comparator.comparing(FieldGrid::isTime));
        }
        return ordered;
    }

    /** The stored values of an input, ascending. */
    private static List<Double> stored(Results results, String trial, String field, String input) {
        String places = "select distinct " + Sql.identifier(input) + "::double as place from solutions"
                + " where trial_id = ? and field = ? and place is not null";
        List<Double> stored = new ArrayList<>();
        for (List<@Nullable Object> row :
                results.query(places + " order by place", trial, field).rows()) {
            stored.add(number(row.get(0)));
        }
        return stored;
    }

    private static List<Point> points(
            Results results, String trial, String field, List<String> inputs, Map<String, Double> held) {
        StringBuilder query = new StringBuilder("select %s::double, %s::double, %s::double, %s::double from solutions"
                .formatted(
                        Sql.identifier(inputs.get(0)),
                        Sql.identifier(inputs.get(1)),
                        SolutionColumns.VALUE.name(),
                        SolutionColumns.TRUTH.name()));
        List<Object> parameters = new ArrayList<>(Arrays.asList(trial, field));
        query.append(" where trial_id = ? and field = ?");
        held.forEach((input, place) -> {
            query.append(" and ").append(Sql.identifier(input)).append("::double = ?");
            parameters.add(place);
        });
        query.append(" order by 1, 2");
        return results.query(query.toString(), parameters.toArray()).rows().stream()
                .map(row -> new Point(number(row.get(0)), number(row.get(1)), number(row.get(2)), number(row.get(3))))
                .toList();
    }

    private static List<Double> distinct(List<Double> places) {
        return List.copyOf(new TreeSet<>(places));
    }

    private static double number(@Nullable Object value) {
        return value instanceof Double number ? number : Double.NaN;
    }
}
