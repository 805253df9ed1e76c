package stiffsweep.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files of MLflow's own store hold; docs/python.md says how they are opened. */
class MlflowStoreTest {

    @TempDir
    Path folder;

    @Test
    void aTrialIsARunWithItsSettingsMeasuresAndCurves() throws IOException {
        SyntheticFolder.writeSweep(
                folder, "all", "stiffness < 5 and weighting = 'jacobian' and problem = 'linear-decay'");
        Path run;
        Table row;
        Table curve;
        try (Results results = Results.open(folder)) {
            assertThat(MlflowStore.write(results, folder.resolve("mlruns"))).isEqualTo(10);
            row = results.query(
                    "select trial_id, error_mse, epoch_ms(started_at::timestamp) as ms from trials where replicate = 3 and stiffness = 1");
            curve = results.query(
                    "select epoch, error_mse from curves where trial_id = ? order by epoch",
                    row.rows().get(0).get(0));
            run = experiment().resolve(String.valueOf(row.rows().get(0).get(0)));
        }
        Object time = row.column("ms").get(0);

        assertThat(run.resolve("params/stiffness")).hasContent("1.0");
        assertThat(run.resolve("params/weighting")).hasContent("jacobian");
        assertThat(run.resolve("metrics/error_mse"))
                .content()
                .isEqualTo(time + " " + row.column("error_mse").get(0) + " 0\n");
        assertThat(run.resolve("tags/outcome")).hasContent("COMPLETED");
        assertThat(run.resolve("meta.yaml")).content().contains("status: 3\n", "start_time: " + time + "\n");
        assertThat(run.resolve("tags/mlflow.runName")).content().isEqualTo("stiffness=1.0, replicate=3");
        List<String> lines = Files.readAllLines(run.resolve("metrics/curve/error_mse"));
        assertThat(lines).hasSameSizeAs(curve.rows());
        for (int i = 0; i < lines.size(); i++) {
            String[] words = lines.get(i).split(" ", -1);
            assertThat(Double.parseDouble(words[1]))
                    .isEqualTo(curve.column("error_mse").get(i));
            assertThat(Long.parseLong(words[2])).isEqualTo(curve.column("epoch").get(i));
        }
    }

    @Test
    void noTwoRunsOfSeveralProblemsHaveOneName() throws IOException {
        SyntheticFolder.writeSweep(folder, "all", "stiffness < 5 and weighting <> 'plain'");
        int runs;
        try (Results results = Results.open(folder)) {
            runs = MlflowStore.write(results, folder.resolve("mlruns"));
        }
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(experiment(), Files::isDirectory)) {
            for (Path run : all) {
                names.add(Files.readString(run.resolve("tags/mlflow.runName")));
            }
        }

        assertThat(names).hasSize(runs).doesNotHaveDuplicates().anyMatch(name -> name.startsWith("linear-decay, "));
    }

    @Test
    void aTrialThatDivergedFailedAndItsNumbersAreNotANumber() throws IOException {
        SyntheticFolder.writeSweep(
                folder, "all", "stiffness > 9000 and weighting = 'plain' and problem = 'linear-decay'");
        Path run;
        try (Results results = Results.open(folder)) {
            MlflowStore.write(results, folder.resolve("mlruns"));
            run = experiment()
                    .resolve(String.valueOf(
                            results.query("select trial_id from trials where outcome = 'DIVERGED' limit 1")
                                    .rows()
                                    .get(0)
                                    .get(0)));
        }

        assertThat(run.resolve("meta.yaml")).content().contains("status: 4\n");
        assertThat(run.resolve("metrics/error_mse")).content().contains(" NaN ");
        assertThat(run.resolve("tags/failure")).content().contains("became NaN at epoch 812");
    }

    private Path experiment() throws IOException {
        try (Stream<Path> experiments = Files.list(folder.resolve("mlruns"))) {
            return experiments.toList().get(0);
        }
    }
}
