package stiffsweep.store;

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
}
