package stiffsweep.jobs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Table;
import stiffsweep.result.TrialResult;
import stiffsweep.store.Column;
import stiffsweep.store.CurveColumns;
import stiffsweep.store.Row;
import stiffsweep.store.SolutionColumns;
import stiffsweep.store.TrialColumns;
import stiffsweep.store.TrialRows;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.TrialId;

/**
 * What was measured on one trial, wherever and whenever it was run.
 *
 * @param values each value by its place, such as {@code loss_total at epoch 100}
 */
record TrialNumbers(Map<String, Object> values) {

    TrialNumbers {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Those of a result. */
    static TrialNumbers of(TrialResult result, Sweep sweep) {
        Map<String, Object> values = new LinkedHashMap<>();
        put(values, TrialColumns.results(sweep), List.of(new TrialRows(sweep).row(result)));
        put(values, CurveColumns.of(sweep), CurveColumns.rows(result));
        put(values, SolutionColumns.of(sweep), SolutionColumns.rows(result));
        return new TrialNumbers(values);
    }

    /** Those that a result folder has of a trial. */
    static TrialNumbers in(Results results, Sweep sweep, TrialId trial) {
        Map<String, Object> values = new LinkedHashMap<>();
        put(values, TrialColumns.results(sweep), rows(results, "trials", trial));
        put(values, CurveColumns.of(sweep), rows(results, "curves", trial));
        put(values, SolutionColumns.of(sweep), solutions(results, sweep, trial));
        return new TrialNumbers(values);
    }

    /** The rows of a trial's solution; those of an older code have a single input as x, whatever its column is. */
    private static List<Row> solutions(Results results, Sweep sweep, TrialId trial) {
        List<String> inputs = rows(results, "trials", trial).stream()
                .map(row -> String.valueOf(row.value("problem")))
                .flatMap(problem -> Stream.ofNullable(sweep.declarations().get(problem)))
                .map(SolutionColumns::inputs)
                .findFirst()
                .orElse(List.of());
        List<Row> rows = rows(results, "solutions", trial);
        return inputs.size() == 1
                ? rows.stream().map(row -> withInput(row, inputs.get(0))).toList()
                : rows;
    }

    private static Row withInput(Row row, String input) {
        SortedMap<String, Object> values = new TreeMap<>(row.values());
        Object x = values.remove(SolutionColumns.X.name());
        if (x != null) {
            values.put(input, x);
        }
        return new Row(values);
    }

    /** Every place whose values are not the same to the last bit, with the value here and there. */
    Table differences(TrialNumbers other) {
        Set<String> places = new LinkedHashSet<>(values.keySet());
        places.addAll(other.values.keySet());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (String place : places) {
            Object here = values.get(place);
            Object there = other.values.get(place);
            if (!Objects.equals(here, there)) {
                rows.add(List.of(place, text(here), text(there)));
            }
        }
        return new Table(List.of("number", "in the folder", "now"), rows);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "none" : value.toString();
    }

    /** Puts the values of some rows, but for those that say which row it is. */
    private static void put(Map<String, Object> values, List<Column> columns, List<Row> rows) {
        List<String> keys = columns.stream()
                .filter(column -> column.role() == Column.Role.IDENTITY)
                .map(Column::name)
                .filter(name -> !name.equals(TrialColumns.TRIAL_ID.name()))
                .toList();
        for (Row row : rows) {
            String place = place(row, keys);
            for (Column column : columns) {
                Object value = row.value(column.name());
                if (value != null && !keys.contains(column.name())) {
                    values.put(column.name() + place, value);
                }
            }
        }
    }

    private static String place(Row row, List<String> keys) {
        List<String> place = new ArrayList<>();
        for (String key : keys) {
            Object value = row.value(key);
            if (value != null) {
                place.add(key + " " + value);
            }
        }
        return place.isEmpty() ? "" : " at " + String.join(", ", place);
    }

    /** The rows that a view has of a trial, without what is null. */
    static List<Row> rows(Results results, String view, TrialId trial) {
        Table table = results.query("select * from " + view + " where trial_id = ?", trial.hex());
        List<Row> rows = new ArrayList<>();
        for (List<@Nullable Object> values : table.rows()) {
            SortedMap<String, Object> row = new TreeMap<>();
            for (int i = 0; i < values.size(); i++) {
                Object value = values.get(i);
                if (value != null) {
                    row.put(table.columns().get(i), value);
                }
            }
            rows.add(new Row(row));
        }
        return rows;
    }
}
