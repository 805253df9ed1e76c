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

/** A positive quantity along x, on a logarithmic scale, at one end of the sweep's axis. */
final class ProfileFigure {

    private static final String PROFILES = """
            select trial_id, x::double, log10(%1$s), field
            from solutions
            where trial_id in (%2$s) and x is not null and t is null and v is null and isfinite(%1$s) and %1$s > 0
            order by x, trial_id
            """;

    private ProfileFigure() {}

    /** What is shown along x. */
    enum Quantity {
        /** Where each method is wrong (arXiv 2602.21988, eq. 44 and Fig. 3); raised, so that no error is zero. */
        ERROR(
                "(pow((value - truth) / nullif(truth, 0), 2) + 1e-15)",
                "error-profile",
                "relative error along x",
                "squared relative error",
                "Squared relative error of the best checkpoint at each point, raised by 1e-15.",
                "truth"),
        /** How each method weights the equation's residual from point to point (arXiv 2602.21988, Fig. 4). */
        WEIGHT(
                "weight",
                "weight-profile",
                "weights along x",
                "weight of the residual",
                "What multiplies the size of the equation's residual at each point, at the best checkpoint.",
                "weight");

        private final String expression;
        private final String name;
        private final String title;
        private final String label;
        private final String caption;
        private final String column;

        Quantity(String expression, String name, String title, String label, String caption, String column) {
            this.expression = expression;
            this.name = name;
            this.title = title;
            this.label = label;
            this.caption = caption;
            this.column = column;
        }
    }

    static CaptionedFigure of(Quantity quantity, Findings findings, Extreme extreme, Results results) {
        List<Series> shown = new ArrayList<>();
        if (results.columns("solutions").containsKey(quantity.column)) {
            Map<String, Map<String, Map<Double, List<Double>>>> fields = profiles(quantity, extreme, results);
            fields.forEach((field, byGroup) -> byGroup.forEach((group, byPosition) -> shown.add(new Series(
                    fields.size() == 1 ? group : group + ", " + field,
                    findings.colour(group),
                    Mark.LINE_AND_BAND,
                    means(byPosition)))));
        }
        return new CaptionedFigure(
                new Figure(
                        extreme.name() + "-" + quantity.name,
                        extreme.title() + ": " + quantity.title,
                        SolutionFigures.positions(shown),
                        new Axis("log10_" + quantity.column, "log10 of the " + quantity.label, Axis.Scale.LINEAR),
                        shown),
                quantity.caption + " Lines are means of its log10 over the replicates, bands 95 % bootstrap intervals"
                        + " of the mean.");
    }

    /** The logarithms of the quantity by field, group and position. */
    private static Map<String, Map<String, Map<Double, List<Double>>>> profiles(
            Quantity quantity, Extreme extreme, Results results) {
        Map<String, String> groups = new HashMap<>();
        extreme.trials().forEach(trial -> groups.put(trial.id(), trial.group()));
        String ids =
                extreme.trials().stream().map(trial -> Sql.literal(trial.id())).collect(Collectors.joining(", "));
        Map<String, Map<String, Map<Double, List<Double>>>> profiles = new TreeMap<>();
        for (List<@Nullable Object> row :
                results.query(PROFILES.formatted(quantity.expression, ids)).rows()) {
            if (row.get(1) instanceof Double x && row.get(2) instanceof Double logarithm) {
                profiles.computeIfAbsent(String.valueOf(row.get(3)), field -> new TreeMap<>())
                        .computeIfAbsent(groups.getOrDefault(String.valueOf(row.get(0)), ""), group -> new TreeMap<>())
                        .computeIfAbsent(x, at -> new ArrayList<>())
                        .add(logarithm);
            }
        }
        return profiles;
    }

    private static List<PlotPoint> means(Map<Double, List<Double>> byPosition) {
        List<PlotPoint> points = new ArrayList<>();
        byPosition.forEach((x, logarithms) -> {
            double[] values = logarithms.stream().mapToDouble(d -> d).toArray();
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
