package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.NumberText;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Sql;
import stiffsweep.analysis.figure.Axis;
import stiffsweep.analysis.figure.Figure;
import stiffsweep.analysis.figure.PlotPoint;
import stiffsweep.analysis.figure.Series;
import stiffsweep.analysis.figure.Series.Mark;

/** The solution of each method's median trial beside the truth, at one end of x: a figure for each field over x. */
final class SolutionFigures {

    /** Positive numbers that span more than this factor are shown by ratio. */
    private static final double LOGARITHMIC_FROM = 1000;

    private static final String PROFILES = """
            select field, %s
            from solutions
            where trial_id = ? and x is not null and t is null and v is null
            order by field, x
            """;

    private static final List<String> NUMBERS =
            List.of("x", "value", "truth", "baseline", "baseline_low", "baseline_high");

    private SolutionFigures() {}

    static List<CaptionedFigure> of(Findings findings, Extreme extreme, Results results) {
        Map<String, List<Series>> fields = new TreeMap<>();
        List<String> shown = new ArrayList<>();
        Set<String> known = results.columns("solutions").keySet();
        String profiles = PROFILES.formatted(
                NUMBERS.stream().map(column -> Sql.numberOrNull(column, known)).collect(Collectors.joining(", ")));
        boolean hasTruth = new Cell(extreme.trials()).hasTruth();
        ToDoubleFunction<ReportedTrial> measure = hasTruth ? ReportedTrial::errorMse : ReportedTrial::lossTotal;
        String word = hasTruth ? "error" : "loss";
        Cell.by(extreme.trials(), ReportedTrial::group).forEach((group, cell) -> {
            ReportedTrial trial = medianTrial(cell, measure);
            if (trial != null) {
                shown.add(group + ": trial " + trial.id() + ", " + word + " "
                        + NumberText.rounded(measure.applyAsDouble(trial), 2));
                add(
                        fields,
                        findings.colour(group),
                        group,
                        results.query(profiles, trial.id()).rows());
            }
        });
        String caption = "Solution of the trial with the median " + word + " of each method"
                + (hasTruth ? ", and the truth (" : "; no truth is known (") + String.join("; ", shown) + ").";
        List<CaptionedFigure> figures = new ArrayList<>();
        fields.forEach((field, series) -> figures.add(new CaptionedFigure(figure(extreme, field, series), caption)));
        return figures;
    }

    /** The trial whose measure is in the middle, the lower one of two; null where no trial has it. */
    private static @Nullable ReportedTrial medianTrial(Cell cell, ToDoubleFunction<ReportedTrial> measure) {
        List<ReportedTrial> inOrder = cell.trials().stream()
                .filter(trial -> Double.isFinite(measure.applyAsDouble(trial)))
                .sorted(Comparator.comparingDouble(measure).thenComparing(ReportedTrial::id))
                .toList();
        return inOrder.isEmpty() ? null : inOrder.get((inOrder.size() - 1) / 2);
    }

    private static void add(
            Map<String, List<Series>> fields, int colour, String group, List<List<@Nullable Object>> rows) {
        Map<String, List<PlotPoint>> values = points(rows, 2, row -> Double.NaN, row -> Double.NaN);
        Map<String, List<PlotPoint>> truths = points(rows, 3, row -> Double.NaN, row -> Double.NaN);
        Map<String, List<PlotPoint>> baselines = points(rows, 4, row -> number(row.get(5)), row -> number(row.get(6)));
        values.forEach((field, points) -> {
            // Truth and baseline are the same beside every method: the first one brings them.
            List<Series> series = fields.computeIfAbsent(
                    field,
                    key -> new ArrayList<>(List.of(
                            new Series("baseline", Series.INK, Mark.LINE_AND_BAND, of(field, baselines)),
                            new Series("truth", Series.INK, Mark.DASHES, of(field, truths)))));
            series.add(new Series(group, colour, Mark.LINE, points));
        });
    }

    private static List<PlotPoint> of(String field, Map<String, List<PlotPoint>> points) {
        return points.getOrDefault(field, List.of());
    }

    /** The points of each field that have a number in a column. */
    private static Map<String, List<PlotPoint>> points(
            List<List<@Nullable Object>> rows,
            int column,
            ToDoubleFunction<List<@Nullable Object>> lower,
            ToDoubleFunction<List<@Nullable Object>> upper) {
        Map<String, List<PlotPoint>> points = new TreeMap<>();
        for (List<@Nullable Object> row : rows) {
            double x = number(row.get(1));
            double y = number(row.get(column));
            if (Double.isFinite(x) && Double.isFinite(y)) {
                points.computeIfAbsent(String.valueOf(row.get(0)), key -> new ArrayList<>())
                        .add(new PlotPoint(x, y, lower.applyAsDouble(row), upper.applyAsDouble(row), 1));
            }
        }
        return points;
    }

    private static double number(@Nullable Object value) {
        return value instanceof Double number ? number : Double.NaN;
    }

    private static Figure figure(Extreme extreme, String field, List<Series> series) {
        List<Series> truthLast = new ArrayList<>(series);
        truthLast.sort(Comparator.comparing(one -> one.mark() == Mark.DASHES));
        truthLast.removeIf(one -> one.points().isEmpty());
        return new Figure(
                extreme.name() + "-solution-" + field.replace('/', '-'),
                extreme.title() + ": " + field,
                positions(series),
                new Axis("value", field, scale(series, PlotPoint::y)),
                truthLast);
    }

    /** The axis of positions. */
    static Axis positions(List<Series> series) {
        return new Axis("x", "x", scale(series, PlotPoint::x));
    }

    /** Logarithmic for positive numbers that span decades. */
    private static Axis.Scale scale(List<Series> series, ToDoubleFunction<PlotPoint> coordinate) {
        double[] sorted = series.stream()
                .flatMap(one -> one.points().stream())
                .mapToDouble(coordinate)
                .sorted()
                .toArray();
        boolean decades =
                sorted.length > 0 && sorted[0] > 0 && sorted[sorted.length - 1] > LOGARITHMIC_FROM * sorted[0];
        return decades ? Axis.Scale.LOGARITHMIC : Axis.Scale.LINEAR;
    }
}
