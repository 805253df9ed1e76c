package stiffsweep.analysis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table as aligned text: words to the left, numbers to the right, null as a dash. */
final class TableText {

    static final int DIGITS = 5;
    private static final String GAP = "  ";

    private TableText() {}

    static String of(Table table) {
        int columns = table.columns().size();
        int[] digits = table.digits(DIGITS);
        int[] widths = new int[columns];
        for (int i = 0; i < columns; i++) {
            widths[i] = table.columns().get(i).length();
            for (List<@Nullable Object> row : table.rows()) {
                widths[i] = Math.max(widths[i], cell(row.get(i), digits[i]).length());
            }
        }
        StringBuilder text = new StringBuilder();
        StringBuilder header = new StringBuilder();
        StringBuilder rule = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            String gap = i == 0 ? "" : GAP;
            header.append(gap).append(padded(table.columns().get(i), widths[i], numeric(table, i)));
            rule.append(gap).append("-".repeat(widths[i]));
        }
        text.append(header.toString().stripTrailing()).append('\n').append(rule).append('\n');
        for (List<@Nullable Object> row : table.rows()) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(i == 0 ? "" : GAP)
                        .append(padded(cell(row.get(i), digits[i]), widths[i], numeric(table, i)));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** Whether a column holds numbers alone. */
    static boolean numeric(Table table, int column) {
        return table.rows().stream()
                .map(row -> row.get(column))
                .allMatch(value -> value == null || value instanceof Number);
    }

    /** The cells of a row, numbers rounded to some digits for each column. */
    static List<String> cells(List<@Nullable Object> row, int[] digits) {
        List<String> cells = new ArrayList<>(row.size());
        for (int i = 0; i < row.size(); i++) {
            cells.add(cell(row.get(i), digits[i]));
        }
        return cells;
    }

    private static String cell(@Nullable Object value, int digits) {
        if (value == null) {
            return "-";
        }
        return value instanceof Double number ? NumberText.rounded(number, digits) : value.toString();
    }

    private static String padded(String cell, int width, boolean right) {
        String spaces = " ".repeat(width - cell.length());
        return right ? spaces + cell : cell + spaces;
    }
}
