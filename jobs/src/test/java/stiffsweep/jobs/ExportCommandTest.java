package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported is the best trial of each group, can be run, and has the weights of its row. */
class ExportCommandTest {

    private static final String SWEEP = """
            name = best
            problem  { kind = linear-decay }
            network  { width = 6, depth = 1 }
            points   { residual { count = 12 } }
            training { epochs = 20, learning-rate = 1e-3 }
            measure  { curve-every = 10, hessian = false }
            sweep { grid { problem.stiffness = [1, 10] }, replicates = 3, seed = 5 }
            """;

    private static final String MEDIAN_OF_THE_BEST_SETTING = """
            select trial_id, error_mse, replicate from trials
            qualify row_number() over (partition by stiffness order by error_mse) = 2 order by error_mse limit 1
            """;

    @TempDir
    Path temporary;

    @Test
    void theWeightsOfTheBestTrialsAreTheSameWhetherKeptOrTrainedAgain() throws IOException {
        Path kept = run("kept", "store.checkpoints=best");
        Path bare = run("bare", "store.checkpoints=none");

        Ended copied = export(kept, "--by", "stiffness");
        Ended trained = export(bare, "--by", "stiffness");

        assertThat(copied.out()).contains("kept by the run").doesNotContain("trained again");
        assertThat(trained.out()).containsPattern("trained again: all \\d+ numbers agree bit for bit");
        List<String> best = column(
                kept,
                "select trial_id from trials qualify row_number() over (partition by stiffness order by error_mse) = 2 order by stiffness");
        for (String trial : best) {
            assertThat(weights(kept, trial))
                    .hasSameBinaryContentAs(kept.resolve("checkpoints/" + trial + ".safetensors"))
                    .hasSameBinaryContentAs(weights(bare, trial));
        }
        assertThat(exported(kept).toFile().list()).hasSize(4);
    }

    @Test
    void theConfigurationRunsAsTheSameTrial() throws IOException {
        Path folder = run("first", "store.checkpoints=best");
        assertThat(export(folder).exitCode()).isZero();
        String row = column(folder, MEDIAN_OF_THE_BEST_SETTING).get(0);
        String trial = row.substring(0, row.indexOf(','));
        String conf = exported(folder).resolve(trial + ".conf").toString();
        Path again = temporary.resolve("again");

        Ended run = Ended.after("run", conf, "--out", again.toString(), "--master", "local[1]");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(column(again, "select trial_id, error_mse, replicate from trials"))
                .contains(row);
    }

    @Test
    void takesTheLuckiestTrialOrANamedOneWhereAskedTo() throws IOException {
        Path folder = run("first", "store.checkpoints=best");
        String luckiest = column(folder, "select trial_id from trials order by error_mse limit 1")
                .get(0);
        Path target = temporary.resolve("named");

        Ended lucky = export(folder, "--lucky");
        Ended named = Ended.after("export", folder.toString(), "--trial", luckiest, "--to", target.toString());

        assertThat(lucky.out()).contains(luckiest);
        assertThat(named.exitCode()).as(named.err()).isZero();
        assertThat(target.resolve(luckiest + ".safetensors"))
                .hasSameBinaryContentAs(exported(folder).resolve(luckiest + ".safetensors"));
        assertThat(Ended.after("export", folder.toString(), "--to", "nowhere").exitCode())
                .isEqualTo(2);
    }

    @Test
    void aColumnThatDoesNotExistIsRefused() throws IOException {
        Path folder = run("first", "store.checkpoints=best");

        Ended export = Ended.after("export", folder.toString(), "--best", "eror_mse", "--to", "nowhere");

        assertThat(export.exitCode()).isEqualTo(2);
        assertThat(export.err()).contains("eror_mse", "error_mse");
    }

    private Path run(String name, String override) throws IOException {
        Path file = Files.writeString(temporary.resolve("best.conf"), SWEEP);
        Path folder = temporary.resolve(name);
        Ended run = Ended.after(
                "run", file.toString(), "--out", folder.toString(), "--master", "local[1]", "--set", override);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return folder;
    }

    private static Ended export(Path folder, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "export",
                folder.toString(),
                "--best",
                "error_mse",
                "--to",
                exported(folder).toString()));
        arguments.addAll(List.of(more));
        Ended export = Ended.after(arguments.toArray(String[]::new));
        assertThat(export.exitCode()).as(export.err()).isZero();
        return export;
    }

    private static Path exported(Path folder) {
        return folder.resolveSibling(folder.getFileName() + "-exported");
    }

    private static Path weights(Path folder, String trial) {
        return exported(folder).resolve(trial + ".safetensors");
    }

    private static List<String> column(Path folder, String query) {
        Ended answer = Ended.after("sql", folder.toString(), query, "--format", "csv");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer.out().lines().skip(1).toList();
    }
}
