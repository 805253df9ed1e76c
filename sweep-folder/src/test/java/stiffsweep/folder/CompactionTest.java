package stiffsweep.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.analysis.Results;
import stiffsweep.storage.LocalFiles;
import stiffsweep.store.ResultFolder;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;

/** However many stacks a run publishes, its folder holds few files, and no look at it misses a row. */
class CompactionTest {

    private static final int STACKS = 60;
    private static final int MOST_SMALL = 8;

    private final Sweep sweep = DecaySweep.of(STACKS, 1, 1);

    @TempDir
    Path root;

    @Test
    void showsEveryPublishedRowOnceAtEachLookWhileItMerges() throws Exception {
        ResultFolder folder = new ResultFolder(root);
        folder.create();
        List<String> warnings = new ArrayList<>();
        List<Trial> trials = sweep.trials();
        StackPublisher publisher = new StackPublisher(sweep, folder, new LocalFiles(folder.temporary()));
        publisher.publish(List.of(ClosedForm.solve(trials.get(0))));
        ExecutorService run = Executors.newSingleThreadExecutor();
        try (Results results = Results.open(root)) {
            Future<?> publishing = run.submit(() -> {
                try (Compaction compaction = new Compaction(
                        folder, new LocalFiles(folder.temporary()), MOST_SMALL, Duration.ZERO, warnings::add)) {
                    compaction.published(
                            ResultFolder.stackFile(List.of(trials.get(0).id())));
                    for (Trial trial : trials.subList(1, STACKS)) {
                        publisher.publish(List.of(ClosedForm.solve(trial)));
                        compaction.published(ResultFolder.stackFile(List.of(trial.id())));
                    }
                    compaction.finish();
                }
                return null;
            });
            long seen = 1;
            while (!publishing.isDone()) {
                long now = onlyOnce(results, "trials");
                assertThat(now).isGreaterThanOrEqualTo(seen);
                assertThat(onlyOnce(results, "curves")).isGreaterThanOrEqualTo(now);
                seen = now;
            }
            publishing.get();
            assertThat(onlyOnce(results, "trials")).isEqualTo(STACKS);
        } finally {
            run.shutdownNow();
        }
        assertThat(warnings).isEmpty();
        for (Path table : folder.tables()) {
            assertThat(Published.files(table)).hasSizeLessThanOrEqualTo(MOST_SMALL);
        }
        for (Path merged : Published.files(folder.trials())) {
            assertThat(ParquetTable.read(merged).roles()).contains("EXECUTION=", "SETTING=");
        }
        assertThat(folder.temporary()).isEmptyDirectory();
        assertThat(new FolderRecovery(folder, new LocalFiles(folder.temporary()), warnings::add)
                        .recover(Set.of())
                        .byTrial())
                .containsOnlyKeys(trials.stream().map(Trial::id).toArray(TrialId[]::new));
    }

    /** How many trials have rows, each the rows that one trial has. */
    private static long onlyOnce(Results results, String view) {
        String perTrial = "select trial_id, count(*) as n from " + view + " group by all";
        List<?> row = results.query("select count(*), max(n) / min(n) from (" + perTrial + ")")
                .rows()
                .get(0);
        assertThat(row.get(1)).isEqualTo(1.0);
        return (Long) row.get(0);
    }
}
