package stiffsweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.folder.ClosedForm;
import stiffsweep.folder.DecaySweep;
import stiffsweep.folder.FolderRecovery;
import stiffsweep.folder.Published;
import stiffsweep.folder.PublishedTrials;
import stiffsweep.folder.TrialRetirement;
import stiffsweep.result.Outcome;
import stiffsweep.result.TrialResult;
import stiffsweep.run.StackWork;
import stiffsweep.stop.StopPolicy;
import stiffsweep.storage.LocalFiles;
import stiffsweep.store.ResultFolder;
import stiffsweep.sweep.FailurePolicy;
import stiffsweep.sweep.StorePolicy;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;
import stiffsweep.train.TrainingState;

/** A trial that runs again has one row that counts, and its old row is still to be found. */
class RetryTest {

    private static final Set<Outcome.Status> FAILED = Set.of(Outcome.Status.FAILED);

    /** Work travels by serialisation, so this is where it tells what it got. */
    private static final List<String> BEGUN = Collections.synchronizedList(new ArrayList<>());

    private final Sweep sweep = DecaySweep.of(4, 1, 2);

    @TempDir
    Path root;

    private ResultFolder folder;

    @BeforeEach
    void runWithFailures() {
        folder = new ResultFolder(root);
        run(
                Set.of(),
                ending(trial -> ClosedForm.stiffness(trial) < 4
                        ? new Outcome.Failed("the first time")
                        : new Outcome.Completed(Outcome.StoppedBy.EPOCHS)));
        assertThat(Published.column(folder.trials(), "outcome"))
                .containsExactlyInAnyOrder("FAILED", "FAILED", "FAILED", "COMPLETED");
    }

    @Test
    void replacesTheRowsThatAreAskedForAndMovesTheOldOnes() {
        RunSummary summary = run(FAILED, new ClosedForm());
        assertThat(summary.alreadyDone()).isEqualTo(1);
        assertThat(summary.runNow()).isEqualTo(3);
        assertThat(Published.column(folder.trials(), "outcome")).containsOnly("COMPLETED");
        assertEachTrialOnce();
        assertThat(Published.column(folder.attempts().resolve("trials"), "failure"))
                .containsExactly("the first time", "the first time", "the first time");
        assertThat(Published.rows(folder.attempts().resolve("curves"))).hasSize(6);
    }

    /** A failure says nothing of the training; a divergence is its end. */
    @Test
    void failedTrialsGoOnFromWhereTheyStoodAndDivergedOnesBeginAnew() {
        TrainingState state = BegunTraining.after(20);
        SerializableEnding ending = trial -> ClosedForm.stiffness(trial) < 3
                ? new Outcome.Failed("the second time")
                : new Outcome.Diverged("the loss is not finite");
        keepingAll(FAILED, breaking(state, ending));

        keepingAll(Set.of(Outcome.Status.FAILED, Outcome.Status.DIVERGED), telling());

        assertThat(BEGUN).containsExactlyInAnyOrder("1.0 goes on", "2.0 goes on", "3.0 anew");
    }

    /** Its state takes a while to be read; those at their beginning have none. */
    @Test
    void aTrainingThatIsBegunComesFirst() {
        Sweep six = DecaySweep.of(6, 1, 1);
        RunOptions options = RunOptions.on("local[1]").retrying(FAILED);
        TrainingState state = BegunTraining.after(20);
        StackWork breaks = (stack, gpus, progress) -> {
            stack.trials().stream()
                    .filter(trial -> ClosedForm.stiffness(trial) == 5)
                    .forEach(trial -> progress.keep(trial.id(), state));
            return ending(trial -> new Outcome.Failed("cut off")).run(stack, gpus, progress);
        };
        ResultFolder empty = new ResultFolder(root.resolve("six"));
        new SweepRun(six, "", empty, options, breaks, new RunListener() {}).run();

        new SweepRun(six, "", empty, options, telling(), new RunListener() {}).run();

        assertThat(BEGUN).hasSize(6).startsWith("5.0 goes on", "1.0 anew", "2.0 anew");
    }

    /** Whoever mends a problem of their own builds its jar anew. */
    @Test
    void whatAnotherJarHasBegunBeginsAnew() throws IOException {
        Path jar = Files.write(root.resolve("own.jar"), emptyJar("as it was"));
        RunOptions options = new RunOptions(
                "local[2]", FAILED, List.of(jar), FailurePolicy.DEFAULT, StopPolicy.DEFAULT, StorePolicy.DEFAULT);
        StackWork breaks = breaking(BegunTraining.after(20), trial -> new Outcome.Failed("again"));
        new SweepRun(sweep, "", folder, options, breaks, new RunListener() {}).run();
        Files.write(jar, emptyJar("mended"));

        new SweepRun(sweep, "", folder, options, telling(), new RunListener() {}).run();

        assertThat(BEGUN).containsExactlyInAnyOrder("1.0 anew", "2.0 anew", "3.0 anew");
    }

    @Test
    void runsFailedTrialsAgainOnlyWhenAsked() {
        RunSummary summary = run(Set.of(Outcome.Status.TIMED_OUT), new ClosedForm());
        assertThat(summary.runNow()).isZero();
        assertThat(summary.count(Outcome.Status.FAILED)).isEqualTo(3);
        assertThat(folder.attempts()).isEmptyDirectory();
    }

    @Test
    void keepsEveryOldRowWhenTrialsFailAgainAndAgain() {
        run(FAILED, ending(trial -> new Outcome.Failed("the second time")));
        run(FAILED, new ClosedForm());
        assertThat(Published.column(folder.attempts().resolve("trials"), "failure"))
                .containsExactlyInAnyOrder(
                        "the first time",
                        "the first time",
                        "the first time",
                        "the second time",
                        "the second time",
                        "the second time");
        assertEachTrialOnce();
    }

    @Test
    void goesOnFromARetryThatWasCutOffAfterItsCopies() throws IOException {
        PublishedTrials published =
                new FolderRecovery(folder, new LocalFiles(folder.temporary()), warning -> {}).recover(Set.of());
        Path savedTrials = copy(folder.trials(), root.resolve("saved"));
        new TrialRetirement(folder, new LocalFiles(folder.temporary()))
                .retire(published, (id, outcome) -> outcome == Outcome.Status.FAILED);
        // Cut off before the trials files were changed: their rows are as they were, the other tables are not.
        copy(savedTrials, folder.trials());

        run(FAILED, new ClosedForm());
        assertEachTrialOnce();
        assertThat(Published.rows(folder.attempts().resolve("trials"))).hasSize(3);
    }

    @Test
    void leavesTrialsAloneThatAreNotAskedFor() {
        Sweep narrower = DecaySweep.of(1, 1, 2);
        RunSummary summary = new SweepRun(
                        narrower,
                        "",
                        folder,
                        RunOptions.on("local[2]").retrying(FAILED),
                        new ClosedForm(),
                        new RunListener() {})
                .run();
        assertThat(summary.runNow()).isEqualTo(1);
        assertThat(Published.column(folder.trials(), "outcome"))
                .containsExactlyInAnyOrder("FAILED", "FAILED", "COMPLETED", "COMPLETED");
        assertEachTrialOnce();
    }

    private void assertEachTrialOnce() {
        Object[] ids = sweep.trials().stream().map(Trial::id).map(TrialId::hex).toArray();
        assertThat(Published.column(folder.trials(), "trial_id")).containsExactlyInAnyOrder(ids);
        for (Path table : List.of(folder.curves(), folder.solutions())) {
            assertThat(Published.column(table, "trial_id"))
                    .hasSize(2 * ids.length)
                    .containsOnly(ids);
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path file : Published.files(from)) {
            Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        return to;
    }

    /** A run that deletes no state on its own account. */
    private void keepingAll(Set<Outcome.Status> retry, StackWork work) {
        RunOptions options =
                RunOptions.on("local[2]").retrying(retry).with(StorePolicy.keeping(StorePolicy.Checkpoints.ALL));
        new SweepRun(sweep, "", folder, options, work, new RunListener() {}).run();
    }

    private RunSummary run(Set<Outcome.Status> retry, StackWork work) {
        return new SweepRun(sweep, "", folder, RunOptions.on("local[2]").retrying(retry), work, new RunListener() {})
                .run();
    }

    /** Work that breaks off a training. */
    private static StackWork breaking(TrainingState state, SerializableEnding ending) {
        return (stack, gpus, progress) -> {
            stack.trials().forEach(trial -> progress.keep(trial.id(), state));
            return ending(ending).run(stack, gpus, progress);
        };
    }

    /** Work that tells from where it goes on. */
    private static StackWork telling() {
        BEGUN.clear();
        return (stack, gpus, progress) -> {
            for (Trial trial : stack.trials()) {
                BEGUN.add(ClosedForm.stiffness(trial) + (stack.states().isEmpty() ? " anew" : " goes on"));
            }
            return new ClosedForm().run(stack, gpus, progress);
        };
    }

    private static byte[] emptyJar(String comment) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            jar.setComment(comment);
        }
        return bytes.toByteArray();
    }

    private static StackWork ending(SerializableEnding ending) {
        return (stack, gpus, progress) -> stack.trials().stream()
                .map(trial -> {
                    TrialResult solved = ClosedForm.solve(trial);
                    return new TrialResult(
                            trial,
                            ending.apply(trial),
                            solved.epochs(),
                            new TreeMap<>(solved.measurements()),
                            solved.curve(),
                            solved.solution(),
                            solved.checkpoint(),
                            solved.provenance());
                })
                .toList();
    }

    /** How a trial is made to end; it travels with the work. */
    private interface SerializableEnding extends Function<Trial, Outcome>, Serializable {}
}
