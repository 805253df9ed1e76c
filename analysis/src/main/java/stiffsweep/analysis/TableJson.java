package stiffsweep.analysis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as a JSON array of objects, one on each line.
 *
 * <p>JSON has no word for numbers that are not finite: they are the strings {@code "NaN"}, {@code "Infinity"} and
 * {@code "-Infinity"}, so that a diverged loss is not taken for a missing one, which is null.
 */
final class TableJson {

    private TableJson() {}

    static String of(Table table) {
        List<String> objects = new ArrayList<>(table.rows().size());
        table.rows().forEach(row -> objects.add("  " + object(table.columns(), row)));
        return objects.isEmpty() ? "[]\n" : "[\n" + String.join(",\n", objects) + "\n]\n";
    }

    /** One object, on one line. */
    static String object(List<String> names, List<@Nullable Object> values) {
        List<String> members = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            members.add(Json.quoted(names.get(i)) + ": " + value(values.get(i)));
        }
        return "{" + String.join(", ", members) + "}";
    }

    private static String value(@Nullable Object value) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            return Json.quoted(number.toString());
        }
        return value instanceof String text ? Json.quoted(text) : String.valueOf(value);
    }
}
