package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
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

/** A quantity of each method along training or along x, at one end of the sweep's axis. */
final class TraceFigure {

    private static final String ROWS = """
            select trial_id, %1$s, %2$s::double, (%3$s)::double
            from %4$s
            where trial_id in (%5$s) and %6$s and isfinite(%3$s) and %3$s > 0
            order by %2$s, trial_id
            """;

    private TraceFigure() {}

    /** A positive quantity that each trial has many values of: along its training, or along x. */
    enum Trace {
        /** How the loss falls. */
        LOSS(
                Along.TRAINING,
                "loss_total",
                "loss_total",
                "training",
                "total loss",
                "Total loss in training. Each method has a loss of its own: heights do not compare between methods."),
        /** How the error falls (arXiv 2602.21988, eq. 46 and Fig. 4). */
        ERROR(
                Along.TRAINING,
                "error_relative_squared",
                "error_relative_squared",
                "error-training",
                "mean squared relative error",
                "Mean squared relative error against the truth in training (arXiv 2602.21988, eq. 46 and Fig. 4), at the"
                        + " weights of each epoch."),
        /** Where each method is wrong (arXiv 2602.21988, eq. 44 and Fig. 3); raised, so that no error is zero. */
        ERROR_PROFILE(
                Along.X,
                "truth",
                "(pow((value - truth) / nullif(truth, 0), 2) + 1e-15)",
                "error-profile",
                "squared relative error",
                "Squared relative error of the best checkpoint at each point, raised by 1e-15."),
        /** How each method weights the equation's residual from point to point (arXiv 2602.21988, Fig. 4). */
        WEIGHT_PROFILE(
                Along.X,
                "weight",
                "weight",
                "weight-profile",
                "weight of the residual",
                "What multiplies the size of the equation's residual at each point, at the best checkpoint.");

        private final Along along;
        private final String column;
        private final String expression;
        private final String name;
        private final String label;
        private final String caption;

        Trace(Along along, String column, String expression, String name, String label, String caption) {
            this.along = along;
            this.column = column;
            this.expression = expression;
            this.name = name;
            this.label = label;
            this.caption = caption;
        }

        private String rows(String trialIds) {
            return ROWS.formatted(along.field, along.column, expression, along.view, trialIds, along.condition);
        }
    }

    /** What a quantity runs along: a view of the results with its columns. */
    private enum Along {
        TRAINING("curves", "epoch", "''", "true"),
        X("solutions", "x", "field", "x is not null and t is null and v is null");

        private final String view;
        private final String column;
        private final String field;
        private final String condition;

        Along(String view, String column, String field, String condition) {
            this.view = view;
            this.column = column;
            this.field = field;
            this.condition = condition;
        }
    }

    /** Whose values they are. */
    private record Key(String field, String group) {}

    static CaptionedFigure of(Trace trace, Findings findings, Extreme extreme, Results results) {
        List<Series> shown = new ArrayList<>();
        if (results.columns(trace.along.view).containsKey(trace.column)) {
            Map<Key, Map<Double, List<Double>>> values = values(trace, extreme, results);
            long fields = values.keySet().stream().map(Key::field).distinct().count();
            values.forEach((key, byPosition) -> shown.add(new Series(
                    fields == 1 ? key.group() : key.group() + ", " + key.field(),
                    findings.colour(key.group()),
                    Mark.LINE_AND_BAND,
                    means(byPosition))));
        }
        Axis position = switch (trace.along) {
            case TRAINING -> new Axis("epoch", "epoch", Axis.Scale.LINEAR);
            case X -> SolutionFigures.positions(shown);
        };
        return new CaptionedFigure(
                new Figure(
                        extreme.name() + "-" + trace.name,
                        extreme.title() + ": " + trace.label,
                        position,
                        new Axis(trace.label.replace(' ', '_'), trace.label, Axis.Scale.LOGARITHMIC),
                        shown),
                trace.caption + " Lines are geometric means over the replicates that have a positive value there, bands"
                        + " 95 % bootstrap intervals of the mean logarithm.");
    }

    /** The values of each field and method by position, one for each replicate that has one. */
    private static Map<Key, Map<Double, List<Double>>> values(Trace trace, Extreme extreme, Results results) {
        Map<String, String> groups =
                extreme.trials().stream().collect(Collectors.toMap(ReportedTrial::id, ReportedTrial::group));
        String ids =
                extreme.trials().stream().map(trial -> Sql.literal(trial.id())).collect(Collectors.joining(", "));
        Map<Key, Map<Double, List<Double>>> values =
                new TreeMap<>(Comparator.comparing(Key::field).thenComparing(Key::group));
        for (List<@Nullable Object> row : results.query(trace.rows(ids)).rows()) {
            if (row.get(2) instanceof Double position && row.get(3) instanceof Double value) {
                String group = groups.getOrDefault(String.valueOf(row.get(0)), "");
                values.computeIfAbsent(new Key(String.valueOf(row.get(1)), group), key -> new TreeMap<>())
                        .computeIfAbsent(position, at -> new ArrayList<>())
                        .add(value);
            }
        }
        return values;
    }

    private static List<PlotPoint> means(Map<Double, List<Double>> byPosition) {
        List<PlotPoint> points = new ArrayList<>();
        byPosition.forEach((position, values) -> points.add(geometricMean(position, values)));
        return points;
    }

    /** The mean of the logarithms, raised again, with its interval. */
    private static PlotPoint geometricMean(double position, List<Double> values) {
        double[] logarithms = values.stream().mapToDouble(Math::log).toArray();
        Interval interval = Bootstrap.STANDARD.interval(
                logarithms.length, drawn -> mean(Arrays.stream(drawn).mapToDouble(i -> logarithms[i])));
        return new PlotPoint(
                position,
                Math.exp(mean(Arrays.stream(logarithms))),
                Math.exp(interval.lower()),
                Math.exp(interval.upper()),
                logarithms.length);
    }

    private static double mean(DoubleStream values) {
        return values.average().orElse(Double.NaN);
    }
}
