package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import stiffsweep.analysis.FittedGroup;
import stiffsweep.analysis.NumberText;
import stiffsweep.analysis.figure.Axis;
import stiffsweep.analysis.figure.Figure;
import stiffsweep.analysis.figure.PlotPoint;
import stiffsweep.analysis.figure.Series;
import stiffsweep.analysis.figure.Series.Mark;
import stiffsweep.stats.Interval;
import stiffsweep.stats.PowerLawFit;

/** The largest Hessian eigenvalue of each method against x, with its power law, for one problem. */
final class HessianFigure {

    private HessianFigure() {}

    static CaptionedFigure of(Findings findings, String problem) {
        List<ReportedTrial> trials = findings.ofProblem(problem);
        List<Series> shown = new ArrayList<>();
        int leftOut = 0;
        for (Map.Entry<String, Cell> group :
                Cell.by(trials, ReportedTrial::group).entrySet()) {
            int colour = findings.colour(group.getKey());
            List<ReportedTrial> members = group.getValue().trials();
            FittedGroup fitted = findings.fit(problem, group.getKey());
            leftOut += fitted.leftOut();
            PowerLawFit law = fitted.law();
            String label = group.getKey() + (law == null ? ": no fit, " + fitted.remark() : exponent(law));
            if (law != null) {
                shown.add(line(group.getKey() + ": fit", colour, law, members));
            }
            shown.add(MedianSeries.of(label, colour, Mark.DOTS_AND_BARS, members, ReportedTrial::hessianLambdaMax));
        }
        String caption = "Largest eigenvalue of the Hessian of the residual loss at the best checkpoint. "
                + MedianSeries.caption(trials)
                + " Lines are power laws, fitted to all trials by Huber regression in log-log; brackets hold the 95 %"
                + " interval of the exponent from resampling whole replicates. "
                + (leftOut == 0
                        ? "No trial was left out."
                        : leftOut + " trials without a positive value were left out.");
        Axis eigenvalue = new Axis("hessian_lambda_max", "largest Hessian eigenvalue λ", Axis.Scale.LOGARITHMIC);
        return new CaptionedFigure(
                new Figure(
                        problem + "-hessian",
                        problem + ": sharpness of the residual loss",
                        findings.xAxis(problem),
                        eigenvalue,
                        shown),
                caption);
    }

    private static String exponent(PowerLawFit law) {
        Interval interval = law.interval();
        return ": exponent " + NumberText.fixed(law.exponent(), 2)
                + (interval.known()
                        ? " [" + NumberText.fixed(interval.lower(), 2) + ", " + NumberText.fixed(interval.upper(), 2)
                                + "]"
                        : "");
    }

    private static Series line(String label, int colour, PowerLawFit law, List<ReportedTrial> trials) {
        List<PlotPoint> points = trials.stream()
                .mapToDouble(ReportedTrial::x)
                .filter(x -> x > 0)
                .sorted()
                .distinct()
                .mapToObj(x -> PlotPoint.of(x, law.at(x), law.points()))
                .toList();
        return new Series(label, colour, Mark.FIT, points);
    }
}
