package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.store.ResultFolder;

class ReportFaultsTest {

    @Test
    void aFigureThatCannotBeDrawnIsASentenceAndChangesNoSweepsEnd(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("tiny.conf"), """
                name = tiny
                problem.kind = linear-decay
                network { width = 4, depth = 1 }
                points.residual.count = 16
                training.epochs = 10
                measure.hessian = false
                """);
        Path results = folder.resolve("results");
        String[] run = {"run", file.toString(), "--out", results.toString(), "--master", "local[1]"};
        assertThat(Ended.after(run).exitCode()).isEqualTo(0);
        putWordsForPositions(results);

        Ended again = Ended.after(run);
        Ended report = Ended.after("report", results.toString());

        assertThat(again.exitCode()).isEqualTo(0);
        assertThat(again.out()).contains("error_mse", "Report: ");
        assertThat(again.err())
                .contains("figure linear-decay-solution", "left out of the report: the results cannot be read so")
                .doesNotContain("\tat ");
        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.err()).contains("figure linear-decay-solution").doesNotContain("\tat ");
        assertThat(results.resolve("report/report.html"))
                .content()
                .contains("Figure linear-decay-solution is missing", "./sweep report " + results)
                .contains("total loss");
    }

    /** Writes the solutions again with words where the positions were, as no query of a report can read them. */
    private static void putWordsForPositions(Path results) throws SQLException, IOException {
        List<Path> files = ResultFolder.files(new ResultFolder(results).solutions(), "*.parquet");
        assertThat(files).hasSize(1);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("create table broken as select * replace ('here' as x) from '" + files.get(0) + "'");
            statement.execute("copy broken to '" + files.get(0) + "' (format parquet)");
        }
    }
}
