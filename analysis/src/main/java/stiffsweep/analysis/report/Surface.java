package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import stiffsweep.analysis.figure.Figure;
import stiffsweep.analysis.figure.FigureAxis;
import stiffsweep.analysis.figure.Heatmap;
import stiffsweep.analysis.figure.Heatmap.Layer;
import stiffsweep.analysis.figure.PlotPoint;
import stiffsweep.analysis.figure.Series;
import stiffsweep.analysis.figure.Series.Mark;

/**
 * A field that depends on two inputs or more, as figures show it.
 *
 * @param extreme the trials that it is one of
 * @param field the field
 * @param median the trial that is shown
 * @param method the number of its method, from 1; 0 where there is no other
 */
record Surface(Extreme extreme, String field, MedianTrial median, int method) {

    /** How many values of the first input have a profile: as many as there are colours of unbroken lines. */
    private static final int PROFILES = 4;

    private static final int COLOURS_OF_FIELD = 0;
    private static final int COLOURS_OF_ERROR = 1;

    /** Its values along the second input, at some of the first. */
    CaptionedFigure profiles(FieldGrid grid) {
        List<Series> lines = new ArrayList<>();
        List<Series> truths = new ArrayList<>();
        for (int column : some(grid.columns().size())) {
            String place = place(grid.x(), grid.columns().get(column));
            lines.add(new Series(place, lines.size(), Mark.LINE, profile(grid, column, grid.values())));
            truths.add(new Series("truth at " + place, Series.INK, Mark.DASHES, profile(grid, column, grid.truth())));
        }
        lines.addAll(grid.hasTruth() ? truths : List.of());
        Figure figure = new Figure(
                name("profiles"),
                title(),
                axis(grid.y(), grid.rows()),
                new FigureAxis("value", field, FigureAxis.Scale.LINEAR),
                lines);
        return new CaptionedFigure(
                figure,
                (grid.hasTruth() ? "Solution, and the truth dashed," : "Solution") + " along " + grid.y()
                        + " at some of the stored values of " + grid.x() + caption(grid));
    }

    /** Value, truth and error over both inputs. */
    CaptionedFigure map(FieldGrid grid) {
        List<Layer> layers = new ArrayList<>(List.of(new Layer("value", field, COLOURS_OF_FIELD, grid.values())));
        if (grid.hasTruth()) {
            layers.add(new Layer("truth", "truth", COLOURS_OF_FIELD, grid.truth()));
            layers.add(new Layer("error", "|" + field + " − truth|", COLOURS_OF_ERROR, grid.errors()));
        }
        Heatmap map = new Heatmap(
                name("map"),
                title(),
                axis(grid.x(), grid.columns()),
                axis(grid.y(), grid.rows()),
                grid.columns(),
                grid.rows(),
                layers);
        return new CaptionedFigure(
                map,
                (grid.hasTruth() ? "Solution, truth and the size of their difference" : "Solution") + " on the "
                        + grid.columns().size() + " x " + grid.rows().size() + " stored points over " + grid.x()
                        + " and "
                        + grid.y() + caption(grid));
    }

    /** Says why there is no map. */
    CaptionedFigure withoutGrid() {
        FigureAxis none = new FigureAxis("", "", FigureAxis.Scale.LINEAR);
        return new CaptionedFigure(
                new Figure(name("map"), title(), none, none, List.of()),
                "",
                title() + " is not drawn: the points that are stored are no grid.");
    }

    private String name(String kind) {
        return extreme.name() + "-" + kind + "-" + field.replace('/', '-') + (method == 0 ? "" : "-" + method);
    }

    private String title() {
        return extreme.title() + ": " + field
                + (method == 0 ? "" : ", " + median.trial().group());
    }

    private FigureAxis axis(String input, List<Double> places) {
        return new FigureAxis(
                input,
                Declared.input(extreme.problem(), input),
                SolutionFigures.scale(places.get(0), places.get(places.size() - 1)));
    }

    private String place(String input, double value) {
        return Declared.place(extreme.problem(), input, value);
    }

    /** The end of a caption: where other inputs are held, and which trial it is. */
    private String caption(FieldGrid grid) {
        String slice = grid.held().entrySet().stream()
                .map(held -> ", at " + place(held.getKey(), held.getValue())
                        + (FieldGrid.isTime(held.getKey())
                                ? ", the last that is stored"
                                : " in the middle of its stored values"))
                .collect(Collectors.joining());
        return slice + ". It is the trial with the median " + median.quality().word()
                + " of its method, of two in the middle the worse ("
                + median.trial().group() + ": " + median.words()
                + ")." + extreme.leftOut();
    }

    /** The profile of some values in one column of the grid. */
    private static List<PlotPoint> profile(FieldGrid grid, int column, List<Double> values) {
        int rows = grid.rows().size();
        return IntStream.range(0, rows)
                .mapToObj(row -> PlotPoint.of(grid.rows().get(row), values.get(column * rows + row), 1))
                .toList();
    }

    /** The last and some before it, in equal distances, of a number of places: at the first the solution is often given. */
    private static SortedSet<Integer> some(int places) {
        SortedSet<Integer> some = new TreeSet<>();
        for (int i = 1; i <= PROFILES; i++) {
            some.add((int) Math.round(i * (places - 1.0) / PROFILES));
        }
        return some;
    }
}
