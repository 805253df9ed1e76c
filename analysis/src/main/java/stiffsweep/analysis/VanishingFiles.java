package stiffsweep.analysis;

import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Asks again where files of a folder have gone between their listing and their reading: a run that merges small files deletes
 * those it has merged.
 *
 * @param folder the folder of results; what is missing elsewhere is missing
 */
record VanishingFiles(Path folder) {

    private static final int TRIES = 16;

    /** The last wait is the longest; all of them together are some seconds, longer than a run takes to delete what it merged. */
    private static final long LONGEST_WAIT_MILLIS = 1000;

    /** What DuckDB is asked. */
    @FunctionalInterface
    interface Query<T> {
        T ask() throws SQLException;
    }

    /**
     * The answer to a query.
     *
     * @throws SQLException if the query is not valid, or its files keep vanishing
     */
    <T> T lookedFor(Query<T> query) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                return query.ask();
            } catch (SQLException e) {
                if (tries == TRIES || !isOfAFileThatVanished(e) || !hasWaited(tries)) {
                    throw e;
                }
            }
        }
    }

    private boolean isOfAFileThatVanished(SQLException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains(folder.toString())
                && (message.contains("No such file") || message.contains("No files found"));
    }

    private static boolean hasWaited(int tries) {
        try {
            Thread.sleep(Math.min(1L << (tries - 1), LONGEST_WAIT_MILLIS));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
