package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import stiffsweep.analysis.figure.Figure;
import stiffsweep.analysis.figure.FigureAxis;
import stiffsweep.analysis.figure.Series;
import stiffsweep.analysis.figure.Series.Mark;

/** The error of each method, or of the baseline where nothing was trained, against x, for one problem. */
final class ErrorFigure {

    private ErrorFigure() {}

    static CaptionedFigure of(Findings findings, String problem) {
        List<ReportedTrial> trials = findings.ofProblem(problem);
        Quality quality = Quality.of(trials);
        List<Series> shown = new ArrayList<>();
        List<Series> crosses = new ArrayList<>();
        for (Map.Entry<String, TrialGroup> group :
                TrialGroup.by(trials, ReportedTrial::group).entrySet()) {
            int colour = findings.colour(group.getKey());
            List<ReportedTrial> members = group.getValue().trials();
            shown.add(MedianSeries.of(group.getKey(), colour, Mark.DOTS_AND_BAND, members, quality::value));
            Series missing = MedianSeries.missing(group.getKey(), colour, members, quality::value);
            if (!missing.points().isEmpty()) {
                crosses.add(missing);
            }
        }
        String caption = quality.meaning() + " " + MedianSeries.caption(trials, quality::value);
        shown.addAll(crosses);
        FigureAxis error = new FigureAxis(quality.column(), quality.label(), FigureAxis.Scale.LOGARITHMIC);
        return new CaptionedFigure(
                new Figure(
                        problem + "-error",
                        problem + ": " + quality.word() + " against the truth",
                        findings.xAxis(problem),
                        error,
                        shown),
                caption);
    }
}
