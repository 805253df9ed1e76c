package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.FittedGroup;
import stiffsweep.analysis.NumberText;
import stiffsweep.analysis.Table;
import stiffsweep.stats.Interval;

/** The tables of a report. */
final class ReportTables {

    private ReportTables() {}

    /** The power law of the largest Hessian eigenvalue in x, for each problem and method. */
    static Table fits(Findings findings) {
        List<String> columns = new ArrayList<>(List.of("problem", "method"));
        columns.addAll(FittedGroup.columns());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (FittedGroup fitted : findings.fits()) {
            List<@Nullable Object> row = new ArrayList<>(fitted.key());
            row.addAll(fitted.cells());
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    /** Outcomes, median error and success of each problem and method, over all x. */
    static Table methodsTable(Findings findings) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Cell method : findings.methods()) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(method.first().problem());
            row.add(method.first().group());
            row.add(method.outcomes());
            row.addAll(errorAndSuccess(method));
            rows.add(row);
        }
        return new Table(List.of("problem", "method", "trials", "median error_mse", "95 %", "success", "95 %"), rows);
    }

    /** The same for each setting, over its replicates. */
    static Table settings(Findings findings) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        Cell.by(findings.trials(), trial -> List.of(trial.problem(), trial.group(), trial.x()))
                .values()
                .forEach(setting -> {
                    List<@Nullable Object> row = new ArrayList<>();
                    row.add(setting.first().problem());
                    row.add(setting.first().group());
                    row.add(number(setting.first().x()));
                    row.add(setting.outcomes());
                    row.addAll(errorAndSuccess(setting));
                    row.add(number(setting.median(ReportedTrial::hessianLambdaMax)));
                    row.add(text(setting.interval(ReportedTrial::hessianLambdaMax)));
                    row.add(number(setting.median(ReportedTrial::epochs)));
                    rows.add(row);
                });
        String x = findings.question().x().isEmpty() ? "x" : findings.question().x();
        return new Table(
                List.of(
                        "problem",
                        "method",
                        x,
                        "trials",
                        "median error_mse",
                        "95 %",
                        "success",
                        "95 %",
                        "median hessian_lambda_max",
                        "95 %",
                        "median epochs"),
                rows);
    }

    /** Why trials did not complete, each reason with the number of its trials and one of them as an example. */
    static Table failures(Findings findings) {
        TreeMap<List<String>, List<String>> ids =
                new TreeMap<>((left, right) -> String.join("\n", left).compareTo(String.join("\n", right)));
        for (ReportedTrial trial : findings.trials()) {
            if (!trial.outcome().equals("COMPLETED")) {
                ids.computeIfAbsent(List.of(trial.outcome(), trial.failure()), key -> new ArrayList<>())
                        .add(trial.id());
            }
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        ids.forEach((reason, trials) ->
                rows.add(Arrays.asList(reason.get(0), reason.get(1), (long) trials.size(), trials.get(0))));
        return new Table(List.of("outcome", "reason", "trials", "for example"), rows);
    }

    private static List<@Nullable Object> errorAndSuccess(Cell cell) {
        return Arrays.asList(
                number(cell.median(ReportedTrial::errorMse)),
                text(cell.interval(ReportedTrial::errorMse)),
                cell.hasTruth() ? cell.successes() + " of " + cell.size() : null,
                cell.hasTruth() ? text(cell.successInterval()) : null);
    }

    private static @Nullable Object number(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static @Nullable Object text(Interval interval) {
        return interval.known()
                ? NumberText.rounded(interval.lower(), 3) + " to " + NumberText.rounded(interval.upper(), 3)
                : null;
    }
}
