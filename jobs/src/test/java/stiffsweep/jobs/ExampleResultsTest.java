package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The results that come with a clone answer every verb that only looks, as they are. */
class ExampleResultsTest {

    private static final Path EXAMPLE = Path.of("..", "docs", "example-results", "quickstart");

    @TempDir
    Path temporary;

    @Test
    void aReportWritesItsTablesWhereItIsAskedTo() throws IOException {
        List<Path> before = files();
        Path report = temporary.resolve("report");

        Ended ended = Ended.after("report", EXAMPLE.toString(), "--out", report.toString(), "--tables");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(report.resolve("tables/settings.tex")).content().contains("\\toprule");
        assertThat(report.resolve("tables/power-laws.md")).content().startsWith("| problem | method |");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void allTrialsGoIntoAStoreOfMlflow() throws IOException {
        Path store = temporary.resolve("mlruns");

        Ended ended = Ended.after("export", EXAMPLE.toString(), "--mlflow", store.toString());

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).isEqualTo(store + ": 40 runs\n");
        try (Stream<Path> paths = Files.walk(store)) {
            assertThat(paths.filter(path -> path.endsWith("metrics/curve/error_mse")))
                    .hasSize(40);
        }
    }

    @Test
    void aStoreOfMlflowTakesAllTrialsOrNone() {
        Ended both = Ended.after(
                "export",
                EXAMPLE.toString(),
                "--best",
                "error_mse",
                "--mlflow",
                temporary.resolve("s").toString());

        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.err()).contains("--mlflow takes all trials");
        assertThat(Ended.after("export", EXAMPLE.toString(), "--best", "error_mse")
                        .err())
                .contains("--to NEWDIR, or --mlflow OUT, must be given");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> paths = Files.walk(EXAMPLE)) {
            return paths.sorted().toList();
        }
    }
}
