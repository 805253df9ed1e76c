package stiffsweep.analysis.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.NumberText;
import stiffsweep.analysis.Resource;
import stiffsweep.analysis.Table;

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

    /** Figures side by side; their drawings are taken from the folder that they were written to. */
    Page figures(List<CaptionedFigure> figures, Path folder) throws IOException {
        body.append("<div class=\"figures\">\n");
        for (CaptionedFigure captioned : figures) {
            String name = captioned.figure().name();
            String svg = Files.readString(folder.resolve(name + ".svg"));
            body.append("<figure>\n")
                    .append(svg.substring(svg.indexOf("<svg")).stripTrailing())
                    .append("\n<figcaption>")
                    .append(escaped(captioned.caption()))
                    .append(" Files: ")
                    .append(List.of("svg", "png", "csv").stream()
                            .map(ending -> "<a href=\"" + name + "." + ending + "\">" + ending + "</a>")
                            .collect(Collectors.joining(", ")))
                    .append(".</figcaption>\n</figure>\n");
        }
        body.append("</div>\n");
        return this;
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
