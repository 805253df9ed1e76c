package stiffsweep.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepStatusTest {

    @TempDir
    Path folder;

    @Test
    void tellsPlannedTrialsFromExtraAndMissingOnes() throws IOException {
        results();
        String now = Instant.now().toString();
        Files.writeString(folder.resolve("status.json"), """
                {"state": "RUNNING", "trials_per_second": 0.5, "seconds_left": 3720, "updated_at": "%s"}
                """.formatted(now));

        SweepStatus status = SweepStatus.of(folder, Set.of("a", "b", "c", "d", "e", "f", "g"));

        assertThat(status)
                .isEqualTo(new SweepStatus(
                        new LastRun("RUNNING", List.of(), 0.5, 3720, now),
                        7,
                        7,
                        new TreeMap<>(
                                Map.of("COMPLETED", 1L, "DIVERGED", 1L, "FAILED", 1L, "TIMED_OUT", 1L, "STOPPED", 1L)),
                        1));
        assertThat(status.missing()).isEqualTo(2);
        assertThat(status.asText().lines())
                .contains("state      RUNNING, as of " + now, "done       1 of 7", "time left  1 h 2 min")
                .noneMatch(line -> line.startsWith("further"));
    }

    @Test
    void aSearchThatMayAskForFurtherTrialsIsNotNearlyDone() throws IOException {
        results();
        Files.writeString(folder.resolve("status.json"), "{\"state\": \"INTERRUPTED\"}");

        SweepStatus status =
                SweepStatus.of(folder, Set.of("a", "b", "c", "d", "e")).upTo(20);

        assertThat(status.progress()).isEqualTo(5.0 / 20);
        assertThat(status.asText().lines()).contains("missing    0", "further    up to 15, as results come");
        Files.writeString(folder.resolve("status.json"), "{\"state\": \"FINISHED\"}");
        assertThat(SweepStatus.of(folder, Set.of("a", "b", "c", "d", "e"))
                        .upTo(20)
                        .progress())
                .isEqualTo(1.0);
    }

    @Test
    void aRunThatIsNoLongerHeardOfIsSilentAndPromisesNothing() throws IOException {
        results();
        Files.writeString(folder.resolve("status.json"), """
                {"state": "RUNNING", "trials_per_second": 0.5, "seconds_left": 60, "updated_at": "2026-11-21T10:00:00Z"}
                """);

        SweepStatus status = SweepStatus.of(folder, Set.of("a"));

        assertThat(status.run().state()).isEqualTo(LastRun.SILENT);
        assertThat(status.asText())
                .contains("SILENT, as of 2026-11-21T10:00:00Z")
                .doesNotContain("time left");
    }

    @Test
    void countsStacksThatAreBeingTrainedInPart() throws IOException {
        Files.writeString(folder.resolve("status.json"), """
                {"state": "RUNNING", "updated_at": "%s", "live": [
                  {"stack": "s-1", "trials": 16, "epoch": 900, "epochs": 2000},
                  {"stack": "s-2", "trials": 1, "epoch": 0, "epochs": 2000}
                ]}
                """.formatted(Instant.now()));

        SweepStatus status = SweepStatus.of(
                folder, IntStream.range(0, 30).mapToObj(String::valueOf).collect(Collectors.toSet()));

        assertThat(status.progress()).isEqualTo(16 * 0.45 / 30);
        assertThat(status.asText().lines())
                .contains(
                        "progress   24 %",
                        "done       0 of 30",
                        "training   16 trials at epoch 900 of 2000 (45 %)",
                        "training   1 trial at epoch 0 of 2000 (0 %)");
        assertThat(ConfigFactory.parseString(status.asJson()).getLong("training"))
                .isEqualTo(17);
    }

    @Test
    void aRunThatIsGoneWithoutAWordWasKilledAndTheSameCommandContinues() throws IOException {
        Files.writeString(folder.resolve("status.json"), """
                {"state": "RUNNING", "seconds_left": 60, "updated_at": "%s", "live": [
                  {"stack": "s-1", "trials": 1, "epoch": 1, "epochs": 2}
                ]}
                """.formatted(Instant.now()));

        SweepStatus status = SweepStatus.of(folder, Set.of("a")).withoutRun();

        assertThat(status.run().state()).isEqualTo(LastRun.KILLED);
        assertThat(status.asText())
                .contains("no run is going on; the same command continues", "progress   0 %")
                .doesNotContain("time left", "training");
    }

    @Test
    void aRunThatHasSaidHowItEndedWasNotKilled() throws IOException {
        Files.writeString(folder.resolve("status.json"), "{\"state\": \"INTERRUPTED\"}");

        assertThat(SweepStatus.of(folder, Set.of("a")).withoutRun().run().state())
                .isEqualTo("INTERRUPTED");
    }

    @Test
    void aStatusThatMayNotBeReadIsSaidToBeSo() throws IOException {
        // Whoever runs the tests may read every file, but nobody reads a folder as one.
        Files.createDirectory(folder.resolve("status.json"));

        assertThat(SweepStatus.of(folder, Set.of("a")).asText())
                .contains("UNREADABLE: this user may not read status.json");
    }

    @Test
    void writesJsonWithNullForWhatIsUnknown() {
        results();

        Config json = ConfigFactory.parseString(
                SweepStatus.of(folder, Set.of("a", "z")).asJson());

        assertThat(json.getLong("missing")).isEqualTo(1);
        assertThat(json.getLong("extra")).isEqualTo(5);
        assertThat(json.getIsNull("seconds_left")).isTrue();
    }

    @Test
    void missesEverythingInAFolderThatIsNotThereYet() {
        SweepStatus status = SweepStatus.of(folder.resolve("later"), Set.of("a", "b"));

        assertThat(status.missing()).isEqualTo(2);
        assertThat(status.asText()).isEqualTo("progress   0 %\ndone       0 of 2\nmissing    2\n");
    }

    @Test
    void refusesAStatusFileThatIsNotJson() throws IOException {
        Files.writeString(folder.resolve("status.json"), "{ state");

        assertThatThrownBy(() -> SweepStatus.of(folder, Set.of()))
                .isInstanceOf(AnalysisException.class)
                .hasMessageContaining("status.json: a status file must be JSON");
    }

    private void results() {
        SyntheticFolder.write(folder, "trials", "a.parquet", """
                select *, timestamptz '2026-11-21 10:00:00+00' as started_at
                from (values ('a', 'COMPLETED'), ('b', 'DIVERGED'), ('c', 'FAILED'), ('d', 'TIMED_OUT'), ('e', 'STOPPED'),
                    ('x', 'COMPLETED')) as t(trial_id, outcome)
                """);
    }
}
