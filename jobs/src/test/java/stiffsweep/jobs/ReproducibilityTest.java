package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a run's parallelism, stacks and place: the same rows, to the bit, and the same report. */
class ReproducibilityTest {

    /** The figure of costs shows seconds, which no two runs have in common. */
    private static final String SWEEP = """
            name = same
            report   { figures = [error, effects, outcomes, hessian, result, seeds, solution, map, training, weight] }
            points   { residual { count = 50 } }
            training { epochs = 30, learning-rate = 1e-3 }
            measure  { curve-every = 10, hessian-iterations = 10 }
            sweep {
              grid { problem.kind = [linear-decay, quadratic-decay], problem.stiffness = [1, 10, 100, 1000] }
              replicates = 2
            }
            """;

    /** Everything but how and when the work was done. */
    private static final String ROWS =
            "select * exclude (stack, stack_rule, stack_size, train_seconds, started_at, ended_at) from trials order by all";

    /** The halves were asked for in files of their own. */
    private static final String ROWS_OF_ANY_FILE =
            "select * exclude (stack, stack_rule, stack_size, train_seconds, started_at, ended_at, config_hash) from trials order by all";

    private static final String STARTS = "select trial_id, started_at from trials order by all";

    @TempDir
    private Path folder;

    @Test
    void rowsAreTheSameToTheBitForAnyParallelismAndStackSize() throws IOException {
        String reference = rows(ROWS, run("one", "local[1]", "training.stack=8"));
        assertThat(reference.lines()).hasSize(1 + 16);
        assertThat(rows(ROWS, run("two", "local[2]", "training.stack=8"))).isEqualTo(reference);
        assertThat(rows(ROWS, run("by-four", "local[2]", "training.stack=4"))).isEqualTo(reference);
        assertThat(rows(ROWS, run("by-two", "local[2]", "training.stack=2"))).isEqualTo(reference);
    }

    @Test
    void twoHalvesMergedByCopyingGiveTheReportOfOneRun() throws IOException {
        String whole = run("whole", "local[2]", "training.stack=8");
        String half = run("half", "local[2]", "sweep.grid.problem.stiffness=[1, 10]");
        String other = run("other", "local[2]", "sweep.grid.problem.stiffness=[100, 1000]");
        for (String part : List.of("trials", "curves", "solutions")) {
            copy(Path.of(other, part), Path.of(half, part));
        }
        String starts = rows(STARTS, half);
        // Nothing is missing: this run trains nothing, and asks the whole question again.
        run("half", "local[2]", "training.stack=8");
        assertThat(rows(STARTS, half)).isEqualTo(starts);
        assertThat(rows(ROWS_OF_ANY_FILE, half)).isEqualTo(rows(ROWS_OF_ANY_FILE, whole));
        assertThat(report(half)).isEqualTo(report(whole));
    }

    private String run(String name, String master, String override) throws IOException {
        Path file = Files.writeString(folder.resolve("same.conf"), SWEEP);
        String out = folder.resolve(name).toString();
        Ended ended = Ended.after("run", file.toString(), "--out", out, "--master", master, "--set", override);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return out;
    }

    private static String rows(String query, String out) {
        Ended answer = Ended.after("sql", out, query, "--format", "csv");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer.out();
    }

    /** The files of a report by name, but for what they call their folder and when its trials were started. */
    private static Map<String, String> report(String out) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(Path.of(out, "report"))) {
            paths.filter(path -> !path.toString().matches(".*\\.(png|pdf)"))
                    .forEach(path -> files.put(
                            path.getFileName().toString(),
                            text(path).replace(out, "DIR").replaceAll("started [0-9a-z -]* \\(UTC\\)", "started")));
        }
        assertThat(files).containsKey("report.html");
        return files;
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(from)) {
            paths.forEach(files::add);
        }
        for (Path file : files) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
    }
}
