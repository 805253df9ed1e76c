package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Arrays;
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
     * What varies, and the outcomes, error, eigenvalue and epochs of each setting, as far as they were measured; the loss
     * in place of the error where no truth is known, and the baseline's where nothing was trained.
     *
     * <p>Medians are over the trials that completed and in which the number was measured. Beside the interval of the error
     * stands its level, or that it is a range.
     */
    public static Table summary(Results results) {
        return of(Comparison.trials(results));
    }

    static Table of(List<ReportedTrial> trials) {
        Quality quality = Quality.of(trials);
        List<String> abscissae = TrialGroup.abscissae(trials);
        boolean problems =
                trials.stream().map(ReportedTrial::problem).distinct().count() > 1;
        boolean methods = trials.stream().map(ReportedTrial::group).distinct().count() > 1;
        List<String> columns = new ArrayList<>(List.of("problem", "method"));
        columns.addAll(abscissae);
        columns.addAll(List.of("trials", quality.column(), "interval", "level", "lambda_max", "epochs"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (TrialGroup group : TrialGroup.settings(trials)) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(problems ? group.first().problem() : null);
            row.add(methods ? group.first().group() : null);
            abscissae.forEach(x -> row.add(group.first().xIn(x)));
            Interval interval = group.interval(quality::value);
            row.addAll(Arrays.asList(
                    group.outcomes(),
                    group.hasMedian() ? measured(group.median(quality::value)) : group.withoutMedian(),
                    text(interval),
                    level(interval),
                    measured(group.median(ReportedTrial::hessianLambdaMax)),
                    measured(group.median(ReportedTrial::epochs))));
            rows.add(row);
        }
        return new Table(columns, rows, 2 + abscissae.size()).withoutEmptyColumns();
    }

    private static @Nullable Object level(Interval interval) {
        return switch (interval.method()) {
            case UNKNOWN -> null;
            case RANGE -> interval.kind();
            case BOOTSTRAP, BCA, WILSON, SIGNED_RANK -> NumberText.rounded(100 * interval.level(), 3) + " %";
        };
    }

    private static @Nullable Object measured(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static @Nullable Object text(Interval interval) {
        return interval.known()
                ? NumberText.rounded(interval.lower(), 2) + ".." + NumberText.rounded(interval.upper(), 2)
                : null;
    }

    /** What the medians and intervals are, how many trials completed, and what is made of the others: a sentence each. */
    public static String caption(Results results) {
        TrialGroup all = new TrialGroup(Comparison.trials(results));
        int completed = all.completed().size();
        String numbers =
                "Medians are over the replicates that completed; intervals are bootstrapped, and below five replicates the"
                        + " range of the values.\n";
        return numbers
                + (completed == all.size()
                        ? "All " + all.size() + " trials completed."
                        : completed + " of " + all.size() + " trials completed, " + all.incomplete()
                                + "; the others are in no median, interval or fit.");
    }
}
