package stiffsweep.store;

import java.util.Comparator;

/**
 * Which row of a trial counts. A trial can stand in two files for a while, as when small files are merged into a larger one,
 * or when it was run again: the row that was started last counts, and of equals the one whose file's name is last.
 *
 * @param startedAt the row's {@code started_at} [microseconds since 1970]
 * @param file the name of its file
 */
public record RowPrecedence(long startedAt, String file) implements Comparable<RowPrecedence> {

    private static final Comparator<RowPrecedence> ORDER =
            Comparator.comparingLong(RowPrecedence::startedAt).thenComparing(RowPrecedence::file);

    /** Puts the row that counts last. */
    @Override
    public int compareTo(RowPrecedence other) {
        return ORDER.compare(this, other);
    }

    /**
     * The same in SQL: what rows are ordered by where the one that counts comes first.
     *
     * @param file the SQL of the name of a row's file
     */
    public static String sql(String file) {
        return ProvenanceColumns.STARTED_AT.name() + " desc, " + file + " desc";
    }
}
