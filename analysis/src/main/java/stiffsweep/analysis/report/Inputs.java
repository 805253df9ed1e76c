package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Sql;

/**
 * What the solutions in some results depend on. A field depends on those inputs that its rows have values of.
 *
 * @param columns the columns of {@code solutions} that hold inputs, in the order of figures
 */
record Inputs(List<String> columns) {

    Inputs {
        columns = List.copyOf(columns);
    }

    static Inputs of(Results results) {
        return new Inputs(results.inputs());
    }

    /** SQL for the coordinate of a row that has a single one, in whichever column; null for other rows. */
    String single() {
        String values = columns.stream()
                .map(column -> ", " + Sql.identifier(column) + "::double")
                .collect(Collectors.joining());
        String count = columns.stream()
                .map(column -> " + (" + Sql.identifier(column) + " is not null)::int")
                .collect(Collectors.joining());
        return "case when 0" + count + " = 1 then coalesce(null::double" + values + ") end";
    }

    /** The inputs of each field of a trial that depends on two or more. */
    SortedMap<String, List<String>> several(Results results, String trial) {
        String counts = columns.stream()
                .map(column -> ", count(" + Sql.identifier(column) + ") > 0")
                .collect(Collectors.joining());
        SortedMap<String, List<String>> fields = new TreeMap<>();
        for (List<@Nullable Object> row : results.query(
                        "select field" + counts + " from solutions where trial_id = ? group by field", trial)
                .rows()) {
            List<String> inputs = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                if (Boolean.TRUE.equals(row.get(1 + i))) {
                    inputs.add(columns.get(i));
                }
            }
            if (inputs.size() > 1) {
                fields.put(String.valueOf(row.get(0)), List.copyOf(inputs));
            }
        }
        return Collections.unmodifiableSortedMap(fields);
    }
}
