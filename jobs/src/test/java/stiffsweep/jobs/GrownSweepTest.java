package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.analysis.Results;

/** Trials that no file lists must be found by every verb. */
class GrownSweepTest {

    private static final String SEARCH = """
            name = searched
            training.epochs = 3
            points.residual.count = 10
            measure { curve-every = 3, hessian = false }
            sweep {
              design = tpe
              count = 7
              tpe { start = 3, batch = 2 }
              axes {
                training.learning-rate = { log-uniform = [1e-4, 1e-1] }
                training.optimizer = [adam, adamw]
                training.weight-decay = { log-uniform = [1e-4, 1e-1], when = { training.optimizer = adamw } }
              }
            }
            """;

    @TempDir
    private static Path root;

    private static String file = "";
    private static Path folder = Path.of("");

    @BeforeAll
    static void runASearch() throws IOException {
        file = Files.writeString(root.resolve("searched.conf"), SEARCH).toString();
        folder = root.resolve("results");
        Ended plan = Ended.after("plan", file, "--out", folder.toString());
        assertThat(plan.out()).contains("from 3 to 7 (from 3 to 7 points x 1 replicates)");
        Ended run = Ended.after("run", file, "--out", folder.toString(), "--master", "local[1]");
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @Test
    void allTrialsOfTheSearchAreAskedForAndDone() {
        assertThat(ids()).hasSize(7).doesNotHaveDuplicates();
        assertThat(Ended.after("status", folder.toString(), "--json").out())
                .containsPattern("\"planned\" *: *7")
                .containsPattern("\"missing\" *: *0");
        assertThat(Ended.after("plan", file, "--out", folder.toString()).out())
                .contains("7 (from 3 to 7 points x 1 replicates)");
    }

    @Test
    void theLastTrialRunsAgainToTheBit() {
        Ended rerun = Ended.after("rerun", folder.toString(), "--trial", ids().get(6));
        assertThat(rerun.exitCode()).as(rerun.out() + rerun.err()).isZero();
    }

    @Test
    void theBestTrialCanBeExportedAndIsASweepOfItsOwn() {
        Path target = root.resolve("best");
        Ended export = Ended.after("export", folder.toString(), "--best", "error_mse", "--to", target.toString());
        assertThat(export.exitCode()).as(export.out() + export.err()).isZero();
        assertThat(target).isDirectoryContaining("glob:**.conf");
    }

    @Test
    void otherAxesAreAnotherSweepAndALargerCountIsNot() {
        Ended other = Ended.after(
                "plan", file, "--out", folder.toString(), "--set", "sweep.axes.training.optimizer=[adamw, adam]");
        assertThat(other.exitCode()).isEqualTo(ExitCode.REFUSED);
        Ended larger = Ended.after("plan", file, "--out", folder.toString(), "--set", "sweep.count=9");
        assertThat(larger.out()).contains("Trials:   9 ", "Missing:  2 ");
    }

    @Test
    void aPointThatBreaksALawIsPassedOver() throws IOException {
        // The first batch depends on the seed alone: whatever its one forerunner scores, that is the good one.
        String lawless = Files.writeString(root.resolve("lawless.conf"), """
                        name = lawless
                        training.epochs = 3
                        points.residual.count = 10
                        measure { curve-every = 3, hessian = false }
                        sweep {
                          design = tpe
                          count = 8
                          tpe { start = 1, batch = 7 }
                          seed = 1
                          axes { training.optimizer = [lbfgs, adam], network.precision = [float32, float64] }
                        }
                        """).toString();
        String results = root.resolve("lawless").toString();
        Ended run = Ended.after("run", lawless, "--out", results, "--master", "local[1]");
        Ended plan = Ended.after("plan", lawless, "--out", results);

        String sentence = "1 point of the search breaks a law and is not trained: " + lawless
                + ":10: network.precision: must be float64 where training.optimizer = lbfgs, but got float32";
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).containsOnlyOnce(sentence);
        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.out()).contains("Missing:  0 ");
        assertThat(plan.err()).containsOnlyOnce(sentence);
    }

    private static List<String> ids() {
        try (Results results = Results.open(folder)) {
            return results.query("select trial_id from trials order by started_at").column("trial_id").stream()
                    .map(String::valueOf)
                    .toList();
        }
    }
}
