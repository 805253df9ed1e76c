package stiffsweep.analysis;

import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table in LaTeX, with the cells of the one for reading; it needs the package booktabs. */
final class TableLatex {

    private static final Pattern POWER = Pattern.compile("(-?[0-9.]+)e(-?[0-9]+)");

    private TableLatex() {}

    static String of(Table table) {
        int columns = table.columns().size();
        int[] digits = table.digits(TableText.DIGITS);
        StringBuilder text = new StringBuilder("\\begin{tabular}{");
        for (int i = 0; i < columns; i++) {
            text.append(TableText.numeric(table, i) ? 'r' : 'l');
        }
        text.append("}\n\\toprule\n");
        text.append(line(table.columns().stream().map(TableLatex::escaped).toList()));
        text.append("\\midrule\n");
        for (List<@Nullable Object> row : table.rows()) {
            StringJoiner line = new StringJoiner(" & ", "", " \\\\\n");
            List<String> cells = TableText.cells(row, digits);
            for (int i = 0; i < columns; i++) {
                line.add(row.get(i) instanceof Number ? number(cells.get(i)) : escaped(cells.get(i)));
            }
            text.append(line);
        }
        return text.append("\\bottomrule\n\\end{tabular}\n").toString();
    }

    private static String line(List<String> cells) {
        return String.join(" & ", cells) + " \\\\\n";
    }

    /** In mathematics, where a minus is one: {@code $1.2 \times 10^{-7}$}. */
    private static String number(String number) {
        return "$"
                + POWER.matcher(number)
                        .replaceFirst("$1 \\\\times 10^{$2}")
                        .replace("inf", "\\infty")
                        .replace("NaN", "\\mathrm{NaN}")
                + "$";
    }

    private static String escaped(String text) {
        return text.chars().mapToObj(c -> escaped((char) c)).collect(Collectors.joining());
    }

    private static String escaped(char c) {
        return switch (c) {
            case '&', '%', '$', '#', '_', '{', '}' -> "\\" + c;
            case '\\' -> "\\textbackslash{}";
            case '~' -> "\\textasciitilde{}";
            case '^' -> "\\textasciicircum{}";
            case '<', '>', '|' -> "$" + c + "$";
            case '\n' -> " ";
            default -> String.valueOf(c);
        };
    }
}
