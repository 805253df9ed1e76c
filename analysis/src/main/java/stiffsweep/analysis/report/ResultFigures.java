package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Sql;
import stiffsweep.analysis.figure.FigureAxis;
import stiffsweep.analysis.figure.Series;
import stiffsweep.analysis.figure.Series.Mark;
import stiffsweep.declare.ProblemDeclaration.Result;

/**
 * The results of a problem's own: those that it compares with the conventional method's, such as the error of a moment with
 * that of the limit equation, as each method against x and the conventional method as a line, and how far off its estimates
 * are, as the interaction strength of an inverse problem.
 */
final class ResultFigures {

    private ResultFigures() {}

    /** A figure for each such result that was measured. */
    static List<CaptionedFigure> of(DrawnMethods drawn, String problem, Results results) {
        Set<String> measured = results.columns("trials").keySet();
        List<CaptionedFigure> figures = new ArrayList<>();
        for (Result result : Declared.comparedResults(problem)) {
            if (measured.contains(result.column())) {
                figures.add(of(result, drawn, problem, results));
            }
        }
        for (Result result : Declared.estimates(problem)) {
            if (measured.contains(result.error())) {
                figures.add(ofEstimate(result, drawn, problem, results));
            }
        }
        return figures;
    }

    private static CaptionedFigure ofEstimate(Result result, DrawnMethods drawn, String problem, Results results) {
        String column = Objects.requireNonNull(result.error());
        ToDoubleFunction<ReportedTrial> error = values(column, problem, results);
        ToDoubleFunction<ReportedTrial> size = trial -> Math.abs(error.applyAsDouble(trial));
        List<ReportedTrial> trials = drawn.findings().ofProblem(problem);
        String words = "error of " + result.column().replace('_', ' ');
        return new CaptionedFigure(
                drawn.picture(
                        problem + "-result-" + column.replace('_', '-'),
                        problem + ": " + words,
                        drawn.findings().xAxis(problem),
                        new FigureAxis(column, words, FigureAxis.Scale.LOGARITHMIC),
                        trials,
                        shown -> MedianSeries.ofMethods(drawn, shown, size)),
                result.meaning() + " Shown is how far it is from the exact one, without its sign. "
                        + MedianSeries.caption(trials, size));
    }

    private static CaptionedFigure of(Result result, DrawnMethods drawn, String problem, Results results) {
        Findings findings = drawn.findings();
        ToDoubleFunction<ReportedTrial> value = values(result.column(), problem, results);
        // Where every trial of a method completed and none has a value, its formulation has no such result.
        List<ReportedTrial> trials = TrialGroup.by(findings.ofProblem(problem), ReportedTrial::group).values().stream()
                .filter(members -> members.finite(value).length > 0
                        || !members.incomplete().isEmpty())
                .flatMap(members -> members.trials().stream())
                .toList();
        boolean isCompared = !conventional(result, drawn, findings.ofProblem(problem), results)
                .isEmpty();
        String words = result.column().replace('_', ' ');
        return new CaptionedFigure(
                drawn.picture(
                        problem + "-result-" + result.column().replace('_', '-'),
                        problem + ": " + words,
                        findings.xAxis(problem),
                        new FigureAxis(result.column(), words, FigureAxis.Scale.LOGARITHMIC),
                        findings.ofProblem(problem),
                        shown -> {
                            List<Series> series = MedianSeries.ofMethods(drawn, some(trials, shown), value);
                            series.addAll(conventional(result, drawn, shown, results));
                            return series;
                        }),
                result.meaning()
                        + (isCompared ? " Dashed is the conventional method's, " + result.baseline() + ". " : " ")
                        + MedianSeries.caption(trials, value));
    }

    private static List<ReportedTrial> some(List<ReportedTrial> trials, List<ReportedTrial> shown) {
        Set<String> groups = shown.stream().map(ReportedTrial::group).collect(Collectors.toSet());
        return trials.stream().filter(trial -> groups.contains(trial.group())).toList();
    }

    /** The conventional method's line: one where it has one value at each x, else one for each method. */
    private static List<Series> conventional(
            Result result, DrawnMethods drawn, List<ReportedTrial> trials, Results results) {
        if (trials.isEmpty()) {
            return List.of();
        }
        ToDoubleFunction<ReportedTrial> value =
                values(Objects.requireNonNull(result.baseline()), trials.get(0).problem(), results);
        List<ReportedTrial> known = trials.stream()
                .filter(trial -> Double.isFinite(value.applyAsDouble(trial)))
                .toList();
        boolean isOneLine = TrialGroup.by(known, ReportedTrial::x).values().stream()
                .allMatch(atX ->
                        atX.trials().stream().mapToDouble(value).distinct().count() == 1);
        List<Series> lines = new ArrayList<>();
        if (isOneLine) {
            lines.add(MedianSeries.of("conventional method", Series.INK, Mark.DASHES, known, value));
        } else {
            TrialGroup.by(known, ReportedTrial::group)
                    .forEach((group, members) -> lines.add(MedianSeries.of(
                            drawn.label(group) + ": conventional method",
                            drawn.colour(group),
                            Mark.DASHES,
                            members.trials(),
                            value)));
        }
        lines.removeIf(line -> line.points().isEmpty());
        return lines;
    }

    /** A result of each trial of a problem; NaN where it has none. */
    private static ToDoubleFunction<ReportedTrial> values(String column, String problem, Results results) {
        String number = Sql.numberOrNull(column, results.columns("trials").keySet());
        Map<String, Double> byTrial = new HashMap<>();
        for (List<@Nullable Object> row : results.query(
                        "select trial_id, " + number + " from trials where problem = ?", problem)
                .rows()) {
            if (row.get(1) instanceof Double value) {
                byTrial.put(String.valueOf(row.get(0)), value);
            }
        }
        return trial -> byTrial.getOrDefault(trial.id(), Double.NaN);
    }
}
