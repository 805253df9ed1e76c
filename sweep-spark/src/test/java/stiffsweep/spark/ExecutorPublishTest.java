package stiffsweep.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.folder.ClosedForm;
import stiffsweep.folder.DecaySweep;
import stiffsweep.folder.Published;
import stiffsweep.folder.StackPublisher;
import stiffsweep.result.Outcome;
import stiffsweep.result.TrialResult;
import stiffsweep.run.StackWork;
import stiffsweep.storage.LocalFiles;
import stiffsweep.store.ResultFolder;
import stiffsweep.sweep.StorePolicy;
import stiffsweep.sweep.StorePolicy.Publish;
import stiffsweep.sweep.Sweep;

/** With {@code store.publish = executor} the folder is what it would be, and little goes over the network. */
class ExecutorPublishTest {

    private final Sweep sweep = DecaySweep.of(6, 1, 3);
    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
    private final List<TrialResult> heard = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    Path root;

    @Test
    void leavesTheSameRowsAsTheDriver() {
        ResultFolder byDriver = new ResultFolder(root.resolve("driver"));
        ResultFolder byExecutor = new ResultFolder(root.resolve("executor"));
        run(byDriver, Publish.DRIVER, new ClosedForm());
        assertThat(heard)
                .hasSize(6)
                .allSatisfy(result -> assertThat(result.curve()).isNotEmpty());
        heard.clear();
        RunSummary summary = run(byExecutor, Publish.EXECUTOR, new ClosedForm());

        assertThat(summary.count(Outcome.Status.COMPLETED)).isEqualTo(6);
        assertThat(warnings).isEmpty();
        assertThat(heard).hasSize(6).allSatisfy(result -> {
            assertThat(result.curve()).isEmpty();
            assertThat(result.measurements()).containsKey("error_mse");
        });
        assertThat(timeless(byExecutor.trials()))
                .hasSize(6)
                .containsExactlyInAnyOrderElementsOf(timeless(byDriver.trials()))
                .allSatisfy(row -> assertThat(row).containsEntry("attempt", 1L).containsKey("spark_version"));
        assertThat(Published.rows(byExecutor.curves()))
                .containsExactlyInAnyOrderElementsOf(Published.rows(byDriver.curves()));
        assertThat(Published.rows(byExecutor.solutions()))
                .containsExactlyInAnyOrderElementsOf(Published.rows(byDriver.solutions()));
    }

    @Test
    void takesWhatATaskHadPublishedBeforeItWasLost() {
        ResultFolder folder = new ResultFolder(root.resolve("results"));
        String path = folder.root().toString();
        RunSummary summary = run(folder, Publish.EXECUTOR, (stack, gpus, progress) -> {
            publish(new ResultFolder(Path.of(path)), new ClosedForm().run(stack, gpus, progress));
            throw new IllegalStateException("the task is lost");
        });

        assertThat(summary.count(Outcome.Status.COMPLETED)).isEqualTo(6);
        assertThat(warnings).isEmpty();
        assertThat(heard)
                .hasSize(6)
                .allSatisfy(result -> assertThat(result.measurements())
                        .containsEntry("error_mse", Math.exp(-2 * ClosedForm.stiffness(result.trial()))));
        assertThat(Published.column(folder.trials(), "trial_id")).hasSize(6).doesNotHaveDuplicates();
        assertThat(Published.files(folder.trials())).hasSize(2);
    }

    @Test
    void staysWithTheFirstOfTwoThatPublishTheSame() {
        ResultFolder folder = new ResultFolder(root.resolve("results"));
        String path = folder.root().toString();
        RunSummary summary = run(folder, Publish.EXECUTOR, (stack, gpus, progress) -> {
            List<TrialResult> results = new ClosedForm().run(stack, gpus, progress);
            publish(new ResultFolder(Path.of(path)), results);
            return results;
        });

        assertThat(summary.count(Outcome.Status.COMPLETED)).isEqualTo(6);
        assertThat(Published.column(folder.trials(), "trial_id")).hasSize(6).doesNotHaveDuplicates();
        assertThat(Published.rows(folder.curves())).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void refusesAFolderThatIsNotTheOneOfTheRun() throws IOException {
        ResultFolder folder = new ResultFolder(root.resolve("results"));
        List<TrialResult> results =
                sweep.trials().stream().map(ClosedForm::solve).toList();
        SharedFolder nowhere = new SharedFolder(sweep, folder.root().toString(), Instant.EPOCH);
        assertThatThrownBy(() -> nowhere.publish(results))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("every executor must see the result folder as " + folder.root())
                .hasMessageContaining("store.publish = driver");

        run(folder, Publish.DRIVER, new ClosedForm());
        assertThatThrownBy(() -> nowhere.publish(results)).hasMessageContaining("the status of this run is not there");
    }

    private RunSummary run(ResultFolder folder, Publish writer, StackWork work) {
        RunListener listener = new RunListener() {
            @Override
            public void published(List<TrialResult> results) {
                heard.addAll(results);
            }

            @Override
            public void warning(String sentence) {
                warnings.add(sentence);
            }
        };
        RunOptions options = RunOptions.on("local[2]").with(StorePolicy.DEFAULT.with(writer));
        return new SweepRun(sweep, "", folder, options, work, listener).run();
    }

    private static void publish(ResultFolder folder, List<TrialResult> results) {
        try {
            new StackPublisher(DecaySweep.of(6, 1, 3), folder, new LocalFiles(folder.temporary())).publish(results);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SortedMap<String, Object>> timeless(Path table) {
        return Published.rows(table).stream()
                .map(row -> {
                    SortedMap<String, Object> values = new TreeMap<>(row.values());
                    values.keySet().removeAll(List.of("started_at", "ended_at"));
                    return values;
                })
                .toList();
    }
}
