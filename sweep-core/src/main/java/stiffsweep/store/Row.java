package stiffsweep.store;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One row of a result table.
 *
 * @param values the values by column, each of its column's Java class; a column that is null is absent
 */
public record Row(SortedMap<String, Object> values) {

    public Row {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** The value of a column, or null. */
    public @Nullable Object value(String column) {
        return values.get(column);
    }

    /** The word in a column; empty where there is none. */
    String word(Column column) {
        return value(column.name()) instanceof String word ? word : "";
    }

    /** The count in a column; zero where there is none. */
    long count(Column column) {
        return value(column.name()) instanceof Long count ? count : 0;
    }

    /** The number in a column; NaN where there is none. */
    double number(Column column) {
        return value(column.name()) instanceof Double number ? number : Double.NaN;
    }

    /** The moment in a column; the start of 1970 where there is none. */
    Instant moment(Column column) {
        return value(column.name()) instanceof Instant moment ? moment : Instant.EPOCH;
    }
}
