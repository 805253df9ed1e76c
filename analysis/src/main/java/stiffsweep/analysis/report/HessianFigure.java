package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import stiffsweep.analysis.FittedGroup;
import stiffsweep.analysis.NumberText;
import stiffsweep.analysis.figure.Figure;
import stiffsweep.analysis.figure.FigureAxis;
import stiffsweep.analysis.figure.PlotPoint;
import stiffsweep.analysis.figure.Series;
import stiffsweep.analysis.figure.Series.Mark;
import stiffsweep.stats.Interval;
import stiffsweep.stats.PowerLawFit;
import stiffsweep.store.MeasuredColumns;

/** The largest Hessian eigenvalue of each method against x, with its power law, for one problem. */
final class HessianFigure {

    private HessianFigure() {}

    static CaptionedFigure of(Findings findings, String problem) {
        List<ReportedTrial> trials = findings.ofProblem(problem);
        List<Series> shown = new ArrayList<>();
        List<Series> crosses = new ArrayList<>();
        for (Map.Entry<String, TrialGroup> group :
                TrialGroup.by(trials, ReportedTrial::group).entrySet()) {
            int colour = findings.colour(group.getKey());
            List<ReportedTrial> members = group.getValue().trials();
            FittedGroup fitted = findings.fit(problem, group.getKey());
            PowerLawFit law = fitted.law();
            if (law != null && law.lackOfFit().isLine()) {
                shown.add(line(group.getKey() + ": fit", colour, law, members));
            }
            String label = group.getKey() + ": " + (law == null ? "no fit, " + fitted.remark() : growth(law));
            Series medians =
                    MedianSeries.of(label, colour, Mark.DOTS_AND_BARS, members, ReportedTrial::hessianLambdaMax);
            shown.add(medians);
            Series missing = MedianSeries.missing(group.getKey(), colour, members, ReportedTrial::hessianLambdaMax);
            // Where every trial completed and none has a value, nothing was measured.
            if (!missing.points().isEmpty()
                    && (!medians.points().isEmpty()
                            || !group.getValue().incomplete().isEmpty())) {
                crosses.add(missing);
            }
        }
        shown.addAll(crosses);
        String caption = "Largest eigenvalue of the Hessian of the residual loss at the best checkpoint. "
                + MedianSeries.caption(trials, ReportedTrial::hessianLambdaMax)
                + " Lines are power laws, fitted to all trials that completed by Huber regression in log-log, and drawn where the"
                + " medians follow one within their scatter; brackets hold the 95 % bootstrap interval of the exponent over whole replicates,"
                + " or below five replicates the range of the exponents of single ones. Elsewhere the legend has the slopes between"
                + " neighbours, and the table below has each.";
        FigureAxis eigenvalue = new FigureAxis(
                MeasuredColumns.HESSIAN.value().name(), "largest Hessian eigenvalue λ", FigureAxis.Scale.LOGARITHMIC);
        return new CaptionedFigure(
                new Figure(
                        problem + "-hessian",
                        problem + ": sharpness of the residual loss",
                        findings.xAxis(problem),
                        eigenvalue,
                        shown),
                caption);
    }

    /** The exponent of what is a power law, the slopes of what is none. */
    private static String growth(PowerLawFit law) {
        List<Double> slopes = law.lackOfFit().slopes();
        if (!law.lackOfFit().isLine()) {
            return "local slopes " + NumberText.fixed(Collections.min(slopes), 2) + " to "
                    + NumberText.fixed(Collections.max(slopes), 2);
        }
        Interval interval = law.interval();
        String bounds =
                " [" + NumberText.fixed(interval.lower(), 2) + ", " + NumberText.fixed(interval.upper(), 2) + "]";
        return "exponent " + NumberText.fixed(law.exponent(), 2) + (interval.known() ? bounds : "")
                + (interval.method() == Interval.Method.RANGE ? " " + interval.kind() : "");
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
