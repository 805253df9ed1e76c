package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Sql;
import stiffsweep.analysis.figure.Axis;
import stiffsweep.analysis.figure.Figure;
import stiffsweep.analysis.figure.PlotPoint;
import stiffsweep.analysis.figure.Series;
import stiffsweep.analysis.figure.Series.Mark;
import stiffsweep.stats.Bootstrap;
import stiffsweep.stats.Interval;

/** Where along x each method is wrong, at one end of the sweep's axis (arXiv 2602.21988, eq. 44 and Fig. 3). */
final class ErrorProfileFigure {

    /** Squared relative errors are raised by this, so that one that is zero has a logarithm. */
    private static final double FLOOR = 1e-15;

    private static final String ERRORS = """
            select trial_id, x::double, log10(pow((value - truth) / truth, 2) + %s)
            from solutions
            where trial_id in (%s) and x is not null and t is null and v is null and truth <> 0 and isfinite(value)
            order by x, trial_id
            """;

    private ErrorProfileFigure() {}

    static CaptionedFigure of(Findings findings, Extreme extreme, Results results) {
        Map<String, Map<Double, List<Double>>> errors = errors(extreme, results);
        List<Series> shown = new ArrayList<>();
        errors.forEach((group, byPosition) ->
                shown.add(new Series(group, findings.colour(group), Mark.LINE_AND_BAND, means(byPosition))));
        return new CaptionedFigure(
                new Figure(
                        extreme.name() + "-error-profile",
                        extreme.title() + ": relative error along x",
                        SolutionFigures.positions(shown),
                        new Axis("log10_relative_squared", "log10 of the squared relative error", Axis.Scale.LINEAR),
                        shown),
                "Squared relative error of the best checkpoint at each point, raised by " + FLOOR + ". Lines are means"
                        + " of its log10 over the replicates, bands 95 % bootstrap intervals of the mean.");
    }

    private static Map<String, Map<Double, List<Double>>> errors(Extreme extreme, Results results) {
        Map<String, String> groups = new HashMap<>();
        extreme.trials().forEach(trial -> groups.put(trial.id(), trial.group()));
        String ids =
                extreme.trials().stream().map(trial -> Sql.literal(trial.id())).collect(Collectors.joining(", "));
        Map<String, Map<Double, List<Double>>> errors = new TreeMap<>();
        for (List<@Nullable Object> row :
                results.query(ERRORS.formatted(FLOOR, ids)).rows()) {
            if (row.get(1) instanceof Double x && row.get(2) instanceof Double error) {
                errors.computeIfAbsent(groups.getOrDefault(String.valueOf(row.get(0)), ""), group -> new TreeMap<>())
                        .computeIfAbsent(x, at -> new ArrayList<>())
                        .add(error);
            }
        }
        return errors;
    }

    private static List<PlotPoint> means(Map<Double, List<Double>> byPosition) {
        List<PlotPoint> points = new ArrayList<>();
        byPosition.forEach((x, errors) -> {
            double[] values = errors.stream().mapToDouble(d -> d).toArray();
            Interval interval = Bootstrap.STANDARD.interval(
                    values.length,
                    drawn -> Arrays.stream(drawn)
                            .mapToDouble(i -> values[i])
                            .average()
                            .orElse(Double.NaN));
            double mean = Arrays.stream(values).average().orElse(Double.NaN);
            points.add(new PlotPoint(x, mean, interval.lower(), interval.upper(), values.length));
        });
        return points;
    }
}
