package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import stiffsweep.analysis.figure.PlotPoint;
import stiffsweep.analysis.figure.Series;
import stiffsweep.analysis.figure.Series.Mark;
import stiffsweep.stats.Interval;
import stiffsweep.stats.Quantile;

/** A measure of one method against x, as series of a figure. */
final class MedianSeries {

    private MedianSeries() {}

    /** The median at each x that has a positive one, with its interval. */
    static Series of(
            String label, int colour, Mark mark, List<ReportedTrial> trials, ToDoubleFunction<ReportedTrial> y) {
        List<PlotPoint> points = new ArrayList<>();
        Cell.by(trials, ReportedTrial::x).forEach((x, cell) -> {
            double[] values = cell.finite(y);
            double median = Quantile.median(values);
            if (median > 0) {
                Interval interval = Cell.interval(values);
                points.add(new PlotPoint(x, median, interval.lower(), interval.upper(), values.length));
            }
        });
        return new Series(label, colour, mark, points);
    }

    /** A cross at each x where trials have no finite value, with their number. */
    static Series missing(String group, int colour, List<ReportedTrial> trials, ToDoubleFunction<ReportedTrial> y) {
        List<PlotPoint> points = new ArrayList<>();
        long all = 0;
        for (Cell cell : Cell.by(trials, ReportedTrial::x).values()) {
            int missing = cell.size() - cell.finite(y).length;
            if (missing > 0) {
                points.add(PlotPoint.of(cell.first().x(), Double.NaN, missing));
                all += missing;
            }
        }
        return new Series(
                group + ": " + all + " of " + trials.size() + " without a value", colour, Mark.CROSSES, points);
    }

    /** What the points and their intervals are. */
    static String caption(List<ReportedTrial> trials) {
        List<Integer> sizes = Cell.by(trials, trial -> List.of(trial.group(), trial.x())).values().stream()
                .map(Cell::size)
                .sorted()
                .toList();
        int least = sizes.get(0);
        int most = sizes.get(sizes.size() - 1);
        if (most == 1) {
            return "Each point is one trial.";
        }
        return "Points are medians over n = " + (least == most ? "" + least : least + " to " + most)
                + " replicates; intervals are 95 % bootstrap intervals of the median, or the range where only two"
                + " replicates have a value.";
    }
}
