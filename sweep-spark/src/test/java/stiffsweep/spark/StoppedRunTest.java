package stiffsweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.folder.DecaySweep;
import stiffsweep.folder.Published;
import stiffsweep.result.Outcome;
import stiffsweep.stop.StopPolicy;
import stiffsweep.stop.SuccessiveHalving;
import stiffsweep.store.ResultFolder;
import stiffsweep.store.Row;

/** Trials that the driver ends while executors train them. The rungs are at 8 and 32 epochs. */
class StoppedRunTest {

    private static final StopPolicy HALVING =
            new StopPolicy(new SuccessiveHalving(8, 4), "error_mse", List.of("network"));

    @TempDir
    Path root;

    private ResultFolder folder;

    @BeforeEach
    void open() {
        folder = new ResultFolder(root);
    }

    @Test
    void theBestQuarterPassesEachRungAndTheBestTrialCompletes() {
        RunSummary summary = run(8, 8, HALVING, Set.of());
        assertThat(summary.count(Outcome.Status.COMPLETED)).isEqualTo(1);
        assertThat(summary.count(Outcome.Status.STOPPED)).isEqualTo(7);
        TreeMap<Object, Object> rungs = new TreeMap<>();
        for (Row row : Published.rows(folder.trials())) {
            Object rung = row.value("rung");
            rungs.put(String.valueOf(row.value("stiffness")), rung == null ? "completed" : rung);
            assertThat(row.value("epochs")).isEqualTo(rung == null ? (Object) DecaySweep.EPOCHS : rung);
        }
        assertThat(rungs.values()).containsExactly("completed", 32L, 8L, 8L, 8L, 8L, 8L, 8L);
        assertThat(Published.column(folder.trials(), "failure"))
                .contains("stopped at the rung of 8 epochs: error_mse 0.889 is not among the best 1/4 of 8 trials there"
                        + " (0.222)");
    }

    @Test
    void aRunThatIsContinuedKnowsTheCurvesThatAreThere() {
        run(2, 2, HALVING, Set.of());
        run(3, 2, HALVING, Set.of());
        assertThat(Published.column(folder.trials(), "failure"))
                .contains("stopped at the rung of 8 epochs: error_mse 0.333 is not among the best 1/4 of 3 trials there"
                        + " (0.111)");
    }

    @Test
    void stoppedTrialsTrainToTheirEndWhenTheyAreTriedAgainWithoutARule() {
        run(4, 4, HALVING, Set.of());
        RunSummary kept = run(4, 4, StopPolicy.DEFAULT, Set.of());
        assertThat(kept.runNow()).isZero();
        RunSummary again = run(4, 4, StopPolicy.DEFAULT, Set.of(Outcome.Status.STOPPED));
        assertThat(again.runNow()).isEqualTo(3);
        assertThat(Published.column(folder.trials(), "outcome"))
                .containsOnly("COMPLETED")
                .hasSize(4);
        assertThat(Published.column(folder.trials(), "epochs")).containsOnly(DecaySweep.EPOCHS);
        assertThat(Published.column(folder.attempts().resolve("trials"), "rung"))
                .containsExactly(8L, 8L, 8L);
    }

    private RunSummary run(int stiffnesses, int stack, StopPolicy stop, Set<Outcome.Status> retry) {
        RunOptions options = RunOptions.on("local[2]").retrying(retry).with(stop);
        return new SweepRun(
                        DecaySweep.of(stiffnesses, 1, stack),
                        "",
                        folder,
                        options,
                        new KnownCurves(),
                        new RunListener() {})
                .run();
    }
}
