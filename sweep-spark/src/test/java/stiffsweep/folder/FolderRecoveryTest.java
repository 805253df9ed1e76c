package stiffsweep.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.result.Outcome;
import stiffsweep.result.TrialResult;
import stiffsweep.run.Stack;
import stiffsweep.run.StackPlanner;
import stiffsweep.spark.RunListener;
import stiffsweep.spark.RunOptions;
import stiffsweep.spark.RunSummary;
import stiffsweep.spark.SweepRun;
import stiffsweep.storage.LocalFiles;
import stiffsweep.store.ResultFolder;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;

/** Whatever a killed run left, no reader sees a trial's rows twice and no trial is lost for good. */
class FolderRecoveryTest {

    private final Sweep sweep = DecaySweep.of(4, 1, 2);
    private final List<String> warnings = new ArrayList<>();

    @TempDir
    Path root;

    private ResultFolder folder;

    @BeforeEach
    void publishTwoStacks() throws IOException {
        folder = new ResultFolder(root);
        folder.create();
        StackPublisher publisher = new StackPublisher(sweep, folder, new LocalFiles(folder.temporary()));
        for (Stack stack : StackPlanner.plan(sweep.trials(), group -> 8)) {
            publisher.publish(stack.trials().stream().map(ClosedForm::solve).toList());
        }
    }

    @Test
    void findsEveryTrialThatHasARow() throws IOException {
        assertThat(recover().byTrial())
                .containsOnlyKeys(
                        sweep.trials().stream().map(trial -> trial.id()).toList())
                .allSatisfy((id, trial) -> assertThat(trial.outcome()).isEqualTo(Outcome.Status.COMPLETED));
        assertThat(warnings).isEmpty();
    }

    @Test
    void takesTheRowThatWasStartedLastWhereATrialHasTwo() throws IOException {
        StackPublisher publisher = new StackPublisher(sweep, folder, new LocalFiles(folder.temporary()));
        Map<TrialId, Long> latest = new TreeMap<>();
        for (Trial trial : sweep.trials()) {
            TrialResult again = ClosedForm.solve(trial);
            publisher.publish(List.of(again));
            latest.put(
                    trial.id(),
                    ChronoUnit.MICROS.between(Instant.EPOCH, again.provenance().startedAt()));
        }
        assertThat(Published.rows(folder.trials())).hasSize(8);
        assertThat(recover().byTrial())
                .hasSize(4)
                .allSatisfy((id, trial) -> assertThat(trial.startedAt()).isEqualTo(latest.get(id)));
    }

    @Test
    void clearsFilesThatWereBeingWritten() throws IOException {
        Files.writeString(folder.temporary().resolve("draft.parquet"), "PAR1");
        recover();
        assertThat(folder.temporary()).isEmptyDirectory();
    }

    @Test
    void dropsCurvesAndSolutionsOfAStackThatWasCutOffBeforeItsCommit() throws IOException {
        Files.delete(Published.files(folder.trials()).get(0));
        recover();
        assertThat(Published.rows(folder.curves())).hasSize(4);
        assertThat(Published.rows(folder.solutions())).hasSize(4);
    }

    @Test
    void setsATornFileAsideSaysSoAndRunsItsTrialsAgain() throws IOException {
        Path torn = Published.files(folder.trials()).get(0);
        byte[] bytes = Files.readAllBytes(torn);
        Files.write(torn, Arrays.copyOf(bytes, bytes.length / 2));

        RunListener listener = new RunListener() {
            @Override
            public void warning(String sentence) {
                warnings.add(sentence);
            }
        };
        RunSummary summary =
                new SweepRun(sweep, "", folder, RunOptions.on("local[2]"), new ClosedForm(), listener).run();

        assertThat(summary.alreadyDone()).isEqualTo(2);
        assertThat(Published.column(folder.trials(), "trial_id")).hasSize(4).doesNotHaveDuplicates();
        assertThat(Published.rows(folder.curves())).hasSize(8);
        assertThat(warnings).singleElement().asString().contains(torn.toString(), "its trials run again");
        assertThat(folder.attempts().resolve("trials"))
                .isDirectoryContaining(file -> file.toString().endsWith(".damaged"));
    }

    @Test
    void setsAStackAsideWhoseCurvesAreAnotherFile() throws IOException {
        Path trials = Published.files(folder.trials()).get(0);
        Path curves = folder.curves().resolve(trials.getFileName());
        MessageType type = MessageTypeParser.parseMessageType("message other { required int64 a; }");
        Files.delete(curves);
        new ParquetTable(type, "", List.of()).write(curves);

        recover();

        assertThat(warnings).singleElement().asString().contains(curves.toString(), "trial_id", "its trials run again");
        assertThat(trials).doesNotExist();
        assertThat(curves).doesNotExist();
    }

    @Test
    void setsAFileOfSomebodyElseAsideAndDeletesNothingThatIsNotARuns() throws IOException {
        Path foreign = folder.curves().resolve("foreign.parquet");
        MessageType type = MessageTypeParser.parseMessageType("message other { required int64 a; }");
        new ParquetTable(type, "", List.of()).write(foreign);

        recover();

        assertThat(foreign).doesNotExist();
        assertThat(warnings).singleElement().asString().contains(foreign.toString(), "it is now");
        assertThat(folder.attempts().resolve("trials"))
                .isDirectoryContaining(file -> file.toString().contains("foreign.parquet"));
    }

    private PublishedTrials recover() throws IOException {
        return new FolderRecovery(folder, new LocalFiles(folder.temporary()), warnings::add).recover(Set.of());
    }
}
