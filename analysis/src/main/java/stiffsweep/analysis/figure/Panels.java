package stiffsweep.analysis.figure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.Table;

/**
 * Plots side by side over one legend: small multiples of one figure, or several measures of the same trials. Axes that are
 * equal have one range, and where all are, one label.
 *
 * @param name the name of its files, without ending
 * @param title the title above all
 * @param columns how many plots stand in a row
 * @param panels the plots, row by row; their titles stand above each
 */
public record Panels(String name, String title, int columns, List<Figure> panels) implements Picture {

    private static final String PANEL = "panel";

    public Panels {
        Picture.requireFileName(name);
        panels = List.copyOf(panels);
        if (columns < 1) {
            throw new IllegalArgumentException("panels must stand in 1 column or more, but got " + columns);
        }
    }

    /** A figure as the only panel. */
    static Panels of(Figure figure) {
        Figure untitled = new Figure(figure.name(), "", figure.x(), figure.y(), figure.series());
        return new Panels(figure.name(), figure.title(), 1, List.of(untitled));
    }

    @Override
    public boolean isEmpty() {
        return panels.stream().allMatch(Figure::isEmpty);
    }

    @Override
    public long unshown() {
        return panels.stream().mapToLong(Figure::unshown).sum();
    }

    /** The points of all panels, under the names of their axes where these are the same in all, and else under x and y. */
    @Override
    public Table points() {
        List<Table> tables = panels.stream().map(Figure::points).toList();
        List<String> names = new ArrayList<>(List.of(PANEL));
        for (int i = 0; !tables.isEmpty() && i < tables.get(0).columns().size(); i++) {
            int at = i;
            String first = tables.get(0).columns().get(at);
            boolean isSame =
                    tables.stream().allMatch(table -> table.columns().get(at).equals(first));
            names.add(isSame ? first : i == 1 ? "x" : "y");
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < panels.size(); i++) {
            String title = panels.get(i).title();
            for (List<@Nullable Object> row : tables.get(i).rows()) {
                List<@Nullable Object> withTitle = new ArrayList<>();
                withTitle.add(title);
                withTitle.addAll(row);
                rows.add(withTitle);
            }
        }
        return new Table(names, rows);
    }
}
