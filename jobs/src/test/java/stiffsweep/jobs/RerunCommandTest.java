package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row can be made again from its folder, and a number that is not what the trial gives does not pass for one. */
class RerunCommandTest {

    private static final String SWEEP = """
            name = again
            problem  { kind = linear-decay }
            network  { width = 6, depth = 1 }
            points   { residual { count = 12 } }
            training { epochs = 20, learning-rate = 1e-3, stack = 3 }
            measure  { curve-every = 10, hessian-iterations = 10 }
            sweep { grid { problem.stiffness = [1, 10, 100] } }
            """;

    @TempDir
    Path temporary;

    private Path folder;
    private String trial;

    @BeforeEach
    void run() throws IOException {
        folder = temporary.resolve("again");
        Path file = Files.writeString(temporary.resolve("again.conf"), SWEEP);
        Ended run = Ended.after("run", file.toString(), "--out", folder.toString(), "--master", "local[1]");
        assertThat(run.exitCode()).as(run.err()).isZero();
        String query = "select trial_id from trials where stiffness = 10";
        trial = Ended.after("sql", folder.toString(), query, "--format", "csv")
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTrialOfAStackOfThreeGivesTheSameBitsAlone() {
        Ended rerun = Ended.after("rerun", folder.toString(), "--trial", trial.substring(0, 12));

        assertThat(rerun.out()).matches("trial " + trial + ": all \\d\\d+ numbers agree bit for bit\\n");
        assertThat(rerun.exitCode()).as(rerun.err()).isZero();
    }

    @Test
    void everyNumberThatDiffersIsNamedWithBothValuesAndNothingElse() throws IOException, SQLException {
        change("trials", "* replace (nextafter(error_mse, 1) as error_mse, 'abc1234' as code_version)");
        change("curves", "* replace (case when epoch = 10 then 0.25 else loss_total end as loss_total)");

        Ended rerun = Ended.after("rerun", folder.toString(), "--trial", trial);

        assertThat(rerun.exitCode()).isEqualTo(5);
        assertThat(rerun.out().lines())
                .anyMatch(line -> line.matches("trial " + trial + ": 2 of \\d+ numbers differ"))
                .anyMatch(line -> line.startsWith("error_mse "))
                .anyMatch(line -> line.matches("loss_total at epoch 10 +0.25 +\\d.*"))
                .anyMatch(line -> line.startsWith("code_version: abc1234 in the folder, "))
                .hasSize(6);
    }

    @Test
    void anIdThatIsNoTrialsOrSeveralIsRefused() {
        for (String id : new String[] {"", "xyz"}) {
            Ended rerun = Ended.after("rerun", folder.toString(), "--trial", id);
            assertThat(rerun.exitCode()).isEqualTo(2);
            assertThat(rerun.err()).contains("by its id", "3 trials", "but got " + id);
        }
    }

    /** Writes the one file of a table anew from a query over its columns. */
    private void change(String table, String columns) throws IOException, SQLException {
        try (Stream<Path> files = Files.list(folder.resolve(table));
                Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            String file = "'" + files.findFirst().orElseThrow() + "'";
            statement.execute("create table changed as select " + columns + " from " + file);
            statement.execute("copy changed to " + file + " (format parquet)");
        }
    }
}
