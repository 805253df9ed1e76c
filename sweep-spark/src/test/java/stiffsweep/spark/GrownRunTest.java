package stiffsweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.folder.ClosedForm;
import stiffsweep.folder.DecaySweep;
import stiffsweep.folder.FolderScores;
import stiffsweep.folder.Published;
import stiffsweep.folder.SweepFork;
import stiffsweep.result.TrialResult;
import stiffsweep.run.Stack;
import stiffsweep.run.StackWork;
import stiffsweep.storage.LocalStorage;
import stiffsweep.store.ResultFolder;
import stiffsweep.store.RunStatus;
import stiffsweep.sweep.Replicates;
import stiffsweep.sweep.Scores;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;
import stiffsweep.train.Progress;

/** A sweep whose trials depend on results must come to the same end however its runs are cut and spread. */
class GrownRunTest {

    @TempDir
    private Path root;

    @Test
    void aSearchRunsBatchAfterBatchToItsEnd() {
        ResultFolder folder = folder("search");
        RunSummary summary = run(DecaySweep.search(14), folder, "local[2]", new ClosedForm());

        assertThat(summary.state()).isEqualTo(RunStatus.State.FINISHED);
        assertThat(summary.planned()).isEqualTo(14);
        assertThat(summary.runNow()).isEqualTo(14);
        assertThat(rows(folder)).hasSize(14);
        // The error falls with the stiffness, of which half the axis is above 1.
        List<Object> stiffnesses = Published.column(folder.trials(), "stiffness");
        assertThat(stiffnesses.stream().filter(stiffness -> (double) stiffness > 3))
                .hasSizeGreaterThan(7);
    }

    @Test
    void aSearchThatWasCutOffGoesOnAsTheSame() throws IOException {
        ResultFolder whole = folder("whole");
        run(DecaySweep.search(14), whole, "local[2]", new ClosedForm());
        ResultFolder cut = folder("cut");
        run(DecaySweep.search(9), cut, "local[1]", new ClosedForm());
        Files.delete(Published.files(cut.trials()).get(1));

        RunSummary summary = run(DecaySweep.search(14), cut, "local[1]", new ClosedForm());
        assertThat(summary.alreadyDone() + summary.runNow()).isEqualTo(14);
        assertThat(summary.runNow()).isBetween(6, 7);
        assertThat(rows(cut)).isEqualTo(rows(whole));
    }

    @Test
    void aFolderKnowsEveryTrialOfItsSearch() {
        ResultFolder folder = folder("known");
        Sweep sweep = DecaySweep.search(8);
        run(sweep, folder, "local[2]", new ClosedForm());

        assertThat(sweep.trials()).hasSize(4);
        Scores known = FolderScores.of(folder, sweep);
        assertThat(ids(sweep.trials(known))).isEqualTo(rows(folder));
        assertThat(run(sweep, folder, "local[2]", new ClosedForm()).runNow()).isZero();
    }

    @Test
    void aForkTakesAWholeSearchOver() {
        ResultFolder from = folder("from");
        ResultFolder to = folder("to");
        run(DecaySweep.search(8), from, "local[2]", new ClosedForm());

        assertThat(new SweepFork(DecaySweep.search(20), "", from, warning -> {}).into(new LocalStorage(to)))
                .isEqualTo(8);
        assertThat(rows(to)).isEqualTo(rows(from));
    }

    @Test
    void seedsAreAddedWhereReplicatesDiffer() {
        ResultFolder folder = folder("replicates");
        Sweep sweep = DecaySweep.of(2, new Replicates.UntilInterval(0.1, "error_mse", 3, 6), 4);
        RunSummary summary = run(sweep, folder, "local[2]", GrownRunTest::noisyAboveOne);

        assertThat(summary.planned()).isEqualTo(3 + 6);
        assertThat(Published.column(folder.trials(), "stiffness"))
                .containsExactlyInAnyOrder(1.0, 1.0, 1.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0);
    }

    private static List<TrialResult> noisyAboveOne(Stack stack, List<String> gpus, Progress progress) {
        return stack.trials().stream().map(GrownRunTest::noisyAboveOne).toList();
    }

    private static TrialResult noisyAboveOne(Trial trial) {
        TrialResult result = ClosedForm.solve(trial);
        double error = ClosedForm.stiffness(trial) > 1 ? Math.exp(trial.replicate()) : 1;
        SortedMap<String, Double> measurements = new TreeMap<>(Map.of("error_mse", error));
        return new TrialResult(
                trial,
                result.outcome(),
                result.epochs(),
                measurements,
                result.curve(),
                result.solution(),
                result.checkpoint(),
                result.provenance());
    }

    private static RunSummary run(Sweep sweep, ResultFolder folder, String master, StackWork work) {
        return new SweepRun(sweep, "name = decay-sweep", folder, RunOptions.on(master), work, new RunListener() {})
                .run();
    }

    private static Set<Object> rows(ResultFolder folder) {
        List<Object> ids = Published.column(folder.trials(), "trial_id");
        assertThat(ids).doesNotHaveDuplicates();
        return new TreeSet<>(ids);
    }

    private static Set<Object> ids(List<Trial> trials) {
        return trials.stream().map(Trial::id).map(TrialId::hex).collect(Collectors.toCollection(TreeSet::new));
    }

    private ResultFolder folder(String name) {
        return new ResultFolder(root.resolve(name));
    }
}
