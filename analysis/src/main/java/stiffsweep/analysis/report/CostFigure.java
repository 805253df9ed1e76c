package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.figure.FigureAxis;
import stiffsweep.analysis.figure.PlotPoint;
import stiffsweep.analysis.figure.Series;
import stiffsweep.analysis.figure.Series.Mark;
import stiffsweep.stats.Interval;

/** The error of each method against the time of its training at the highest x, and those that no other one beats in both. */
final class CostFigure {

    private static final String SECONDS = "train_seconds";

    /** Times that span less are told apart better on a linear axis. */
    private static final double LOGARITHMIC_FROM = 10;

    private CostFigure() {}

    /** The figure; none where fewer than two methods have an error and a time. */
    static List<CaptionedFigure> of(DrawnMethods drawn, String problem, Results results) {
        if (!results.columns("trials").containsKey(SECONDS)) {
            return List.of();
        }
        Map<String, Double> measured = results.numbers(SECONDS);
        ToDoubleFunction<ReportedTrial> seconds = trial -> measured.getOrDefault(trial.id(), Double.NaN);
        List<Extreme> extremes = Extreme.of(drawn.findings(), problem);
        Extreme extreme = extremes.get(extremes.size() - 1);
        Quality quality = Quality.of(drawn.findings().ofProblem(problem));
        List<PlotPoint> all = TrialGroup.by(extreme.trials(), ReportedTrial::group).values().stream()
                .map(members -> point(members, seconds, quality))
                .filter(point -> point.x() > 0 && point.y() > 0)
                .toList();
        if (all.size() < 2) {
            return List.of();
        }
        List<PlotPoint> front = front(all);
        FigureAxis error = new FigureAxis(quality.column(), quality.label(), FigureAxis.Scale.LOGARITHMIC);
        return List.of(new CaptionedFigure(
                drawn.picture(
                        problem + "-cost",
                        extreme.title() + ": what accuracy costs",
                        new FigureAxis(SECONDS, "training time (s)", scale(all)),
                        error,
                        extreme.trials(),
                        members -> series(drawn, members, seconds, quality, front)),
                "Medians over the replicates that completed; bars are the intervals of the median " + quality.word()
                        + ". Seconds are a trial's share of the time of its stack, which may train several at once."
                        + (front.size() > 1
                                ? " No drawn method is both cheaper and better than one on the dashed line"
                                        + (drawn.isOnePanel() ? "." : ", which is the same in all panels.")
                                : "")
                        + " ./sweep cost has the time until an error is reached."
                        + extreme.leftOut()));
    }

    private static FigureAxis.Scale scale(List<PlotPoint> points) {
        double least = points.stream().mapToDouble(PlotPoint::x).min().orElse(1);
        double most = points.stream().mapToDouble(PlotPoint::x).max().orElse(1);
        return most >= LOGARITHMIC_FROM * least ? FigureAxis.Scale.LOGARITHMIC : FigureAxis.Scale.LINEAR;
    }

    private static PlotPoint point(TrialGroup members, ToDoubleFunction<ReportedTrial> seconds, Quality quality) {
        Interval interval = members.interval(quality::value);
        return new PlotPoint(
                members.median(seconds),
                members.median(quality::value),
                interval.lower(),
                interval.upper(),
                members.finite(quality::value).length);
    }

    private static List<Series> series(
            DrawnMethods drawn,
            List<ReportedTrial> trials,
            ToDoubleFunction<ReportedTrial> seconds,
            Quality quality,
            List<PlotPoint> front) {
        List<Series> series = new ArrayList<>();
        if (front.size() > 1) {
            series.add(new Series("front", Series.INK, Mark.DASHES, front));
        }
        TrialGroup.by(trials, ReportedTrial::group)
                .forEach((group, members) -> series.add(new Series(
                        drawn.label(group),
                        drawn.colour(group),
                        Mark.DOTS_AND_BARS,
                        List.of(point(members, seconds, quality)))));
        return series;
    }

    /** The points that no other is left of and below, from left to right. */
    static List<PlotPoint> front(List<PlotPoint> points) {
        List<PlotPoint> front = new ArrayList<>();
        points.stream()
                .sorted(Comparator.comparingDouble(PlotPoint::x).thenComparingDouble(PlotPoint::y))
                .forEach(point -> {
                    if (front.isEmpty()
                            || point.y() < front.get(front.size() - 1).y()) {
                        front.add(PlotPoint.of(point.x(), point.y(), point.trials()));
                    }
                });
        return front;
    }
}
