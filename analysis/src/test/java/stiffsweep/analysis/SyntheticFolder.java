package stiffsweep.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import stiffsweep.store.ColumnRoles;

/** Result folders of made-up numbers, written as Parquet by DuckDB. */
public final class SyntheticFolder {

    private SyntheticFolder() {}

    /** Writes the rows of a query as one Parquet file of a result folder, which does not say what its columns are. */
    public static Path write(Path folder, String kind, String file, String query) {
        return write(folder, kind, file, query, "");
    }

    /** Writes the rows of a query as one Parquet file of a result folder, which says the roles of its columns. */
    public static Path writeWithRoles(Path folder, String kind, String file, String query, String roles) {
        return write(
                folder,
                kind,
                file,
                query,
                ", kv_metadata {" + Sql.literal(ColumnRoles.KEY) + ": " + Sql.literal(roles) + "}");
    }

    private static Path write(Path folder, String kind, String file, String query, String options) {
        Path target = folder.resolve(kind).resolve(file);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            Files.createDirectories(target.getParent());
            statement.execute(
                    "copy (" + query + "\n) to " + Sql.literal(target.toString()) + " (format parquet" + options + ")");
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /**
     * Writes the part of a whole sweep that satisfies a condition: two problems, eight values of stiffness, plain,
     * Jacobian and stiffness-matched weighting, five replicates, with curves and solutions.
     *
     * @param file the name of the files, without ending
     * @param condition an SQL condition on the columns of trials
     */
    public static void writeSweep(Path folder, String file, String condition) {
        String trials = "select * from (" + Resource.text(SyntheticFolder.class, "synthetic-trials.sql") + ") where "
                + condition;
        write(folder, "trials", file + ".parquet", trials);
        write(
                folder,
                "curves",
                file + ".parquet",
                Resource.text(SyntheticFolder.class, "synthetic-curves.sql").replace("{trials}", trials));
        write(
                folder,
                "solutions",
                file + ".parquet",
                Resource.text(SyntheticFolder.class, "synthetic-solutions.sql").replace("{trials}", trials));
        try {
            Files.writeString(folder.resolve("sweep.conf"), "name = synthetic\nsweep { replicates = 5 }\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
