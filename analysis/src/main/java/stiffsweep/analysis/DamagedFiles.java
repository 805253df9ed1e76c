package stiffsweep.analysis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import stiffsweep.store.ResultFolder;

/**
 * Finds the file in a result folder that keeps the others from being read: one that is empty, cut off, or no file of results.
 *
 * @param folder the result folder
 * @param connection to a DuckDB that may be asked
 */
record DamagedFiles(Path folder, Connection connection) {

    /** What the first of them is, as a sentence; nothing where all are as a run writes them. */
    Optional<AnalysisException> first() {
        for (Path table : new ResultFolder(folder).tables()) {
            for (Path file : new ParquetFiles(table).list()) {
                Optional<AnalysisException> damage = damage(file);
                if (damage.isPresent()) {
                    return damage;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<AnalysisException> damage(Path file) {
        String sql =
                "select count(*) filter (name = 'trial_id') from parquet_schema(" + ParquetFiles.literal(file) + ")";
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            return answer.next() && answer.getLong(1) == 1
                    ? Optional.empty()
                    : Optional.of(refusal(file, "one without a column trial_id"));
        } catch (SQLException e) {
            // A run may have merged it with others meanwhile.
            return Files.exists(file) ? Optional.of(refusal(file, String.valueOf(e.getMessage()))) : Optional.empty();
        }
    }

    private static AnalysisException refusal(Path file, String got) {
        return new AnalysisException(file + ": a result file must be a complete Parquet file of trials, but got: "
                + got.lines().findFirst().orElse("")
                + ": `./sweep run` of the same sweep sets it aside and runs its trials again");
    }
}
