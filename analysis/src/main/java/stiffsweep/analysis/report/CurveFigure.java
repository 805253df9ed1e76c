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

/** How the loss of each method falls with training, at one end of x. */
final class CurveFigure {

    private CurveFigure() {}

    static CaptionedFigure of(Findings findings, Extreme extreme, Results results) {
        Map<String, Map<Long, List<Double>>> losses = losses(extreme, results);
        List<Series> shown = new ArrayList<>();
        losses.forEach((group, byEpoch) ->
                shown.add(new Series(group, findings.colour(group), Mark.LINE_AND_BAND, medians(byEpoch))));
        return new CaptionedFigure(
                new Figure(
                        extreme.name() + "-training",
                        extreme.title() + ": training",
                        new Axis("epoch", "epoch", Axis.Scale.LINEAR),
                        new Axis("loss_total", "total loss", Axis.Scale.LOGARITHMIC),
                        shown),
                "Total loss in training. Lines are medians over the replicates that still train and have a finite loss"
                        + " at that epoch, bands their range. Each method has a loss of its own: heights do not"
                        + " compare between methods.");
    }

    private static Map<String, Map<Long, List<Double>>> losses(Extreme extreme, Results results) {
        Map<String, String> groups = new HashMap<>();
        extreme.trials().forEach(trial -> groups.put(trial.id(), trial.group()));
        String ids =
                extreme.trials().stream().map(trial -> Sql.literal(trial.id())).collect(Collectors.joining(", "));
        Map<String, Map<Long, List<Double>>> losses = new TreeMap<>();
        for (List<@Nullable Object> row : results.query("select trial_id, epoch::bigint, loss_total::double from curves"
                        + " where trial_id in (" + ids + ") and loss_total > 0 and isfinite(loss_total)")
                .rows()) {
            if (row.get(1) instanceof Long epoch && row.get(2) instanceof Double loss) {
                losses.computeIfAbsent(groups.getOrDefault(String.valueOf(row.get(0)), ""), group -> new TreeMap<>())
                        .computeIfAbsent(epoch, at -> new ArrayList<>())
                        .add(loss);
            }
        }
        return losses;
    }

    private static List<PlotPoint> medians(Map<Long, List<Double>> byEpoch) {
        List<PlotPoint> points = new ArrayList<>();
        byEpoch.forEach((epoch, losses) -> {
            double[] values = losses.stream().mapToDouble(d -> d).toArray();
            points.add(new PlotPoint(
                    epoch, Quantile.median(values), Quantile.of(values, 0), Quantile.of(values, 1), values.length));
        });
        return points;
    }
}
