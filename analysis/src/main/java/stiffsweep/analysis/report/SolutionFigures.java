package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.NumberText;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.figure.Axis;
import stiffsweep.analysis.figure.Figure;
import stiffsweep.analysis.figure.PlotPoint;
import stiffsweep.analysis.figure.Series;
import stiffsweep.analysis.figure.Series.Mark;

/** The solution of each method's median trial beside the truth, at one end of x: a figure for each field over x. */
final class SolutionFigures {

    /** Positions that span more than this factor are spaced by ratio, and shown so. */
    private static final double LOGARITHMIC_FROM = 1000;

    private static final String PROFILES = """
            select field, x::double, value::double, truth::double
            from solutions
            where trial_id = ? and x is not null and t is null and v is null
            order by field, x
            """;

    private SolutionFigures() {}

    static List<CaptionedFigure> of(Findings findings, Extreme extreme, Results results) {
        Map<String, List<Series>> fields = new TreeMap<>();
        List<String> shown = new ArrayList<>();
        Cell.by(extreme.trials(), ReportedTrial::group).forEach((group, cell) -> {
            ReportedTrial trial = medianTrial(cell);
            if (trial != null) {
                shown.add(group + ": trial " + trial.id() + ", error " + NumberText.rounded(trial.errorMse(), 2));
                add(
                        fields,
                        findings.colour(group),
                        group,
                        results.query(PROFILES, trial.id()).rows());
            }
        });
        String caption = "Solution of the trial with the median error of each method, and the truth ("
                + String.join("; ", shown) + ").";
        List<CaptionedFigure> figures = new ArrayList<>();
        fields.forEach((field, series) -> figures.add(new CaptionedFigure(figure(extreme, field, series), caption)));
        return figures;
    }

    /** The trial whose error is in the middle, the lower one of two; null where no trial has an error. */
    private static @Nullable ReportedTrial medianTrial(Cell cell) {
        List<ReportedTrial> byError = cell.trials().stream()
                .filter(trial -> Double.isFinite(trial.errorMse()))
                .sorted(Comparator.comparing(ReportedTrial::errorMse).thenComparing(ReportedTrial::id))
                .toList();
        return byError.isEmpty() ? null : byError.get((byError.size() - 1) / 2);
    }

    private static void add(
            Map<String, List<Series>> fields, int colour, String group, List<List<@Nullable Object>> rows) {
        Map<String, List<PlotPoint>> values = new TreeMap<>();
        Map<String, List<PlotPoint>> truths = new TreeMap<>();
        for (List<@Nullable Object> row : rows) {
            String field = String.valueOf(row.get(0));
            if (row.get(1) instanceof Double x && row.get(2) instanceof Double value && Double.isFinite(value)) {
                values.computeIfAbsent(field, key -> new ArrayList<>()).add(PlotPoint.of(x, value, 1));
            }
            if (row.get(1) instanceof Double x && row.get(3) instanceof Double truth) {
                truths.computeIfAbsent(field, key -> new ArrayList<>()).add(PlotPoint.of(x, truth, 1));
            }
        }
        values.forEach((field, points) -> {
            List<Series> series = fields.computeIfAbsent(field, key -> new ArrayList<>());
            series.add(new Series(group, colour, Mark.LINE, points));
            // The truth is the same beside every method: the first one brings it.
            if (series.size() == 1 && truths.containsKey(field)) {
                series.add(new Series("truth", Series.INK, Mark.DASHES, truths.getOrDefault(field, List.of())));
            }
        });
    }

    private static Figure figure(Extreme extreme, String field, List<Series> series) {
        List<Series> truthLast = new ArrayList<>(series);
        truthLast.sort(Comparator.comparing(one -> one.mark() == Mark.DASHES));
        double[] x = series.stream()
                .flatMap(one -> one.points().stream())
                .mapToDouble(PlotPoint::x)
                .sorted()
                .toArray();
        boolean decades = x[0] > 0 && x[x.length - 1] > LOGARITHMIC_FROM * x[0];
        return new Figure(
                extreme.name() + "-solution-" + field,
                extreme.title() + ": " + field,
                new Axis("x", "x", decades ? Axis.Scale.LOGARITHMIC : Axis.Scale.LINEAR),
                new Axis("value", field, Axis.Scale.LINEAR),
                truthLast);
    }
}
