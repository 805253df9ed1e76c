package stiffsweep.analysis;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import stiffsweep.store.Column;
import stiffsweep.store.OtherVersionException;
import stiffsweep.store.ProvenanceColumns;
import stiffsweep.store.SchemaVersion;

/**
 * The results in a folder, open to SQL.
 *
 * <p>The views {@code trials}, {@code curves} and {@code solutions} hold each trial once and finished trials only. They
 * read the files anew for each query, so a folder may be looked at while a run fills it.
 */
public final class Results implements AutoCloseable {

    private final Path folder;
    private final Connection connection;

    private Results(Path folder, Connection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    /**
     * Opens a result folder.
     *
     * @throws NoResultsException where it holds no finished trial
     * @throws AnalysisException where one of its files is damaged, or is none of results
     * @throws OtherVersionException where its columns have other meanings than this code gives them
     */
    public static Results open(Path folder) {
        if (!ParquetFiles.in(folder, "trials").exist()) {
            throw new NoResultsException(folder);
        }
        try {
            Results results = new Results(folder, connection());
            new Views(folder).statements().forEach(results::execute);
            results.requireTrials();
            results.requireVersion();
            return results;
        } catch (SQLException e) {
            throw notAnswered(e);
        }
    }

    /**
     * Makes sure that results can be read on this machine.
     *
     * @throws AnalysisException where they cannot, whatever the folder
     */
    public static void requireUsable() {
        try {
            connection().close();
        } catch (SQLException e) {
            throw notAnswered(e);
        }
    }

    private static Connection connection() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        try {
            return DriverManager.getConnection("jdbc:duckdb:", settings);
        } catch (LinkageError e) {
            throw new AnalysisException(
                    "DuckDB, which reads the results, must be able to unpack its library, some 70 MB, into java.io.tmpdir = "
                            + System.getProperty("java.io.tmpdir") + " and load it there, but got "
                            + (e.getCause() == null ? e : e.getCause())
                            + ": name a folder that can be written, has room and allows programs to run (no mount option"
                            + " noexec), as in JDK_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER",
                    e);
        }
    }

    /**
     * The answer to a query over the views {@code trials}, {@code curves} and {@code solutions}.
     *
     * @param sql the query in DuckDB's SQL, with a {@code ?} for each parameter
     * @throws AnalysisException where the query is not valid
     */
    public Table query(String sql, Object... parameters) {
        return ask(() -> sql, parameters);
    }

    /** The answer to a query whose text is made anew where files have gone, as after a merge. */
    Table ask(Supplier<String> sql, Object... parameters) {
        try {
            return new VanishingFiles(folder).lookedFor(() -> {
                try (PreparedStatement statement = connection.prepareStatement(sql.get())) {
                    for (int i = 0; i < parameters.length; i++) {
                        statement.setObject(i + 1, parameters[i]);
                    }
                    if (!statement.execute()) {
                        // Such as copy .. to, which writes a file.
                        return new Table(List.of("rows"), List.of(List.of(statement.getLargeUpdateCount())));
                    }
                    try (ResultSet answer = statement.getResultSet()) {
                        return ResultSetTable.of(answer);
                    }
                }
            });
        } catch (SQLException e) {
            if (String.valueOf(e.getMessage()).contains(".parquet")) {
                refuseDamage();
            }
            throw notAnswered(e);
        }
    }

    /** The columns of a view with their SQL types, in order. */
    public Map<String, String> columns(String view) {
        Table described = query("select column_name, column_type from (describe " + Sql.identifier(view) + ")");
        Map<String, String> columns = new LinkedHashMap<>();
        for (List<@Nullable Object> row : described.rows()) {
            columns.put(String.valueOf(row.get(0)), String.valueOf(row.get(1)));
        }
        return Collections.unmodifiableMap(columns);
    }

    /** The names of the columns of {@code trials} that have a role. */
    public SortedSet<String> columns(Column.Role role) {
        SortedSet<String> names = new TreeSet<>();
        new TrialRoles(this, ParquetFiles.in(folder, "trials")).byColumn().forEach((name, own) -> {
            if (own == role) {
                names.add(name);
            }
        });
        return Collections.unmodifiableSortedSet(names);
    }

    /** The columns of {@code solutions} that hold inputs, time first. */
    public List<String> inputs() {
        return new SolutionInputs(this, ParquetFiles.in(folder, "solutions")).columns();
    }

    /** A column of {@code trials} as numbers, by trial, where it has one. */
    public Map<String, Double> numbers(String column) {
        String name = Sql.identifier(column);
        Map<String, Double> numbers = new HashMap<>();
        for (List<@Nullable Object> row :
                query("select trial_id, " + name + "::double from trials").rows()) {
            if (row.get(1) instanceof Double number) {
                numbers.put(String.valueOf(row.get(0)), number);
            }
        }
        return numbers;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw notAnswered(e);
        }
    }

    /** A file of something else would count as a trial without an id. */
    private void requireTrials() {
        if (!query("select 1 from trials where trial_id is null limit 1").rows().isEmpty()) {
            refuseDamage();
        }
    }

    private void refuseDamage() {
        new DamagedFiles(folder, connection).first().ifPresent(damage -> {
            throw damage;
        });
    }

    private void requireVersion() {
        String version = ProvenanceColumns.SCHEMA_VERSION.name();
        if (columns("trials").containsKey(version)) {
            Table other =
                    query("select %1$s from trials where %1$s <> ? limit 1".formatted(version), SchemaVersion.CURRENT);
            other.rows().forEach(row -> SchemaVersion.requireCurrent(folder, (Long) row.get(0)));
        }
    }

    private void execute(String sql) {
        try {
            new VanishingFiles(folder).lookedFor(() -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute(sql);
                }
            });
        } catch (SQLException e) {
            refuseDamage();
            throw notAnswered(e);
        }
    }

    private static AnalysisException notAnswered(SQLException e) {
        List<String> sentence = new ArrayList<>();
        // DuckDB's message ends with the place in the query, drawn over several lines.
        for (String line : String.valueOf(e.getMessage()).split("\n", -1)) {
            if (line.startsWith("LINE ")) {
                break;
            }
            if (!line.isBlank()) {
                sentence.add(line.strip());
            }
        }
        return new AnalysisException("the results cannot be read so: " + String.join(" ", sentence), e);
    }
}
