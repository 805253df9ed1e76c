package stiffsweep.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.folder.ClosedForm;
import stiffsweep.folder.DecaySweep;
import stiffsweep.folder.Published;
import stiffsweep.result.Outcome;
import stiffsweep.result.TrialResult;
import stiffsweep.run.StackWork;
import stiffsweep.storage.FolderAccessException;
import stiffsweep.storage.FolderInUseException;
import stiffsweep.store.ResultFolder;
import stiffsweep.store.Row;
import stiffsweep.store.RunStatus;
import stiffsweep.store.StatusFile;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;

class SweepRunTest {

    private static final StackWork NOTHING_TO_DO = (stack, gpus, progress) -> {
        throw new IllegalStateException("nothing must be run");
    };

    /** Work travels by serialisation, so this is where it finds what ends Spark. */
    private static final Thread SPARKS_END =
            new Thread(() -> SparkContext.getOrCreate().stop());

    @TempDir
    Path root;

    @Test
    void publishesARowForEachTrialOnce() throws IOException {
        Sweep sweep = DecaySweep.of(5, 3, 4);
        ResultFolder folder = folder("all");
        RunSummary summary = run(sweep, folder, new ClosedForm());

        assertThat(summary.state()).isEqualTo(RunStatus.State.FINISHED);
        assertThat(summary.planned()).isEqualTo(15);
        assertThat(summary.runNow()).isEqualTo(15);
        assertThat(summary.outcomes()).containsExactlyEntriesOf(new TreeMap<>(Map.of(Outcome.Status.COMPLETED, 15)));
        assertThat(Published.column(folder.trials(), "trial_id")).containsExactlyInAnyOrderElementsOf(ids(sweep));
        assertThat(Published.column(folder.trials(), "error_mse"))
                .containsExactlyInAnyOrderElementsOf(sweep.trials().stream()
                        .map(trial -> (Object) Math.exp(-2 * ClosedForm.stiffness(trial)))
                        .toList());
        assertThat(Published.rows(folder.curves())).hasSize(30);
        assertThat(Published.rows(folder.solutions())).hasSize(30);
        assertThat(Published.files(folder.trials())).hasSize(4);
        assertThat(folder.temporary()).isEmptyDirectory();
    }

    @Test
    void leavesTheSweepFileTheStatusAndSparksLogInTheFolder() throws IOException {
        ResultFolder folder = folder("files");
        run(DecaySweep.of(2, 1, 2), folder, new ClosedForm());
        assertThat(folder.sweepConf()).hasContent("name = decay-sweep");
        assertThat(StatusFile.read(folder)).hasValueSatisfying(status -> {
            assertThat(status.state()).isEqualTo(RunStatus.State.FINISHED);
            assertThat(status.done()).isEqualTo(2);
            assertThat(status.live()).isEmpty();
        });
        assertThat(Files.readString(folder.sparkLog())).contains("SparkContext");
    }

    @Test
    void aSparkThatEndsByItselfIsNoInterruption() throws Exception {
        ResultFolder folder = folder("ended");
        Sweep sweep = DecaySweep.of(1, 1, 1);

        assertThatThrownBy(() -> run(sweep, folder, (stack, gpus, progress) -> {
                    SPARKS_END.start();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    throw new CancellationException();
                }))
                .isInstanceOf(UnusableMachineException.class)
                .hasMessageContaining("Spark must live as long as the run");
        assertThat(StatusFile.read(folder))
                .hasValueSatisfying(status -> assertThat(status.state()).isEqualTo(RunStatus.State.FAILED));
        SPARKS_END.join();
        assertThat(run(sweep, folder, new ClosedForm()).state()).isEqualTo(RunStatus.State.FINISHED);
    }

    @Test
    void aRunAfterOneWithoutAnEndSaysHowToTakeLessMemory() throws IOException {
        ResultFolder folder = folder("killed");
        List<String> warnings = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void warning(String sentence) {
                warnings.add(sentence);
            }
        };
        SweepRun run =
                new SweepRun(DecaySweep.of(2, 1, 1), "", folder, RunOptions.on("local[2]"), new ClosedForm(), listener);
        run.run();
        run.run();
        assertThat(warnings).isEmpty();
        StatusFile.write(folder, new RunLedger("decay-sweep", Clock.systemUTC()).status(RunStatus.State.RUNNING));

        run.run();

        assertThat(warnings).singleElement().asString().contains("did not come to its end", "--master local[1]");
    }

    @Test
    void runsNothingTheSecondTime() {
        Sweep sweep = DecaySweep.of(3, 1, 2);
        ResultFolder folder = folder("twice");
        run(sweep, folder, new ClosedForm());
        List<Row> rows = Published.rows(folder.trials());
        RunSummary second = run(sweep, folder, NOTHING_TO_DO);
        assertThat(second.alreadyDone()).isEqualTo(3);
        assertThat(second.runNow()).isZero();
        assertThat(Published.rows(folder.trials())).isEqualTo(rows);
    }

    @Test
    void runsOnlyWhatAWiderQuestionAdds() {
        ResultFolder folder = folder("wider");
        run(DecaySweep.of(3, 1, 4), folder, new ClosedForm());
        List<Row> early = Published.rows(folder.trials());
        RunSummary second = run(DecaySweep.of(3, 2, 4), folder, new ClosedForm());
        assertThat(second.alreadyDone()).isEqualTo(3);
        assertThat(second.runNow()).isEqualTo(3);
        assertThat(Published.rows(folder.trials())).hasSize(6).containsAll(early);
    }

    @Test
    void countsOnlyWhatIsAskedForAndKeepsTheRest() {
        ResultFolder folder = folder("narrower");
        run(DecaySweep.of(4, 1, 4), folder, new ClosedForm());
        RunSummary second = run(DecaySweep.of(2, 1, 4), folder, NOTHING_TO_DO);
        assertThat(second.planned()).isEqualTo(2);
        assertThat(second.count(Outcome.Status.COMPLETED)).isEqualTo(2);
        assertThat(Published.rows(folder.trials())).hasSize(4);
    }

    @Test
    void givesTheSameRowsOnOneSlotAndOnTwo() {
        Sweep sweep = DecaySweep.of(4, 2, 2);
        ResultFolder one = folder("one");
        ResultFolder two = folder("two");
        new SweepRun(sweep, "", one, RunOptions.on("local[1]"), new ClosedForm(), new RunListener() {}).run();
        new SweepRun(sweep, "", two, RunOptions.on("local[2]"), new ClosedForm(), new RunListener() {}).run();
        assertThat(timeless(one)).hasSize(8).isEqualTo(timeless(two));
    }

    @Test
    void refusesAFolderThatAnotherRunIsWritingInto() {
        Sweep sweep = DecaySweep.of(2, 1, 2);
        ResultFolder folder = folder("busy");
        List<Throwable> refusals = new ArrayList<>();
        RunListener second = new RunListener() {
            @Override
            public void published(List<TrialResult> results) {
                try {
                    run(sweep, folder, NOTHING_TO_DO);
                } catch (FolderInUseException e) {
                    refusals.add(e);
                }
            }
        };
        new SweepRun(sweep, "", folder, RunOptions.on("local[2]"), new ClosedForm(), second).run();
        assertThat(refusals)
                .singleElement()
                .satisfies(e -> assertThat(e)
                        .hasMessageContaining("one run at a time")
                        .hasMessageContaining(folder.root().toString()));
    }

    @Test
    void endsWithAClearErrorWhenTheFolderCannotBeWritten() throws IOException {
        Path file = Files.writeString(root.resolve("a-file"), "");
        assertThatThrownBy(() -> run(DecaySweep.of(2, 1, 2), new ResultFolder(file), new ClosedForm()))
                .isInstanceOf(FolderAccessException.class)
                .hasMessageContaining("must be readable and writable");
    }

    private RunSummary run(Sweep sweep, ResultFolder folder, StackWork work) {
        return new SweepRun(sweep, "name = decay-sweep", folder, RunOptions.on("local[2]"), work, new RunListener() {})
                .run();
    }

    private ResultFolder folder(String name) {
        return new ResultFolder(root.resolve(name));
    }

    private static List<Object> ids(Sweep sweep) {
        return sweep.trials().stream()
                .map(Trial::id)
                .map(id -> (Object) id.hex())
                .toList();
    }

    /** The rows without the time at which they were made, by trial. */
    private static SortedMap<Object, SortedMap<String, Object>> timeless(ResultFolder folder) {
        SortedMap<Object, SortedMap<String, Object>> rows = new TreeMap<>();
        Published.rows(folder.trials()).forEach(row -> {
            SortedMap<String, Object> values = new TreeMap<>(row.values());
            values.keySet().removeAll(Set.of("started_at", "ended_at"));
            rows.put(values.get("trial_id"), values);
        });
        return rows;
    }
}
