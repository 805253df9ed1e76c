package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of four learning rates three are too small to learn anything: a rule stops them, and the other one completes. */
class StoppedSweepTest {

    private static final String SWEEP = """
            name = search
            problem  { kind = linear-decay }
            network  { width = 6, depth = 1 }
            points   { residual { count = 12 } }
            training { epochs = 60, stack = 4 }
            measure  { curve-every = 10, hessian = false }
            sweep {
              grid { training.learning-rate = [1e-2, 1e-10, 1e-11, 1e-12] }
              stop { rule = asha, min-epochs = 20, reduction = 4 }
            }
            """;

    private static final String OUTCOMES =
            "select learning_rate, outcome, rung, epochs from trials order by learning_rate desc";

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void runWithARule() throws IOException {
        folder = temporary.resolve("search");
        assertThat(run().exitCode()).isZero();
    }

    @Test
    void theBestCompletesAndTheOthersStopAtTheFirstRungAlsoWhenTheyAreRunAgain() throws IOException {
        assertThat(rows(OUTCOMES))
                .containsExactly(
                        "0.01,COMPLETED,,60",
                        "1.0E-10,STOPPED,20,20",
                        "1.0E-11,STOPPED,20,20",
                        "1.0E-12,STOPPED,20,20");
        assertThat(rows("select count(*) from trials where error_mse is not null and loss_total is not null"))
                .containsExactly("4");
        assertThat(Ended.after("status", folder.toString()).out()).containsPattern("stopped +3");
        assertThat(folder.resolve("report/report.html"))
                .content()
                .contains("4: 1 completed, 3 stopped", "ended 3 of them early", "a rule of the sweep (sweep.stop)");
        assertThat(folder.resolve("sweep.conf")).content().contains("rule=asha");
        assertIsStoppedAgain(
                rows("select trial_id from trials where outcome = 'STOPPED'").get(0));
    }

    private void assertIsStoppedAgain(String trial) {
        Ended rerun = Ended.after("rerun", folder.toString(), "--trial", trial);
        assertThat(rerun.out()).contains("numbers agree bit for bit");
        assertThat(rerun.exitCode()).as(rerun.err()).isZero();
    }

    @Test
    void withoutTheRuleTheFolderIsGoneOnWithAndStoppedTrialsTrainToTheirEnd() throws IOException {
        List<String> before = rows("select trial_id from trials order by all");
        Ended again = run("--set", "sweep.stop.rule=none", "--retry", "stopped");
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(rows("select trial_id from trials order by all")).isEqualTo(before);
        assertThat(rows("select distinct outcome, rung, epochs from trials")).containsExactly("COMPLETED,,60");
    }

    private Ended run(String... options) throws IOException {
        Path file = Files.writeString(temporary.resolve("search.conf"), SWEEP);
        List<String> command =
                new ArrayList<>(List.of("run", file.toString(), "--out", folder.toString(), "--master", "local[1]"));
        command.addAll(List.of(options));
        return Ended.after(command.toArray(String[]::new));
    }

    private List<String> rows(String query) {
        return Ended.after("sql", folder.toString(), query, "--format", "csv")
                .out()
                .lines()
                .skip(1)
                .toList();
    }
}
