package stiffsweep.analysis;

import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A table in Markdown, with the cells of the one for reading. */
final class TableMarkdown {

    private TableMarkdown() {}

    static String of(Table table) {
        int columns = table.columns().size();
        int[] digits = table.digits(TableText.DIGITS);
        StringJoiner rule = new StringJoiner("|", "|", "|\n");
        for (int i = 0; i < columns; i++) {
            rule.add(TableText.numeric(table, i) ? "---:" : "---");
        }
        StringBuilder text = new StringBuilder(line(table.columns())).append(rule);
        for (List<@Nullable Object> row : table.rows()) {
            text.append(line(TableText.cells(row, digits)));
        }
        return text.toString();
    }

    private static String line(List<String> cells) {
        StringJoiner line = new StringJoiner(" | ", "| ", " |\n");
        cells.forEach(cell -> line.add(escaped(cell)));
        return line.toString();
    }

    private static String escaped(String cell) {
        return cell.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("*", "\\*")
                .replace("\n", " ");
    }
}
