package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Sql;
import stiffsweep.analysis.figure.Figure;
import stiffsweep.analysis.figure.FigureAxis;
import stiffsweep.analysis.figure.Series;
import stiffsweep.analysis.figure.Series.Mark;
import stiffsweep.declare.ProblemDeclaration.Result;

/**
 * The results that a problem compares with the conventional method's, such as the error of a moment with that of the limit
 * equation: each method against x, and the conventional method as a line.
 */
final class ResultFigures {

    private ResultFigures() {}

    /** A figure for each such result that was measured. */
    static List<CaptionedFigure> of(Findings findings, String problem, Results results) {
        Set<String> measured = results.columns("trials").keySet();
        List<CaptionedFigure> figures = new ArrayList<>();
        for (Result result : Declared.comparedResults(problem)) {
            if (measured.contains(result.column())) {
                figures.add(of(result, findings, problem, results));
            }
        }
        return figures;
    }

    private static CaptionedFigure of(Result result, Findings findings, String problem, Results results) {
        List<ReportedTrial> trials = findings.ofProblem(problem);
        ToDoubleFunction<ReportedTrial> value = values(result.column(), problem, results);
        List<Series> shown = new ArrayList<>();
        List<Series> crosses = new ArrayList<>();
        TrialGroup.by(trials, ReportedTrial::group).forEach((group, members) -> {
            int colour = findings.colour(group);
            shown.add(MedianSeries.of(group, colour, Mark.DOTS_AND_BAND, members.trials(), value));
            Series missing = MedianSeries.missing(group, colour, members.trials(), value);
            if (!missing.points().isEmpty()) {
                crosses.add(missing);
            }
        });
        String baseline = result.baseline();
        if (baseline != null) {
            ToDoubleFunction<ReportedTrial> conventional = values(baseline, problem, results);
            shown.add(MedianSeries.of("conventional method", Series.INK, Mark.DASHES, trials, conventional));
        }
        shown.addAll(crosses);
        String words = result.column().replace('_', ' ');
        return new CaptionedFigure(
                new Figure(
                        problem + "-result-" + result.column().replace('_', '-'),
                        problem + ": " + words,
                        findings.xAxis(problem),
                        new FigureAxis(result.column(), words, FigureAxis.Scale.LOGARITHMIC),
                        shown),
                result.meaning() + " The dashed line is the conventional method's, " + baseline + ". "
                        + MedianSeries.caption(trials, value));
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
