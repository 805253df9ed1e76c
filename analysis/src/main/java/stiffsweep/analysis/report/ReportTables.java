package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.FittedGroup;
import stiffsweep.analysis.NumberText;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Table;
import stiffsweep.stats.Interval;

/** The tables of a report. */
final class ReportTables {

    private ReportTables() {}

    /** The power law of the largest Hessian eigenvalue in x, for each method of a problem where it was measured. */
    static Table fits(Findings findings) {
        List<String> columns = new ArrayList<>(List.of("problem", "method", "x"));
        columns.addAll(FittedGroup.columns());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Cell method : findings.methods()) {
            String problem = method.first().problem();
            if (findings.hasAbscissa(problem)
                    && new Cell(findings.ofProblem(problem)).finite(ReportedTrial::hessianLambdaMax).length > 0) {
                FittedGroup fitted = findings.fit(problem, method.first().group());
                List<@Nullable Object> row = new ArrayList<>(fitted.key());
                row.add(method.first().question().x());
                row.addAll(fitted.cells());
                rows.add(row);
            }
        }
        return new Table(columns, rows);
    }

    /** Outcomes, median error and success of each problem and method, over all x. */
    static Table methodsTable(Findings findings) {
        Quality quality = Quality.of(findings.trials());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Cell method : findings.methods()) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(method.first().problem());
            row.add(method.first().group());
            row.add(method.outcomes());
            row.addAll(qualityAndSuccess(quality, method));
            rows.add(row);
        }
        return new Table(
                        List.of("problem", "method", "trials", "median " + quality.column(), "95 %", "success", "95 %"),
                        rows)
                .withoutEmptyColumns();
    }

    /** The same for each setting, over its replicates, as far as it was measured. */
    static Table settings(Findings findings) {
        Quality quality = Quality.of(findings.trials());
        List<String> abscissae = Cell.abscissae(findings.trials());
        List<String> columns = new ArrayList<>(List.of("problem", "method"));
        columns.addAll(abscissae);
        columns.addAll(List.of("trials", "median " + quality.column(), "95 %", "success", "95 %"));
        columns.addAll(List.of("median hessian_lambda_max", "95 %", "median epochs"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Cell setting : Cell.settings(findings.trials())) {
            List<@Nullable Object> row = new ArrayList<>(setting.key(abscissae));
            row.add(setting.outcomes());
            row.addAll(qualityAndSuccess(quality, setting));
            row.add(number(setting.median(ReportedTrial::hessianLambdaMax)));
            row.add(text(setting.interval(ReportedTrial::hessianLambdaMax)));
            row.add(number(setting.median(ReportedTrial::epochs)));
            rows.add(row);
        }
        return new Table(columns, rows).withoutEmptyColumns();
    }

    /** What the problems measure themselves, for each setting over its replicates; no rows where they measure nothing. */
    static Table ownResults(Findings findings, Results results) {
        List<String> abscissae = Cell.abscissae(findings.trials());
        List<String> columns = new ArrayList<>(List.of("problem", "method"));
        columns.addAll(abscissae);
        List<Map<String, Double>> measures = new ArrayList<>();
        for (String own : results.ownColumns()) {
            Map<String, Double> measure = results.numbers(own);
            if (!measure.isEmpty()) {
                columns.addAll(List.of("median " + own, "95 %"));
                measures.add(measure);
            }
        }
        if (measures.isEmpty()) {
            return new Table(columns, List.of());
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Cell setting : Cell.settings(findings.trials())) {
            List<@Nullable Object> row = new ArrayList<>(setting.key(abscissae));
            for (Map<String, Double> measure : measures) {
                ToDoubleFunction<ReportedTrial> own = trial -> measure.getOrDefault(trial.id(), Double.NaN);
                row.add(number(setting.median(own)));
                row.add(text(setting.interval(own)));
            }
            rows.add(row);
        }
        return new Table(columns, rows).withoutEmptyColumns();
    }

    /** Why trials did not complete, each reason with the number of its trials and one of them as an example. */
    static Table failures(Findings findings) {
        TreeMap<List<String>, List<String>> ids =
                new TreeMap<>((left, right) -> String.join("\n", left).compareTo(String.join("\n", right)));
        for (ReportedTrial trial : findings.trials()) {
            if (!trial.outcome().equals("COMPLETED")) {
                // Where and why a rule stopped a trial is different for each.
                String reason = trial.isStopped() ? "a rule of the sweep (sweep.stop)" : trial.failure();
                ids.computeIfAbsent(List.of(trial.outcome(), reason), key -> new ArrayList<>())
                        .add(trial.id());
            }
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        ids.forEach((reason, trials) ->
                rows.add(Arrays.asList(reason.get(0), reason.get(1), (long) trials.size(), trials.get(0))));
        return new Table(List.of("outcome", "reason", "trials", "for example"), rows);
    }

    private static List<@Nullable Object> qualityAndSuccess(Quality quality, Cell cell) {
        boolean hasErrors = Quality.of(cell.trials()) == Quality.ERROR;
        return Arrays.asList(
                number(cell.median(quality::value)),
                text(cell.interval(quality::value)),
                hasErrors ? cell.successes() + " of " + cell.size() : null,
                hasErrors ? text(cell.successInterval()) : null);
    }

    private static @Nullable Object number(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static @Nullable Object text(Interval interval) {
        return interval.known()
                ? NumberText.rounded(interval.lower(), 4) + " to " + NumberText.rounded(interval.upper(), 4)
                : null;
    }
}
