package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.ToDoubleFunction;
import stiffsweep.analysis.figure.PlotPoint;
import stiffsweep.analysis.figure.Series;
import stiffsweep.analysis.figure.Series.Mark;
import stiffsweep.stats.Bootstrap;
import stiffsweep.stats.Interval;

/** A measure of one method against x, as series of a figure. */
final class MedianSeries {

    private MedianSeries() {}

    /** The medians of each method, and after all of them a cross wherever a method misses some. */
    static List<Series> ofMethods(DrawnMethods drawn, List<ReportedTrial> trials, ToDoubleFunction<ReportedTrial> y) {
        List<Series> medians = new ArrayList<>();
        List<Series> crosses = new ArrayList<>();
        TrialGroup.by(trials, ReportedTrial::group).forEach((group, members) -> {
            int colour = drawn.colour(group);
            String label = drawn.label(group);
            medians.add(of(label, colour, Mark.DOTS_AND_BAND, members.trials(), y));
            Series missing = missing(label, colour, members.trials(), y);
            if (!missing.points().isEmpty()) {
                crosses.add(missing);
            }
        });
        medians.addAll(crosses);
        return medians;
    }

    /** The median at each x that has a positive one, with its interval. */
    static Series of(
            String label, int colour, Mark mark, List<ReportedTrial> trials, ToDoubleFunction<ReportedTrial> y) {
        List<PlotPoint> points = new ArrayList<>();
        TrialGroup.by(trials, ReportedTrial::x).forEach((x, atX) -> {
            double median = atX.median(y);
            if (median > 0) {
                Interval interval = atX.interval(y);
                points.add(new PlotPoint(
                        x, median, interval.lower(), interval.upper(), atX.finite(y).length, atX.middle(y)));
            }
        });
        return new Series(label, colour, mark, points);
    }

    /** A cross at each x where trials did not complete or have no finite value, with their number. */
    static Series missing(String label, int colour, List<ReportedTrial> trials, ToDoubleFunction<ReportedTrial> y) {
        List<PlotPoint> points = new ArrayList<>();
        int unmeasured = 0;
        for (TrialGroup atX : TrialGroup.by(trials, ReportedTrial::x).values()) {
            int missing = atX.size() - atX.finite(y).length;
            if (missing > 0) {
                points.add(PlotPoint.of(atX.first().x(), Double.NaN, missing));
                unmeasured += atX.completed().size() - atX.finite(y).length;
            }
        }
        TrialGroup all = new TrialGroup(trials);
        int incomplete = all.size() - all.completed().size();
        StringJoiner why = new StringJoiner(", ", label + ": ", "");
        if (incomplete > 0) {
            why.add(incomplete + " of " + all.size() + " did not complete");
        }
        if (unmeasured > 0) {
            why.add(unmeasured + " of " + all.size() + " without a value");
        }
        return new Series(why.toString(), colour, Mark.CROSSES, points);
    }

    /** What the points and their intervals are, and what is left out. */
    static String caption(List<ReportedTrial> trials, ToDoubleFunction<ReportedTrial> y) {
        List<TrialGroup> groups = TrialGroup.settings(trials);
        int[] sizes = groups.stream()
                .filter(TrialGroup::hasMedian)
                .mapToInt(group -> group.finite(y).length)
                .filter(size -> size > 0)
                .sorted()
                .toArray();
        String points = sizes.length == 0
                ? "No setting has a median."
                : sizes[sizes.length - 1] == 1 ? "Each point is one trial." : medians(sizes);
        return points + leftOut(trials, groups);
    }

    private static String medians(int[] sizes) {
        int least = sizes[0];
        int most = sizes[sizes.length - 1];
        String range = "the range from the smallest to the largest value";
        String bootstrap = "95 % bootstrap intervals of the median";
        String intervals = least >= Bootstrap.FEWEST
                ? bootstrap
                : most < Bootstrap.FEWEST
                        ? range + ", which is no interval of 95 %"
                        : bootstrap + ", and below n = " + Bootstrap.FEWEST + " " + range;
        return "Points are medians over n = " + (least == most ? "" + least : least + " to " + most)
                + " replicates; bars and bands are " + intervals + ".";
    }

    private static String leftOut(List<ReportedTrial> trials, List<TrialGroup> groups) {
        TrialGroup all = new TrialGroup(trials);
        int incomplete = all.size() - all.completed().size();
        if (incomplete == 0) {
            return "";
        }
        boolean lacksMedians = groups.stream().anyMatch(group -> !group.hasMedian());
        return " " + incomplete + " of " + all.size()
                + " trials did not complete and are left out; crosses mark these x"
                + (lacksMedians ? ". Where half of the replicates or more did not complete there is no median." : ".");
    }
}
