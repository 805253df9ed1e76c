package stiffsweep.analysis.figure;

import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import stiffsweep.analysis.Json;

/**
 * A figure's axes and points as JSON, for the script of a page that draws it anew where a reader points at it.
 *
 * <p>A point is {@code [x, y, lower, upper, trials, trial]}, the last where there is one, with null for what is not known. A point without a place on the axes is
 * left out, as in the drawing, and lines have the points that can be seen.
 */
public final class FigureJson {

    /** More digits than can be told apart by eye, and enough to quote. */
    private static final MathContext DIGITS = new MathContext(6);

    /** Parts of an axis that can be told apart on a wide screen. */
    private static final double PARTS = 800;

    private FigureJson() {}

    /** A picture as one object of JSON, on one line; empty for maps, which are only drawn. */
    public static String of(Picture picture) {
        if (picture instanceof Figure figure) {
            return panels(Panels.of(figure));
        }
        return picture instanceof Panels panels ? panels(panels) : "";
    }

    private static String panels(Panels panels) {
        return "{\"columns\":" + panels.columns() + ",\"panels\":"
                + panels.panels().stream().map(FigureJson::panel).collect(Collectors.joining(",", "[", "]")) + "}";
    }

    private static String panel(Figure figure) {
        return "{\"title\":" + Json.quoted(figure.title()) + ",\"x\":" + axis(figure.x()) + ",\"y\":" + axis(figure.y())
                + ",\"series\":"
                + figure.series().stream().map(one -> series(figure, one)).collect(Collectors.joining(",", "[", "]"))
                + "}";
    }

    private static String axis(FigureAxis axis) {
        return "{\"label\":" + Json.quoted(axis.label()) + ",\"log\":" + (axis.scale() == FigureAxis.Scale.LOGARITHMIC)
                + ",\"words\":" + axis.words().stream().map(Json::quoted).collect(Collectors.joining(",", "[", "]"))
                + "}";
    }

    private static String series(Figure figure, Series series) {
        List<PlotPoint> shown = series.points().stream()
                .filter(point -> figure.shows(series, point))
                .toList();
        List<PlotPoint> points = series.mark().isLine() ? thinned(figure, shown) : shown;
        return "{\"label\":" + Json.quoted(series.label()) + ",\"colour\":"
                + Json.quoted(hex(Palette.colour(series.colour()))) + ",\"index\":" + series.colour() + ",\"mark\":"
                + Json.quoted(series.mark().name()) + ",\"points\":"
                + points.stream().map(FigureJson::point).collect(Collectors.joining(",", "[", "]")) + "}";
    }

    private static List<PlotPoint> thinned(Figure figure, List<PlotPoint> points) {
        PlotRange x = PlotRange.of(
                points.stream().map(PlotPoint::x).toList(), figure.x().scale());
        PlotRange y = PlotRange.of(
                points.stream().map(PlotPoint::y).toList(), figure.y().scale());
        IdentityHashMap<DrawnPoint, PlotPoint> places = new IdentityHashMap<>();
        List<DrawnPoint> line = points.stream()
                .map(point -> {
                    double at = y.position(point.y());
                    DrawnPoint place = new DrawnPoint(
                            x.position(point.x()), at, end(y, point.lower(), at), end(y, point.upper(), at));
                    places.put(place, point);
                    return place;
                })
                .toList();
        Thinning thinning = new Thinning((x.upper() - x.lower()) / PARTS, (y.upper() - y.lower()) / PARTS);
        return thinning.of(line).stream().map(places::get).toList();
    }

    private static double end(PlotRange range, double value, double otherwise) {
        double at = range.end(value);
        return Double.isNaN(at) ? otherwise : at;
    }

    private static String point(PlotPoint point) {
        return DoubleStream.of(point.x(), point.y(), point.lower(), point.upper())
                .mapToObj(FigureJson::number)
                .collect(Collectors.joining(",", "[", "," + point.trials() + trial(point) + "]"));
    }

    private static String trial(PlotPoint point) {
        return point.trial().isEmpty() ? "" : "," + Json.quoted(point.trial());
    }

    private static String number(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value, DIGITS).stripTrailingZeros().toString()
                : "null";
    }

    private static String hex(Color colour) {
        return "#%06x".formatted(colour.getRGB() & 0xFFFFFF);
    }
}
