package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import stiffsweep.analysis.figure.Axis;
import stiffsweep.analysis.figure.Figure;
import stiffsweep.analysis.figure.Series;
import stiffsweep.analysis.figure.Series.Mark;

/** The error of each method against x, for one problem. */
final class ErrorFigure {

    private ErrorFigure() {}

    static CaptionedFigure of(Findings findings, String problem) {
        List<ReportedTrial> trials = findings.ofProblem(problem);
        List<Series> shown = new ArrayList<>();
        List<Series> crosses = new ArrayList<>();
        for (Map.Entry<String, Cell> group :
                Cell.by(trials, ReportedTrial::group).entrySet()) {
            int colour = findings.colour(group.getKey());
            List<ReportedTrial> members = group.getValue().trials();
            shown.add(MedianSeries.of(group.getKey(), colour, Mark.DOTS_AND_BAND, members, ReportedTrial::errorMse));
            Series missing = MedianSeries.missing(group.getKey(), colour, members, ReportedTrial::errorMse);
            if (!missing.points().isEmpty()) {
                crosses.add(missing);
            }
        }
        String caption = "Mean squared error of the best checkpoint against the truth. "
                + MedianSeries.caption(trials)
                + (crosses.isEmpty()
                        ? " Every trial has a value."
                        : " Crosses mark where trials diverged or failed without a value; medians are over the others.");
        shown.addAll(crosses);
        Axis error = new Axis("error_mse", "mean squared error (unit of y squared)", Axis.Scale.LOGARITHMIC);
        return new CaptionedFigure(
                new Figure(problem + "-error", problem + ": error against the truth", findings.xAxis(), error, shown),
                caption);
    }
}
