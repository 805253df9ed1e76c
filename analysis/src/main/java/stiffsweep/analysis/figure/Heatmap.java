package stiffsweep.analysis.figure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.Table;

/**
 * Maps of quantities over the same grid, side by side, as plain data.
 *
 * @param name the name of its files, without ending
 * @param title the title above the maps
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param columns the grid's places along the horizontal axis, ascending
 * @param rows the grid's places along the vertical axis, ascending
 * @param layers what is shown, a map each, from left to right
 */
public record Heatmap(
        String name,
        String title,
        FigureAxis x,
        FigureAxis y,
        List<Double> columns,
        List<Double> rows,
        List<Layer> layers)
        implements Picture {

    /** Of more rows none is high enough for a note. */
    public static final int MOST_NOTED_ROWS = 20;

    public Heatmap {
        Picture.requireFileName(name);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        layers = List.copyOf(layers);
        int places = columns.size() * rows.size();
        for (Layer layer : layers) {
            if (layer.values().size() != places) {
                throw new IllegalArgumentException("a map must have a value for each place of its grid, " + places
                        + ", but " + layer.column() + " has " + layer.values().size());
            }
        }
    }

    /**
     * One quantity over the grid.
     *
     * @param column its name in the CSV behind the maps
     * @param label what is written above its map
     * @param colours the number of its colour scale: layers with one number share their colours
     * @param values its values column by column, in each from the lowest row to the highest; NaN where there is none
     * @param notes what is written into each place, in the same order; none for nothing
     * @param outlined which places have an outline, in the same order; none for no place
     * @param ends values that the colours reach at least; none for those of the values alone
     */
    public record Layer(
            String column,
            String label,
            int colours,
            List<Double> values,
            List<String> notes,
            List<Boolean> outlined,
            List<Double> ends) {

        public Layer {
            values = List.copyOf(values);
            notes = List.copyOf(notes);
            outlined = List.copyOf(outlined);
            ends = List.copyOf(ends);
        }

        /** A quantity that its colours show alone. */
        public Layer(String column, String label, int colours, List<Double> values) {
            this(column, label, colours, values, List.of(), List.of(), List.of());
        }

        String note(int place) {
            return notes.isEmpty() ? "" : notes.get(place);
        }

        boolean isOutlined(int place) {
            return !outlined.isEmpty() && outlined.get(place);
        }
    }

    @Override
    public boolean isEmpty() {
        return layers.isEmpty() || columns.isEmpty() || rows.isEmpty();
    }

    /** How many values are infinite or not numbers: their places stay blank. */
    @Override
    public long unshown() {
        return layers.stream()
                .flatMap(layer -> layer.values().stream())
                .filter(value -> !Double.isFinite(value))
                .count();
    }

    @Override
    public Table points() {
        List<String> names = new ArrayList<>(List.of(x.column(), y.column()));
        layers.forEach(layer -> names.add(layer.column()));
        List<List<@Nullable Object>> points = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            for (int row = 0; row < rows.size(); row++) {
                List<@Nullable Object> point =
                        new ArrayList<>(List.of(x.written(columns.get(column)), y.written(rows.get(row))));
                int place = place(column, row);
                layers.forEach(layer -> point.add(Figure.known(layer.values().get(place))));
                points.add(point);
            }
        }
        return new Table(names, points);
    }

    /** Where the value of a place of the grid stands among a layer's values. */
    int place(int column, int row) {
        return column * rows.size() + row;
    }
}
