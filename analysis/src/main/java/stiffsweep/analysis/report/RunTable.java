package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.NumberText;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Table;
import stiffsweep.stats.Interval;

/** The table at the end of a run: a row for each setting, over its replicates. */
public final class RunTable {

    private RunTable() {}

    /**
     * Outcomes, error, eigenvalue and epochs of each setting.
     *
     * <p>Medians are over the trials in which the number was measured. The interval of the error is one of 95 %,
     * bootstrapped from three trials, and the range of two.
     */
    public static Table summary(Results results) {
        Question question = Question.of(results);
        return of(question, question.trials(results));
    }

    static Table of(Question question, List<ReportedTrial> trials) {
        boolean problems =
                trials.stream().map(ReportedTrial::problem).distinct().count() > 1;
        boolean methods = trials.stream().map(ReportedTrial::group).distinct().count() > 1;
        List<String> columns = new ArrayList<>();
        if (problems) {
            columns.add("problem");
        }
        if (methods) {
            columns.add("method");
        }
        if (!question.x().isEmpty()) {
            columns.add(question.x());
        }
        columns.addAll(List.of("trials", "error_mse", "interval_95", "lambda_max", "epochs"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        Cell.by(trials, trial -> List.of(trial.problem(), trial.group(), trial.x()))
                .values()
                .forEach(cell -> {
                    List<@Nullable Object> row = new ArrayList<>();
                    if (problems) {
                        row.add(cell.first().problem());
                    }
                    if (methods) {
                        row.add(cell.first().group());
                    }
                    if (!question.x().isEmpty()) {
                        row.add(cell.first().x());
                    }
                    row.addAll(measures(cell));
                    rows.add(row);
                });
        return new Table(columns, rows);
    }

    private static List<@Nullable Object> measures(Cell cell) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(cell.outcomes());
        row.add(measured(cell.median(ReportedTrial::errorMse)));
        row.add(text(cell.interval(ReportedTrial::errorMse)));
        row.add(measured(cell.median(ReportedTrial::hessianLambdaMax)));
        row.add(measured(cell.median(ReportedTrial::epochs)));
        return row;
    }

    private static @Nullable Object measured(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static @Nullable Object text(Interval interval) {
        return interval.known()
                ? NumberText.rounded(interval.lower(), 2) + ".." + NumberText.rounded(interval.upper(), 2)
                : null;
    }
}
