package stiffsweep.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.storage.LocalFiles;
import stiffsweep.storage.LocalStorage;
import stiffsweep.store.ResultFolder;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;

/** A row too many would be an answer to another question; a row too few is trained a second time. */
class SweepForkTest {

    private final Sweep old = DecaySweep.of(4, 1, 4);

    /** Shares with the old sweep the first replicate of two stiffnesses. */
    private final Sweep sweep = DecaySweep.of(2, 3, 4);

    private final List<String> warnings = new ArrayList<>();

    private ResultFolder from;
    private ResultFolder to;

    @BeforeEach
    void publishTheOldSweep(@TempDir Path root) throws IOException {
        from = new ResultFolder(root.resolve("old"));
        to = new ResultFolder(root.resolve("new"));
        from.create();
        publish(old.trials().subList(0, 1));
        publish(old.trials().subList(1, 4));
    }

    @Test
    void takesOverTheTrialsThatBothAskFor() throws IOException {
        assertThat(fork()).isEqualTo(2);

        Object[] shared = {id(old.trials().get(0)), id(old.trials().get(1))};
        assertThat(Published.column(to.trials(), "trial_id")).containsExactlyInAnyOrder(shared);
        for (Path table : List.of(to.curves(), to.solutions())) {
            assertThat(Published.column(table, "trial_id")).containsOnly(shared).hasSize(4);
        }
        assertThat(Published.rows(from.trials())).hasSize(4).containsAll(Published.rows(to.trials()));
        for (Path copied : Published.files(to.trials())) {
            assertThat(ParquetTable.read(copied).roles()).contains("EXECUTION=", "SETTING=");
        }
        assertThat(to.sweepConf()).hasContent("frozen");
        assertThat(warnings).isEmpty();
    }

    @Test
    void madeTwiceItTakesOverNothingTwice() {
        fork();

        assertThat(fork()).isZero();
        assertThat(Published.rows(to.trials())).hasSize(2);
    }

    @Test
    void aTrainingThatTheNewFolderHasBegunStaysWhereItStands() throws IOException {
        Trial waits = sweep.trials().get(2);
        Trial begun = sweep.trials().get(3);
        for (Trial trial : List.of(waits, begun)) {
            Files.writeString(from.state(sweep.course(trial), trial.id()), "short");
        }
        fork();
        Path state = to.state(sweep.course(begun), begun.id());
        Files.writeString(state, "long");

        fork();

        assertThat(state).hasContent("long");
        assertThat(to.state(sweep.course(waits), waits.id())).hasContent("short");
    }

    @Test
    void aRowThatTheNewFolderHasRetiredDoesNotComeBack() throws IOException {
        fork();
        Trial again = sweep.trials().get(0);
        LocalFiles files = new LocalFiles(to.temporary());
        PublishedTrials published = new FolderRecovery(to, files, warnings::add).recover(Set.of());
        new TrialRetirement(to, files).retire(published, (trial, outcome) -> trial.equals(again.id()));

        assertThat(fork()).isZero();

        assertThat(Published.column(to.trials(), "trial_id")).hasSize(1).doesNotContain(id(again));
    }

    /** The first fork may have found it still in training. */
    @Test
    void aRowThatComesLaterThanTheStateIsTakenOver() throws IOException {
        Trial later = sweep.trials().get(2);
        Files.writeString(from.state(sweep.course(later), later.id()), "half");
        fork();
        publish(List.of(later));

        assertThat(fork()).isEqualTo(1);
        assertThat(Published.column(to.trials(), "trial_id")).contains(id(later));
    }

    /** It may have failed, and go on with a retry; or be kept to be trained for longer. */
    @Test
    void theStateOfATrialThatHasARowIsTakenOverWithIt() throws IOException {
        Trial done = sweep.trials().get(0);
        Files.writeString(from.state(sweep.course(done), done.id()), "end");

        assertThat(fork()).isEqualTo(2);

        assertThat(to.state(sweep.course(done), done.id())).hasContent("end");
    }

    @Test
    void anEndedTrainingGetsNoStateOfTheOtherFolder() throws IOException {
        fork();
        Trial ended = sweep.trials().get(0);
        Files.writeString(from.state(sweep.course(ended), ended.id()), "late");

        fork();

        assertThat(to.states()).isEmptyDirectory();
    }

    @Test
    void passesOverWhatCannotBeRead() throws IOException {
        Path damaged = Published.files(from.trials()).get(0);
        int left = 2
                - (int) PublishedTrials.read(damaged, Set.of()).keySet().stream()
                        .filter(id -> sweep.trials().stream()
                                .anyMatch(trial -> trial.id().equals(id)))
                        .count();
        Files.writeString(damaged, "cut off");

        assertThat(fork()).isEqualTo(left);
        assertThat(warnings).singleElement().asString().contains(damaged.toString(), "its trials run again");
    }

    private int fork() {
        return new SweepFork(sweep, "frozen", from, warnings::add).into(new LocalStorage(to));
    }

    private void publish(List<Trial> trials) throws IOException {
        new StackPublisher(old, from, new LocalFiles(from.temporary()))
                .publish(trials.stream().map(ClosedForm::solve).toList());
    }

    private static String id(Trial trial) {
        return trial.id().hex();
    }
}
