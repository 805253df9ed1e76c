package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import stiffsweep.analysis.FittedGroup;
import stiffsweep.analysis.NumberText;
import stiffsweep.analysis.figure.Figure;
import stiffsweep.analysis.figure.FigureAxis;
import stiffsweep.analysis.figure.Picture;
import stiffsweep.analysis.figure.PlotPoint;
import stiffsweep.analysis.figure.Series;
import stiffsweep.analysis.figure.Series.Mark;
import stiffsweep.stats.Interval;
import stiffsweep.stats.PowerLawFit;
import stiffsweep.store.MeasuredColumns;

/** The largest Hessian eigenvalue of each method against x, with its power law, for one problem. */
final class HessianFigure {

    private static final String IN_LEGEND =
            "brackets hold the 95 % bootstrap interval of the exponent over whole replicates, or below five replicates the range"
                    + " of the exponents of single ones. Elsewhere the legend has the slopes between neighbours, and the table"
                    + " below has each.";

    private HessianFigure() {}

    static List<CaptionedFigure> of(DrawnMethods drawn, String problem) {
        Findings findings = drawn.findings();
        List<ReportedTrial> trials = findings.ofProblem(problem);
        FigureAxis eigenvalue = new FigureAxis(
                MeasuredColumns.HESSIAN.value().name(), "largest Hessian eigenvalue λ", FigureAxis.Scale.LOGARITHMIC);
        Picture picture = drawn.picture(
                problem + "-hessian",
                problem + ": sharpness of the residual loss",
                findings.xAxis(problem),
                eigenvalue,
                trials,
                shown -> series(drawn, shown));
        boolean isChecked = !picture.isEmpty() && PowerLawChecks.areOf(drawn, problem);
        String caption = "Largest eigenvalue of the Hessian of the residual loss at the best checkpoint. "
                + MedianSeries.caption(trials, ReportedTrial::hessianLambdaMax)
                + " Lines are power laws, fitted to all trials that completed by Huber regression in log-log, and drawn where the"
                + " medians follow one within their scatter; "
                + (drawn.isOnePanel()
                        ? IN_LEGEND
                        : "the table below has their exponents, and the slopes between neighbours.")
                + (isChecked && drawn.isOnePanel() ? PowerLawChecks.CAPTION : "");
        if (isChecked && picture instanceof Figure law) {
            return List.of(new CaptionedFigure(PowerLawChecks.below(law, drawn, problem), caption));
        }
        List<CaptionedFigure> figures = new ArrayList<>(List.of(new CaptionedFigure(picture, caption)));
        if (isChecked) {
            figures.addAll(PowerLawChecks.beside(picture.name(), drawn, problem));
        }
        return figures;
    }

    private static List<Series> series(DrawnMethods drawn, List<ReportedTrial> trials) {
        List<Series> shown = new ArrayList<>();
        List<Series> crosses = new ArrayList<>();
        TrialGroup.by(trials, ReportedTrial::group).forEach((group, method) -> {
            int colour = drawn.colour(group);
            String name = drawn.label(group);
            List<ReportedTrial> members = method.trials();
            FittedGroup fitted = drawn.findings().fit(method.first().problem(), group);
            PowerLawFit law = fitted.law();
            if (law != null && law.lackOfFit().isLine()) {
                shown.add(line(name + ": fit", colour, law, members));
            }
            String growth = drawn.isOnePanel() ? ": " + (law == null ? "no fit, " + fitted.remark() : growth(law)) : "";
            Series medians = MedianSeries.of(
                    name + growth, colour, Mark.DOTS_AND_BARS, members, ReportedTrial::hessianLambdaMax);
            shown.add(medians);
            Series missing = MedianSeries.missing(name, colour, members, ReportedTrial::hessianLambdaMax);
            // Where every trial completed and none has a value, nothing was measured.
            if (!missing.points().isEmpty()
                    && (!medians.points().isEmpty() || !method.incomplete().isEmpty())) {
                crosses.add(missing);
            }
        });
        shown.addAll(crosses);
        return shown;
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
