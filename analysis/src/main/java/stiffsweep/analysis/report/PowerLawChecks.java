package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import stiffsweep.analysis.figure.Figure;
import stiffsweep.analysis.figure.FigureAxis;
import stiffsweep.analysis.figure.Panels;
import stiffsweep.analysis.figure.PlotPoint;
import stiffsweep.analysis.figure.Series;
import stiffsweep.analysis.figure.Series.Mark;
import stiffsweep.stats.Bootstrap;
import stiffsweep.stats.LocalExponent;
import stiffsweep.stats.PowerLawFit;

/** What shows whether points follow a power law, beside a figure of it: the residuals, and the exponents between neighbours. */
final class PowerLawChecks {

    private static final FigureAxis RESIDUAL =
            new FigureAxis("residual", "residual (decades)", FigureAxis.Scale.LINEAR);
    private static final FigureAxis EXPONENT =
            new FigureAxis("local_exponent", "local exponent", FigureAxis.Scale.LINEAR);

    private static final String RESIDUALS = "by how many decades the medians lie above the fit of their method";
    private static final String EXPONENTS = "the exponents between neighbouring x";
    private static final String INTERVALS = "with intervals over whole replicates";

    static final String CAPTION =
            " Below: " + RESIDUALS + ", and " + EXPONENTS + ", " + INTERVALS + "; dashed is no residual.";

    private PowerLawChecks() {}

    /** Whether there is a method with a fit through three values of x or more: two are always on a line. */
    static boolean areOf(DrawnMethods drawn, String problem) {
        return methods(drawn, drawn.findings().ofProblem(problem)).stream()
                .anyMatch(method -> method.law().lackOfFit().abscissae() > 2);
    }

    /** A method and its law. */
    private record Fitted(String label, int colour, List<ReportedTrial> trials, PowerLawFit law) {}

    private static List<Fitted> methods(DrawnMethods drawn, List<ReportedTrial> trials) {
        List<Fitted> methods = new ArrayList<>();
        TrialGroup.by(trials, ReportedTrial::group).forEach((group, members) -> {
            PowerLawFit law =
                    drawn.findings().fit(members.first().problem(), group).law();
            if (law != null) {
                methods.add(new Fitted(drawn.label(group), drawn.colour(group), members.trials(), law));
            }
        });
        return methods;
    }

    /** The figure of the law, and below it the checks. */
    static Panels below(Figure law, DrawnMethods drawn, String problem) {
        List<ReportedTrial> trials = drawn.findings().ofProblem(problem);
        // The legend has each method once, with its exponent, from the plot above.
        return new Panels(
                law.name(),
                law.title(),
                1,
                List.of(
                        new Figure(law.name() + "-law", "", law.x(), law.y(), law.series()),
                        new Figure(law.name() + "-residuals", "", law.x(), RESIDUAL, residuals(drawn, trials)),
                        new Figure(law.name() + "-exponents", "", law.x(), EXPONENT, exponents(drawn, trials))));
    }

    /** The checks of a law that stands in panels of its own, in panels like them. */
    static List<CaptionedFigure> beside(String law, DrawnMethods drawn, String problem) {
        List<ReportedTrial> trials = drawn.findings().ofProblem(problem);
        FigureAxis x = drawn.findings().xAxis(problem);
        return List.of(
                new CaptionedFigure(
                        drawn.picture(
                                law + "-residuals",
                                problem + ": what the power laws leave",
                                x,
                                RESIDUAL,
                                trials,
                                shown -> residuals(drawn, shown)),
                        "Residuals: " + RESIDUALS + ", " + INTERVALS + "; dashed is no residual."),
                new CaptionedFigure(
                        drawn.picture(
                                law + "-exponents",
                                problem + ": local exponents",
                                x,
                                EXPONENT,
                                trials,
                                shown -> exponents(drawn, shown)),
                        "Local exponents: " + EXPONENTS + ", " + INTERVALS + "."));
    }

    private static List<Series> exponents(DrawnMethods drawn, List<ReportedTrial> trials) {
        return series(methods(drawn, trials), PowerLawChecks::exponents);
    }

    /** The residuals of each method, over a dashed line where there is none. */
    private static List<Series> residuals(DrawnMethods drawn, List<ReportedTrial> trials) {
        List<Fitted> methods = methods(drawn, trials);
        List<Series> series = new ArrayList<>();
        double[] x = methods.stream()
                .flatMap(method -> method.trials().stream())
                .mapToDouble(ReportedTrial::x)
                .filter(one -> one > 0)
                .sorted()
                .toArray();
        if (x.length > 1) {
            series.add(new Series(
                    "level",
                    Series.INK,
                    Mark.LEVEL,
                    List.of(PlotPoint.of(x[0], 0, 0), PlotPoint.of(x[x.length - 1], 0, 0))));
        }
        series.addAll(series(methods, PowerLawChecks::residuals));
        return series;
    }

    private static List<Series> series(List<Fitted> methods, Function<Fitted, List<PlotPoint>> points) {
        return methods.stream()
                .map(method -> new Series(method.label(), method.colour(), Mark.DOTS_AND_BARS, points.apply(method)))
                .toList();
    }

    private static List<PlotPoint> residuals(Fitted method) {
        List<PlotPoint> points = new ArrayList<>();
        for (PlotPoint median : MedianSeries.of(
                        "", 0, Mark.DOTS_AND_BARS, method.trials(), ReportedTrial::hessianLambdaMax)
                .points()) {
            if (median.x() > 0) {
                double law = Math.log10(method.law().at(median.x()));
                points.add(new PlotPoint(
                        median.x(),
                        Math.log10(median.y()) - law,
                        Math.log10(median.lower()) - law,
                        Math.log10(median.upper()) - law,
                        median.trials()));
            }
        }
        return points;
    }

    private static List<PlotPoint> exponents(Fitted method) {
        List<ReportedTrial> usable = method.trials().stream()
                .filter(trial -> trial.isCompleted() && trial.x() > 0 && trial.hessianLambdaMax() > 0)
                .filter(trial -> Double.isFinite(trial.x()) && Double.isFinite(trial.hessianLambdaMax()))
                .toList();
        return LocalExponent.of(
                        usable.stream().mapToDouble(ReportedTrial::x).toArray(),
                        usable.stream()
                                .mapToDouble(ReportedTrial::hessianLambdaMax)
                                .toArray(),
                        usable.stream().mapToLong(ReportedTrial::replicate).toArray(),
                        Bootstrap.STANDARD)
                .stream()
                .map(local -> new PlotPoint(
                        Math.sqrt(local.from()) * Math.sqrt(local.to()),
                        local.exponent(),
                        local.interval().lower(),
                        local.interval().upper(),
                        usable.size()))
                .toList();
    }
}
