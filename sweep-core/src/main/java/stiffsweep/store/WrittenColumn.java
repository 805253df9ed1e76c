package stiffsweep.store;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A column with the way its value is found.
 *
 * @param <S> what a row is made of
 * @param column the column
 * @param value finds its value
 */
record WrittenColumn<S>(Column column, Value<S> value) {

    /** Finds a value of the column's Java class, or null where the column does not apply. */
    @FunctionalInterface
    interface Value<S> {
        @Nullable
        Object of(S source);
    }

    static List<Column> columns(List<? extends WrittenColumn<?>> columns) {
        return columns.stream().<Column>map(WrittenColumn::column).toList();
    }

    /** Puts the value of each column that applies into a row. */
    static <S> void write(List<WrittenColumn<S>> columns, S source, SortedMap<String, Object> row) {
        for (WrittenColumn<S> written : columns) {
            Object value = written.value().of(source);
            if (value != null) {
                row.put(written.column().name(), value);
            }
        }
    }

    /** A word; one that is empty says nothing. */
    static @Nullable String word(String word) {
        return word.isEmpty() ? null : word;
    }

    /** A count; zero says nothing. */
    static @Nullable Long count(int count) {
        return count > 0 ? (Long) (long) count : null;
    }
}
