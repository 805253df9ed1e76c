package stiffsweep.analysis.report;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.NumberText;
import stiffsweep.analysis.Resource;
import stiffsweep.analysis.Table;
import stiffsweep.analysis.figure.FigureWriter;

/** A page of HTML that needs nothing beside itself. */
final class Page {

    private static final int DIGITS = 4;

    private final StringBuilder body = new StringBuilder();

    Page heading(String text) {
        body.append("<h2>").append(escaped(text)).append("</h2>\n");
        return this;
    }

    Page paragraph(String text) {
        body.append("<p>").append(escaped(text)).append("</p>\n");
        return this;
    }

    Page code(String text) {
        body.append("<pre>").append(escaped(text)).append("</pre>\n");
        return this;
    }

    /** Begins figures that stand side by side. */
    Page beginFigures() {
        body.append("<div class=\"figures\">\n");
        return this;
    }

    Page endFigures() {
        body.append("</div>\n");
        return this;
    }

    /**
     * A figure.
     *
     * @param name the name of its files, which stand beside the page
     * @param svg its drawing
     * @param caption what it shows
     */
    void figure(String name, String svg, String caption) {
        body.append("<figure>\n")
                .append(svg)
                .append("\n<figcaption>")
                .append(escaped(caption))
                .append(" Files: ")
                .append(FigureWriter.ENDINGS.stream()
                        .map(ending -> "<a href=\"" + name + ending + "\">" + ending.substring(1) + "</a>")
                        .collect(Collectors.joining(", ")))
                .append(".</figcaption>\n</figure>\n");
    }

    /** In the place of a figure that could not be drawn, its name and the reason. */
    void missingFigure(String name, String reason) {
        absentFigure("Figure " + name + " is missing: " + reason);
    }

    /** In the place of a figure, a sentence that says why there is none. */
    void absentFigure(String sentence) {
        body.append("<figure class=\"absent\"><p>").append(escaped(sentence)).append("</p></figure>\n");
    }

    Page table(Table table) {
        body.append("<div class=\"table\"><table>\n<tr>");
        table.columns()
                .forEach(column -> body.append("<th>").append(escaped(column)).append("</th>"));
        body.append("</tr>\n");
        int[] digits = table.digits(DIGITS);
        for (List<@Nullable Object> row : table.rows()) {
            body.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                body.append(row.get(i) instanceof Number ? "<td class=\"number\">" : "<td>")
                        .append(escaped(cell(row.get(i), digits[i])))
                        .append("</td>");
            }
            body.append("</tr>\n");
        }
        body.append("</table></div>\n");
        return this;
    }

    /** A table that is folded away until it is asked for. */
    Page folded(String summary, Table table) {
        body.append("<details><summary>").append(escaped(summary)).append("</summary>\n");
        table(table);
        body.append("</details>\n");
        return this;
    }

    /** The whole page. */
    String html(String title) {
        return Resource.text(Page.class, "report.html")
                .replace("{title}", escaped(title))
                .replace("{style}", Resource.text(Page.class, "report.css"))
                .replace("{body}", body);
    }

    private static String cell(@Nullable Object value, int digits) {
        if (value == null) {
            return "–";
        }
        return value instanceof Double number ? NumberText.rounded(number, digits) : value.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
