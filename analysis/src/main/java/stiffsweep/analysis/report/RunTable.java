package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.NumberText;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Table;
import stiffsweep.stats.Interval;

/** The table at the end of a run: a row for each setting, over its replicates. */
public final class RunTable {

    private RunTable() {}

    /**
     * Outcomes, error, eigenvalue and epochs of each setting; the loss in place of the error where no truth is known.
     *
     * <p>Medians are over the trials in which the number was measured. The interval of the error is one of 95 %,
     * bootstrapped from three trials, and the range of two.
     */
    public static Table summary(Results results) {
        Question question = Question.of(results);
        return of(question, question.trials(results));
    }

    static Table of(Question question, List<ReportedTrial> trials) {
        boolean problems = vary(trials, ReportedTrial::problem);
        boolean methods = vary(trials, ReportedTrial::group);
        boolean x = !question.x().isEmpty();
        boolean losses = trials.stream().allMatch(ReportedTrial::lacksTruth);
        List<String> columns = new ArrayList<>();
        addIf(problems, columns, "problem");
        addIf(methods, columns, "method");
        addIf(x, columns, question.x());
        columns.addAll(List.of("trials", losses ? "loss_total" : "error_mse", "interval_95", "lambda_max", "epochs"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        Cell.by(trials, trial -> List.of(trial.problem(), trial.group(), trial.x()))
                .values()
                .forEach(cell -> {
                    List<@Nullable Object> row = new ArrayList<>();
                    addIf(problems, row, cell.first().problem());
                    addIf(methods, row, cell.first().group());
                    addIf(x, row, cell.first().x());
                    row.addAll(measures(cell, losses ? ReportedTrial::lossTotal : ReportedTrial::errorMse));
                    rows.add(row);
                });
        return new Table(columns, rows);
    }

    private static boolean vary(List<ReportedTrial> trials, Function<ReportedTrial, String> property) {
        return trials.stream().map(property).distinct().count() > 1;
    }

    private static <T extends @Nullable Object> void addIf(boolean wanted, List<T> list, T value) {
        if (wanted) {
            list.add(value);
        }
    }

    private static List<@Nullable Object> measures(Cell cell, ToDoubleFunction<ReportedTrial> quality) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(cell.outcomes());
        row.add(measured(cell.median(quality)));
        row.add(text(cell.interval(quality)));
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
