package stiffsweep.analysis.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.Table;

/**
 * A figure as plain data.
 *
 * @param name the name of its files, without ending
 * @param title the title above the plot
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series what is shown, later series above earlier ones
 */
public record Figure(String name, String title, FigureAxis x, FigureAxis y, List<Series> series) implements Picture {

    public Figure {
        Picture.requireFileName(name);
        series = List.copyOf(series);
    }

    @Override
    public boolean isEmpty() {
        return series.stream().allMatch(one -> one.points().isEmpty());
    }

    /**
     * How many points have no place on the axes: their numbers are infinite or not numbers, or not positive where an axis
     * goes by decades.
     */
    @Override
    public long unshown() {
        return series.stream()
                .flatMap(one -> one.points().stream().filter(point -> !shows(one, point)))
                .count();
    }

    /** Whether a point of a series has a place on the axes; a cross needs none on the vertical one. */
    boolean shows(Series one, PlotPoint point) {
        return x.scale().shows(point.x())
                && (one.mark() == Series.Mark.CROSSES || y.scale().shows(point.y()));
    }

    @Override
    public Table points() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Series one : series) {
            for (PlotPoint point : one.points()) {
                rows.add(Arrays.asList(
                        one.label(),
                        x.written(point.x()),
                        known(point.y()),
                        known(point.lower()),
                        known(point.upper()),
                        point.trials()));
            }
        }
        return new Table(List.of("series", x.column(), y.column(), "lower", "upper", "trials"), rows);
    }

    /** A number, or null in the place of one that is not known. */
    static @Nullable Object known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
