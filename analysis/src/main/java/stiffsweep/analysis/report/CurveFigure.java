package stiffsweep.analysis.report;

import java.util.ArrayList;
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
import stiffsweep.stats.Quantile;

/** How the loss or the error of each method falls with training, at one end of x. */
final class CurveFigure {

    private CurveFigure() {}

    /** What is shown against the epoch. */
    enum Quantity {
        LOSS(
                "loss_total",
                "training",
                "total loss",
                "Total loss in training.",
                " Each method has a loss of its own: heights do not compare between methods."),
        ERROR(
                "error_relative_squared",
                "error-training",
                "mean squared relative error",
                "Mean squared relative error against the truth in training (arXiv 2602.21988, eq. 46 and Fig. 4), at the"
                        + " weights of each epoch.",
                "");

        private final String column;
        private final String name;
        private final String label;
        private final String caption;
        private final String warning;

        Quantity(String column, String name, String label, String caption, String warning) {
            this.column = column;
            this.name = name;
            this.label = label;
            this.caption = caption;
            this.warning = warning;
        }
    }

    static CaptionedFigure of(Quantity quantity, Findings findings, Extreme extreme, Results results) {
        List<Series> shown = new ArrayList<>();
        if (results.columns("curves").containsKey(quantity.column)) {
            curves(quantity, extreme, results)
                    .forEach((group, byEpoch) ->
                            shown.add(new Series(group, findings.colour(group), Mark.LINE_AND_BAND, medians(byEpoch))));
        }
        return new CaptionedFigure(
                new Figure(
                        extreme.name() + "-" + quantity.name,
                        extreme.title() + ": " + quantity.label,
                        new Axis("epoch", "epoch", Axis.Scale.LINEAR),
                        new Axis(quantity.column, quantity.label, Axis.Scale.LOGARITHMIC),
                        shown),
                quantity.caption + " Lines are medians over the replicates that still train and have a finite value at"
                        + " that epoch, bands their range." + quantity.warning);
    }

    private static Map<String, Map<Long, List<Double>>> curves(Quantity quantity, Extreme extreme, Results results) {
        Map<String, String> groups = new HashMap<>();
        extreme.trials().forEach(trial -> groups.put(trial.id(), trial.group()));
        String ids =
                extreme.trials().stream().map(trial -> Sql.literal(trial.id())).collect(Collectors.joining(", "));
        Map<String, Map<Long, List<Double>>> curves = new TreeMap<>();
        for (List<@Nullable Object> row : results.query(
                        "select trial_id, epoch::bigint, %1$s::double from curves where trial_id in (%2$s) and %1$s > 0 and isfinite(%1$s)"
                                .formatted(quantity.column, ids))
                .rows()) {
            if (row.get(1) instanceof Long epoch && row.get(2) instanceof Double value) {
                curves.computeIfAbsent(groups.getOrDefault(String.valueOf(row.get(0)), ""), group -> new TreeMap<>())
                        .computeIfAbsent(epoch, at -> new ArrayList<>())
                        .add(value);
            }
        }
        return curves;
    }

    private static List<PlotPoint> medians(Map<Long, List<Double>> byEpoch) {
        List<PlotPoint> points = new ArrayList<>();
        byEpoch.forEach((epoch, there) -> {
            double[] values = there.stream().mapToDouble(d -> d).toArray();
            points.add(new PlotPoint(
                    epoch, Quantile.median(values), Quantile.of(values, 0), Quantile.of(values, 1), values.length));
        });
        return points;
    }
}
