package stiffsweep.analysis.report;

import java.util.List;
import stiffsweep.analysis.figure.FigureAxis;

/** The error of each method, or of the baseline where nothing was trained, against x, for one problem. */
final class ErrorFigure {

    private ErrorFigure() {}

    static CaptionedFigure of(DrawnMethods drawn, String problem) {
        Findings findings = drawn.findings();
        List<ReportedTrial> trials = findings.ofProblem(problem);
        Quality quality = Quality.of(trials);
        String caption = quality.meaning() + " " + MedianSeries.caption(trials, quality::value);
        FigureAxis error = new FigureAxis(quality.column(), quality.label(), FigureAxis.Scale.LOGARITHMIC);
        return new CaptionedFigure(
                drawn.picture(
                        problem + "-error",
                        problem + ": " + quality.word() + " against the truth",
                        findings.xAxis(problem),
                        error,
                        trials,
                        shown -> MedianSeries.ofMethods(drawn, shown, quality::value)),
                caption);
    }
}
