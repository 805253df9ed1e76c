package stiffsweep.analysis.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.AnalysisException;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Table;

/**
 * The settings with the smallest median of a column, and of each the trial that shows what to expect of it.
 *
 * <p>The smallest number of all belongs to a lucky seed, and says little about its setting. So settings are compared by their
 * median over replicates, and a setting of which half of the trials or more did not complete has none.
 */
public final class BestTrials {

    private BestTrials() {}

    /**
     * The best setting of each group; of equal ones that whose trial's id is first.
     *
     * @param column what is smallest in the best setting
     * @param by the columns that make the groups; none for one group of all
     * @return a row for each group that has a median: the columns {@code by}; {@code median_<column>}; {@code measured}, the
     *     trials of the setting that the median is over; {@code trials}, all of them; {@code column} and {@code trial_id} of the
     *     trial in the middle, the larger one of two
     * @throws AnalysisException where there is no such column
     */
    public static Table of(Results results, String column, List<String> by) {
        return table(
                results,
                column,
                by,
                List.of("median_" + column, "measured", "trials"),
                trials -> MeasuredSetting.ranked(trials).stream()
                        .findFirst()
                        .map(best -> row(
                                best.middle(),
                                best.median(),
                                (long) best.measured().size(),
                                (long) best.trials().size())));
    }

    /**
     * The trial of each group with the smallest number of all, whatever the other trials of its setting have.
     *
     * @return a row for each group in which a trial has a number: the columns {@code by}, {@code column} and {@code trial_id}
     * @throws AnalysisException where there is no such column
     */
    public static Table luckiest(Results results, String column, List<String> by) {
        return table(
                results,
                column,
                by,
                List.of(),
                trials -> trials.stream()
                        .filter(trial -> !Double.isNaN(trial.measured()))
                        .min(Comparator.comparingDouble(AskedTrial::measured).thenComparing(AskedTrial::id))
                        .map(BestTrials::row));
    }

    private static Table table(
            Results results,
            String column,
            List<String> by,
            List<String> more,
            Function<List<AskedTrial>, Optional<List<@Nullable Object>>> best) {
        AskedTrials asked = AskedTrials.of(results, new Question(column, by, ""));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        asked.byGroup()
                .forEach((group, trials) -> best.apply(trials).ifPresent(cells -> {
                    List<@Nullable Object> row = new ArrayList<>(group);
                    row.addAll(cells);
                    rows.add(row);
                }));
        List<String> columns = new ArrayList<>(by);
        columns.addAll(more);
        columns.addAll(List.of(column, "trial_id"));
        return new Table(columns, rows, by.size());
    }

    private static List<@Nullable Object> row(AskedTrial trial, Object... first) {
        List<@Nullable Object> row = new ArrayList<>(List.of(first));
        row.add(trial.measured());
        row.add(trial.id());
        return row;
    }
}
