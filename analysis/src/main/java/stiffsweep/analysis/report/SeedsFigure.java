package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import stiffsweep.analysis.figure.Figure;
import stiffsweep.analysis.figure.FigureAxis;
import stiffsweep.analysis.figure.PlotPoint;
import stiffsweep.analysis.figure.Series;
import stiffsweep.analysis.figure.Series.Mark;
import stiffsweep.stats.Bootstrap;
import stiffsweep.stats.Interval;
import stiffsweep.stats.Quantile;

/** How the median of each method and its interval settle as seeds are added, at the highest x. */
final class SeedsFigure {

    /** Fewer seeds than these show nothing that settles. */
    private static final int FEWEST = Bootstrap.FEWEST + 1;

    private SeedsFigure() {}

    /** The figure; none where no method has seeds enough. */
    static List<CaptionedFigure> of(DrawnMethods drawn, String problem) {
        List<Extreme> extremes = Extreme.of(drawn.findings(), problem);
        Extreme extreme = extremes.get(extremes.size() - 1);
        Quality quality = Quality.of(drawn.findings().ofProblem(problem));
        List<Series> shown = new ArrayList<>();
        TrialGroup.by(extreme.trials(), ReportedTrial::group).forEach((group, members) -> {
            if (members.finite(quality::value).length >= FEWEST) {
                shown.add(new Series(drawn.name(group), shown.size(), Mark.LINE_AND_BAND, points(members, quality)));
            }
        });
        if (shown.isEmpty()) {
            return List.of();
        }
        Figure figure = new Figure(
                problem + "-seeds",
                extreme.title() + ": what more seeds change",
                new FigureAxis("seeds", "number of seeds", FigureAxis.Scale.LINEAR),
                new FigureAxis(quality.column(), quality.label(), FigureAxis.Scale.LOGARITHMIC),
                shown);
        return List.of(new CaptionedFigure(
                figure,
                "The median " + quality.word() + " over the first n seeds that completed, and its interval: from n = "
                        + Bootstrap.FEWEST
                        + " on 95 % by bootstrap, below the range. A band that still narrows, or a line that still"
                        + " wanders, asks for more seeds." + extreme.leftOut()));
    }

    private static List<PlotPoint> points(TrialGroup members, Quality quality) {
        double[] values = new TrialGroup(members.trials().stream()
                        .sorted(Comparator.comparingLong(ReportedTrial::replicate))
                        .toList())
                .finite(quality::value);
        List<PlotPoint> points = new ArrayList<>();
        for (int n = 2; n <= values.length; n++) {
            double[] first = Arrays.copyOf(values, n);
            Interval interval = Bootstrap.STANDARD.ofMedian(first);
            points.add(new PlotPoint(n, Quantile.median(first), interval.lower(), interval.upper(), n));
        }
        return points;
    }
}
