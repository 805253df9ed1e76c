package stiffsweep.analysis;

import java.util.ArrayList;
import java.util.List;

/** The completed trials with the smallest value of a column. */
public final class BestTrials {

    private BestTrials() {}

    /**
     * The best trial of each group; of equal ones that whose id is first.
     *
     * @param column what is smallest in the best trial
     * @param by the columns that make the groups; none for one group of all
     * @return a row for each group, with the columns {@code by}, {@code column} and {@code trial_id}
     * @throws AnalysisException where there is no such column
     */
    public static Table of(Results results, String column, List<String> by) {
        List<String> known = List.copyOf(results.columns("trials").keySet());
        List<String> wanted = new ArrayList<>(by);
        wanted.add(column);
        for (String name : wanted) {
            ColumnNames.require(name, known);
        }
        String groups = String.join(", ", by.stream().map(Sql::identifier).toList());
        String best = Sql.identifier(column);
        return results.query("select " + (by.isEmpty() ? "" : groups + ", ") + best + ", trial_id from trials"
                + " where outcome = 'COMPLETED' and isfinite(" + best + "::double)"
                + " qualify row_number() over (" + (by.isEmpty() ? "" : "partition by " + groups + " ") + "order by "
                + best + ", trial_id) = 1 order by all");
    }
}
