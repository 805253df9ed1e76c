package stiffsweep.analysis;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Checks names of columns that a user typed. */
public final class ColumnNames {

    private ColumnNames() {}

    /** Refuses a name that is not one of the columns, and says which are nearest to it. */
    public static void require(String name, Collection<String> columns) {
        if (!columns.contains(name)) {
            List<String> nearest = columns.stream()
                    .sorted(Comparator.comparingInt(column -> distance(name, column)))
                    .limit(3)
                    .toList();
            throw new AnalysisException("a column must be one of those of trials, but got " + name + "; nearest are "
                    + String.join(", ", nearest));
        }
    }

    /** The fewest insertions, deletions and replacements that lead from one word to the other (Levenshtein). */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
