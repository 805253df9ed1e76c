package stiffsweep.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.folder.ClosedForm;
import stiffsweep.folder.DecaySweep;
import stiffsweep.folder.Published;
import stiffsweep.result.Outcome;
import stiffsweep.result.TrialResult;
import stiffsweep.run.StackWork;
import stiffsweep.store.ResultFolder;
import stiffsweep.store.Row;
import stiffsweep.store.RunStatus;
import stiffsweep.store.StatusFile;
import stiffsweep.sweep.Sweep;
import stiffsweep.train.TrainingState;

/** One bad trial must not cost its stack-mates their results, nor the run its end. */
class LostStacksTest {

    /** Work travels by serialisation, so this is where it tells what it got. */
    private static final List<String> GONE_ON = Collections.synchronizedList(new ArrayList<>());

    private final Sweep sweep = DecaySweep.of(6, 1, 3);
    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    Path root;

    private ResultFolder folder;

    @BeforeEach
    void nameTheFolder() {
        folder = new ResultFolder(root.resolve("results"));
    }

    @Test
    void makesATrialThatAlwaysBreaksAFailedRowAndCompletesItsStackMates() {
        RunSummary summary = run((stack, gpus, progress) -> {
            if (stack.trials().stream().anyMatch(trial -> ClosedForm.stiffness(trial) == 2)) {
                throw new IllegalStateException("stiffness 2 is too much");
            }
            return new ClosedForm().run(stack, gpus, progress);
        });

        assertThat(summary.state()).isEqualTo(RunStatus.State.FINISHED);
        assertThat(summary.outcomes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(Outcome.Status.COMPLETED, 5, Outcome.Status.FAILED, 1));
        Row failed = rowOfStiffness(2);
        assertThat(failed.value("outcome")).isEqualTo("FAILED");
        assertThat((String) failed.value("failure"))
                .contains("2 times when alone", "IllegalStateException: stiffness 2 is too much", "--retry failed");
        assertThat(failed.value("device")).isNull();
        assertThat(failed.value("train_seconds")).isNull();
        assertThat(failed.value("spark_version")).isNotNull();
        assertThat(failed.value("attempt")).isEqualTo(4L);
        assertThat(rowOfStiffness(1).value("outcome")).isEqualTo("COMPLETED");
        assertThat(rowOfStiffness(1).value("attempt")).isEqualTo(2L);
        assertThat(rowOfStiffness(6).value("attempt")).isEqualTo(1L);
        assertThat(warnings)
                .satisfiesExactly(
                        whole -> assertThat(whole).contains("a stack of 3 was lost and runs again in parts"),
                        half -> assertThat(half).contains("a stack of 2 was lost"));
    }

    /** One has ended before the others, and stands at its end. */
    @Test
    void trialsOfALostStackGoOnFromWhereEachOfThemStands() {
        TrainingState ended = BegunTraining.after(20);
        TrainingState others = BegunTraining.after(40);
        GONE_ON.clear();

        RunSummary summary = run((stack, gpus, progress) -> {
            if (stack.states().isEmpty()) {
                stack.trials()
                        .forEach(trial ->
                                progress.keep(trial.id(), ClosedForm.stiffness(trial) % 3 == 2 ? ended : others));
                throw new IllegalStateException("its process is gone");
            }
            GONE_ON.add(stack.size() + " at " + stack.states().get(0).epochs());
            return new ClosedForm().run(stack, gpus, progress);
        });

        assertThat(GONE_ON).containsExactlyInAnyOrder("2 at 40", "1 at 20", "2 at 40", "1 at 20");
        assertThat(summary.count(Outcome.Status.COMPLETED)).isEqualTo(6);
        assertThat(folder.states()).isEmptyDirectory();
    }

    @Test
    void completesEveryTrialWhenOnlyTheStackWasTooBig() {
        RunSummary summary = run((stack, gpus, progress) -> {
            if (stack.size() > 1) {
                throw new IllegalStateException("out of memory");
            }
            return new ClosedForm().run(stack, gpus, progress);
        });
        assertThat(summary.count(Outcome.Status.COMPLETED)).isEqualTo(6);
        assertThat(Published.column(folder.trials(), "trial_id")).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void failsTrialsWhoseResultsDoNotComeBack() {
        RunSummary summary = run((stack, gpus, progress) -> List.of());
        assertThat(summary.count(Outcome.Status.FAILED)).isEqualTo(6);
        assertThat(Published.column(folder.trials(), "failure"))
                .allSatisfy(failure -> assertThat((String) failure).contains("must return one result for each trial"));
    }

    @Test
    void endsWhenAResultHasAMeasurementWithoutAColumn() throws IOException {
        assertThatThrownBy(() -> run((stack, gpus, progress) -> stack.trials().stream()
                        .map(trial -> new TrialResult(
                                trial,
                                new Outcome.Completed(Outcome.StoppedBy.EPOCHS),
                                1,
                                new TreeMap<>(Map.of("eror_mse", 1.0)),
                                List.of(),
                                List.of(),
                                List.of(),
                                ClosedForm.solve(trial).provenance()))
                        .toList()))
                .hasMessageContaining("but got [eror_mse]");
        assertThat(StatusFile.read(folder))
                .hasValueSatisfying(status -> assertThat(status.state()).isEqualTo(RunStatus.State.FAILED));
    }

    private RunSummary run(StackWork work) {
        RunListener listener = new RunListener() {
            @Override
            public void warning(String sentence) {
                warnings.add(sentence);
            }
        };
        return new SweepRun(sweep, "", folder, RunOptions.on("local[2]"), work, listener).run();
    }

    private Row rowOfStiffness(double stiffness) {
        return Published.rows(folder.trials()).stream()
                .filter(row -> Double.valueOf(stiffness).equals(row.value("stiffness")))
                .findFirst()
                .orElseThrow();
    }
}
