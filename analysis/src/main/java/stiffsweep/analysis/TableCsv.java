package stiffsweep.analysis;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV after RFC 4180, but with lines that end in LF, as shells want them.
 *
 * <p>Null is an empty field and an empty text is {@code ""}, so that the two stay apart; numbers that are not finite
 * are {@code NaN}, {@code inf} and {@code -inf}, which pandas and DuckDB read as such.
 */
final class TableCsv {

    private TableCsv() {}

    static String of(Table table) {
        StringBuilder csv = new StringBuilder(line(table.columns()));
        table.rows().forEach(row -> csv.append(line(row)));
        return csv.toString();
    }

    private static String line(List<? extends @Nullable Object> values) {
        return values.stream().map(TableCsv::field).collect(Collectors.joining(",")) + "\n";
    }

    private static String field(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number && Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        String text = value.toString();
        boolean bare = !text.isEmpty() && text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return bare ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
