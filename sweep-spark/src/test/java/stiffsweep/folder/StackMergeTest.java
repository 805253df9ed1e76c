package stiffsweep.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.analysis.Results;
import stiffsweep.result.Outcome;
import stiffsweep.run.Stack;
import stiffsweep.run.StackPlanner;
import stiffsweep.spark.RunListener;
import stiffsweep.spark.RunOptions;
import stiffsweep.spark.RunSummary;
import stiffsweep.spark.SweepRun;
import stiffsweep.storage.LocalFiles;
import stiffsweep.storage.LocalStorage;
import stiffsweep.store.ResultFolder;
import stiffsweep.store.Row;
import stiffsweep.sweep.Sweep;

/** Wherever a merge is cut off, a reader has each row once and the next run puts the folder in order. */
class StackMergeTest {

    private final Sweep sweep = DecaySweep.of(12, 1, 2);

    @TempDir
    Path root;

    private ResultFolder folder;
    private List<String> stacks = List.of();
    private StackMerge merge = new StackMerge(new ResultFolder(Path.of("")), new LocalFiles(Path.of("")));

    @BeforeEach
    void publishSixStacks() throws IOException {
        folder = new ResultFolder(root.resolve("results"));
        folder.create();
        StackPublisher publisher = new StackPublisher(sweep, folder, new LocalFiles(folder.temporary()));
        for (Stack stack : StackPlanner.plan(sweep.trials(), group -> 2)) {
            publisher.publish(stack.trials().stream().map(ClosedForm::solve).toList());
        }
        stacks = names(folder.trials());
        merge = new StackMerge(folder, new LocalFiles(folder.temporary()));
    }

    @Test
    void leavesOneFileForEachTableWithTheSameRows() throws IOException {
        List<Row> trials = Published.rows(folder.trials());
        List<Row> curves = Published.rows(folder.curves());
        List<Row> solutions = Published.rows(folder.solutions());

        String merged = merge.publish(stacks);
        merge.delete(stacks, merged);

        for (Path table : folder.tables()) {
            assertThat(names(table)).containsExactly(merged);
        }
        assertThat(Published.rows(folder.trials())).hasSize(12).hasSameElementsAs(trials);
        assertThat(Published.rows(folder.curves())).hasSize(24).hasSameElementsAs(curves);
        assertThat(Published.rows(folder.solutions())).hasSize(24).hasSameElementsAs(solutions);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 6})
    void isFinishedByTheNextRunHoweverManySmallFilesWereDeleted(int deleted) throws IOException {
        String merged = merge.publish(stacks);
        merge.delete(stacks.subList(0, deleted), merged);
        assertEachRowIsReadOnce();

        PublishedTrials found =
                new FolderRecovery(folder, new LocalFiles(folder.temporary()), warning -> {}).recover(Set.of());

        assertThat(found.byTrial()).hasSize(12);
        assertThat(names(folder.trials())).containsExactly(merged);
        assertThat(Published.rows(folder.curves())).hasSize(24);
        assertThat(Published.rows(folder.solutions())).hasSize(24);
        assertEachRowIsReadOnce();
    }

    @Test
    void isFinishedWhereOnlyTheTrialsFileOfASmallStackWasDeleted() throws IOException {
        merge.publish(stacks);
        Files.delete(folder.trials().resolve(stacks.get(0)));
        assertEachRowIsReadOnce();

        new FolderRecovery(folder, new LocalFiles(folder.temporary()), warning -> {}).recover(Set.of());

        assertThat(Published.rows(folder.curves())).hasSize(24);
        assertEachRowIsReadOnce();
    }

    @Test
    void countsForNothingBeforeItsTrialsFileIsThere() throws IOException {
        Files.delete(folder.trials().resolve(merge.publish(stacks)));
        assertEachRowIsReadOnce();

        new FolderRecovery(folder, new LocalFiles(folder.temporary()), warning -> {}).recover(Set.of());

        for (Path table : folder.tables()) {
            assertThat(names(table)).isEqualTo(stacks);
        }
    }

    @Test
    void givesWayToTheSmallFilesWhereItIsTorn() throws IOException {
        Path merged = folder.trials().resolve(merge.publish(stacks));
        Files.write(merged, "PAR1".getBytes(UTF_8));

        PublishedTrials found =
                new FolderRecovery(folder, new LocalFiles(folder.temporary()), warning -> {}).recover(Set.of());

        assertThat(found.byTrial()).hasSize(12);
        assertThat(names(folder.curves())).isEqualTo(stacks);
    }

    @Test
    void keepsAFileWhoseTrialsWereRunAnotherTime() throws IOException {
        merge.publish(stacks);
        Path again = folder.trials().resolve(stacks.get(0));
        Files.delete(again);
        new StackPublisher(sweep, folder, new LocalFiles(folder.temporary()))
                .publish(StackPlanner.plan(sweep.trials(), group -> 2).stream()
                        .filter(stack -> again.endsWith(ResultFolder.stackFile(
                                stack.trials().stream().map(trial -> trial.id()).toList())))
                        .flatMap(stack -> stack.trials().stream())
                        .map(ClosedForm::solve)
                        .toList());

        new FolderRecovery(folder, new LocalFiles(folder.temporary()), warning -> {}).recover(Set.of());

        assertThat(again).exists();
        assertEachRowIsReadOnce();
    }

    @Test
    void letsTrialsOfAMergedFileRunAgain() throws IOException {
        String merged = merge.publish(stacks);
        merge.delete(stacks, merged);
        PublishedTrials found =
                new FolderRecovery(folder, new LocalFiles(folder.temporary()), warning -> {}).recover(Set.of());
        String first = found.byTrial().firstKey().hex();

        new TrialRetirement(folder, new LocalFiles(folder.temporary()))
                .retire(found, (id, outcome) -> id.hex().equals(first));
        RunSummary summary = new SweepRun(
                        sweep, "", folder, RunOptions.on("local[2]"), new ClosedForm(), new RunListener() {})
                .run();

        assertThat(summary.runNow()).isEqualTo(1);
        assertThat(summary.count(Outcome.Status.COMPLETED)).isEqualTo(12);
        assertThat(names(folder.trials())).hasSize(2);
        assertEachRowIsReadOnce();
        // Merged once more, the two have the name of one of them.
        List<String> both = names(folder.trials());
        assertThat(merge.publish(both)).isEqualTo(merged);
        merge.delete(both, merged);
        assertThat(names(folder.trials())).containsExactly(merged);
        assertEachRowIsReadOnce();
    }

    @Test
    void isForkedWholeFromTheMiddle() throws IOException {
        String merged = merge.publish(stacks);
        merge.delete(stacks.subList(0, 3), merged);
        ResultFolder fork = new ResultFolder(root.resolve("fork"));

        int taken = new SweepFork(DecaySweep.of(9, 1, 2), "", folder, warning -> {}).into(new LocalStorage(fork));

        assertThat(taken).isEqualTo(9);
        assertThat(Published.column(fork.trials(), "trial_id")).hasSize(9).doesNotHaveDuplicates();
        assertThat(Published.rows(fork.curves())).hasSize(18);
    }

    @Test
    void takesNoStacksTogetherThatShareATrialOrDifferInColumns() throws IOException {
        String merged = merge.publish(stacks);
        StackBatches batches = new StackBatches(folder, Long.MAX_VALUE);
        assertThat(batches.of(List.of(merged, stacks.get(0)))).isEmpty();

        Files.delete(folder.curves().resolve(stacks.get(1)));
        assertThat(batches.of(stacks))
                .containsExactly(stacks.stream()
                        .filter(stack -> !stack.equals(stacks.get(1)))
                        .toList());
    }

    private void assertEachRowIsReadOnce() {
        try (Results results = Results.open(folder.root())) {
            assertThat(results.query("select trial_id from trials").rows())
                    .hasSize(12)
                    .doesNotHaveDuplicates();
            for (String view : List.of("curves", "solutions")) {
                assertThat(results.query("select trial_id, count(*) from " + view + " group by all")
                                .rows())
                        .hasSize(12)
                        .allSatisfy(row -> assertThat(row.get(1)).isEqualTo(2L));
            }
        }
    }

    private static List<String> names(Path table) {
        return Published.files(table).stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }
}
