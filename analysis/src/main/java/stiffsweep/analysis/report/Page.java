package stiffsweep.analysis.report;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.Json;
import stiffsweep.analysis.NumberText;
import stiffsweep.analysis.Resource;
import stiffsweep.analysis.Table;
import stiffsweep.analysis.figure.FigureWriter;

/**
 * A page of HTML that needs nothing beside itself: no file, no network, and no script to be read.
 *
 * <p>Its script makes tables sortable, and draws figures anew where a reader points at them. Without it there are the drawings and the
 * first rows of each table.
 */
final class Page {

    /** Of a longer table these rows are in the page as such, and all are kept for its script: a browser is slow with thousands. */
    private static final int STATIC_ROWS = 100;

    private static final int DIGITS = 4;

    private final StringBuilder body = new StringBuilder();

    private boolean hasCharts;

    Page heading(String text) {
        body.append("<h2>").append(escaped(text)).append("</h2>\n");
        return this;
    }

    Page subheading(String text) {
        body.append("<h3>").append(escaped(text)).append("</h3>\n");
        return this;
    }

    Page paragraph(String text) {
        body.append("<p>").append(escaped(text)).append("</p>\n");
        return this;
    }

    /** The question that the page answers. */
    Page question(String text) {
        body.append("<p class=\"question\">").append(escaped(text)).append("</p>\n");
        return this;
    }

    /** Sentences of an answer: one that begins with a space belongs to the one before. */
    Page sentences(List<String> sentences) {
        body.append("<ul class=\"answer\">\n");
        for (String sentence : sentences) {
            body.append(sentence.startsWith(" ") ? "<li class=\"further\">" : "<li>")
                    .append(escaped(sentence.strip()))
                    .append("</li>\n");
        }
        body.append("</ul>\n");
        return this;
    }

    Page code(String text) {
        body.append("<pre>").append(escaped(text)).append("</pre>\n");
        return this;
    }

    /** A command, small, as the source of what stands above it. */
    Page source(String command) {
        body.append("<p class=\"source\"><code>").append(escaped(command)).append("</code></p>\n");
        return this;
    }

    /** Begins what is folded away until it is asked for. */
    Page beginFolded(String summary) {
        body.append("<details><summary>").append(escaped(summary)).append("</summary>\n");
        return this;
    }

    Page endFolded() {
        body.append("</details>\n");
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
     * @param json its axes and points for the script; empty where the drawing is all
     * @param caption what it shows
     */
    void figure(String name, String svg, String json, String caption) {
        body.append("<figure id=\"").append(escaped(name)).append("\">\n").append(svg);
        if (!json.isEmpty()) {
            hasCharts = true;
            body.append("\n<script type=\"application/json\">")
                    .append(inScript(json))
                    .append("</script>");
        }
        body.append("\n<figcaption>")
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
        int[] digits = table.digits(DIGITS);
        List<List<@Nullable Object>> rows = table.rows();
        body.append("<div class=\"table\"><table>\n<thead><tr>");
        for (int i = 0; i < table.columns().size(); i++) {
            body.append(isNumber(table, i) ? "<th class=\"number\">" : "<th>")
                    .append(escaped(table.columns().get(i)))
                    .append("</th>");
        }
        body.append("</tr></thead>\n<tbody>\n");
        rows.stream().limit(STATIC_ROWS).forEach(row -> row(row, digits));
        body.append("</tbody></table>");
        if (rows.size() > STATIC_ROWS) {
            body.append("\n<noscript>The first ")
                    .append(STATIC_ROWS)
                    .append(" of ")
                    .append(rows.size())
                    .append(" rows.</noscript>\n<script type=\"application/json\">")
                    .append(inScript(json(rows, digits)))
                    .append("</script>");
        }
        body.append("</div>\n");
        return this;
    }

    private void row(List<@Nullable Object> row, int[] digits) {
        body.append("<tr>");
        for (int i = 0; i < row.size(); i++) {
            body.append(row.get(i) instanceof Number ? "<td class=\"number\">" : "<td>")
                    .append(escaped(cell(row.get(i), digits[i])))
                    .append("</td>");
        }
        body.append("</tr>\n");
    }

    private static String json(List<List<@Nullable Object>> rows, int[] digits) {
        StringBuilder json = new StringBuilder("[");
        for (List<@Nullable Object> row : rows) {
            json.append(json.length() > 1 ? ",\n[" : "[");
            for (int i = 0; i < row.size(); i++) {
                json.append(i > 0 ? "," : "").append(Json.quoted(cell(row.get(i), digits[i])));
            }
            json.append(']');
        }
        return json.append(']').toString();
    }

    /** Whether a column holds numbers, which stand at the right. */
    private static boolean isNumber(Table table, int column) {
        return table.rows().stream().anyMatch(row -> row.get(column) instanceof Number);
    }

    /** A table that is folded away until it is asked for. */
    Page folded(String summary, Table table) {
        return beginFolded(summary).table(table).endFolded();
    }

    /** The whole page. */
    String html(String title) {
        return Resource.text(Page.class, "report.html")
                .replace("{title}", escaped(title))
                .replace("{style}", Resource.text(Page.class, "report.css"))
                .replace("{charts}", hasCharts ? Resource.text(Page.class, "echarts.min.js") : "")
                .replace("{script}", Resource.text(Page.class, "report.js"))
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

    /** JSON in which no tag of HTML can end the script that it stands in. */
    private static String inScript(String json) {
        return json.replace("<", "\\u003c");
    }
}
