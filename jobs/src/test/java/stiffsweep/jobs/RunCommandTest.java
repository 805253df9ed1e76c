package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way from a file to figures, with the real engine on a Spark of two threads. */
class RunCommandTest {

    private static final String SWEEP = """
            name = tiny
            network  { width = 4, depth = 2 }
            points   { residual { count = 16 } }
            training { epochs = 20, learning-rate = 1e-3 }
            measure  { curve-every = 10, hessian-iterations = 5 }
            sweep.grid { problem.stiffness = [1, 100], loss.weighting = [plain, jacobian] }
            """;

    @Test
    void aSweepIsRunOnceWidenedAndAsked(@TempDir Path folder) throws IOException {
        String file = Files.writeString(folder.resolve("tiny.conf"), SWEEP).toString();
        String out = folder.resolve("results").toString();

        Ended first = Ended.after("run", file, "--out", out, "--master", "local[2]");
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).contains("jacobian", "Report: ");
        assertThat(Path.of(out, "report", "report.html")).isNotEmptyFile();
        String ids = rows(out, "select trial_id, started_at from trials order by all");
        assertThat(ids.lines()).hasSize(1 + 4);

        Ended again = Ended.after("run", file, "--out", out, "--master", "local[2]");
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(rows(out, "select trial_id, started_at from trials order by all"))
                .isEqualTo(ids);

        Ended wider = Ended.after("run", file, "--set", "sweep.replicates=2", "--out", out, "--master", "local[2]");
        assertThat(wider.exitCode()).as(wider.err()).isZero();
        assertThat(rows(out, "select count(*), count(distinct trial_id) from trials")
                        .lines()
                        .toList()
                        .get(1))
                .isEqualTo("8,8");

        assertThat(Ended.after("plan", file, "--out", out).out())
                .contains("Done:     4 in")
                .contains("Missing:  0");
        assertThat(Ended.after("status", out).out()).contains("8 of 8").contains("FINISHED");
        assertThat(Ended.after("fit", out, "--x", "stiffness", "--y", "jacobian_max")
                        .out())
                .contains("exponent", "jacobian");
        assertThat(Ended.after("fit", out, "--x", "width", "--y", "error_mse").exitCode())
                .isEqualTo(2);
        assertThat(Ended.after("sql", out, "select nothing from trials").exitCode())
                .isEqualTo(2);
    }

    @Test
    void aChangedSweepIsRefusedInItsFolderAndForked(@TempDir Path folder) throws IOException {
        String file = Files.writeString(folder.resolve("tiny.conf"), SWEEP).toString();
        String out = folder.resolve("results").toString();
        String forked = folder.resolve("forked").toString();
        Ended.after("run", file, "--out", out, "--master", "local[2]");
        // All that the other sweep asks for is there already, so the fork has nothing to train.
        String[] changed = {
            "run",
            file,
            "--set",
            "name=other",
            "--set",
            "sweep.grid.problem.stiffness=[100]",
            "--out",
            out,
            "--master",
            "local[2]"
        };

        Ended refused = Ended.after(changed);
        assertThat(refused.exitCode()).isEqualTo(6);
        assertThat(refused.err()).contains("name", "--fork");

        List<String> command = new ArrayList<>(List.of(changed));
        command.addAll(List.of("--fork", forked));
        Ended fork = Ended.after(command.toArray(String[]::new));
        assertThat(fork.exitCode()).as(fork.err()).isZero();
        assertThat(fork.err()).contains("2 trials are taken over from " + out);
        String shared = "select trial_id, started_at from trials where stiffness = 100 order by all";
        assertThat(rows(forked, shared)).isEqualTo(rows(out, shared));
        assertThat(rows(forked, "select count(*), count(distinct trial_id) from trials"))
                .contains("2,2");
    }

    private static String rows(String folder, String query) {
        Ended answer = Ended.after("sql", folder, query, "--format", "csv");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer.out();
    }
}
