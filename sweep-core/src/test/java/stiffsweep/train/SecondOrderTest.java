package stiffsweep.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.Outcome;
import stiffsweep.result.Outcome.StoppedBy;
import stiffsweep.result.TrialResult;
import stiffsweep.run.Stack;
import stiffsweep.run.StackRunner;
import stiffsweep.run.TestTrials;
import stiffsweep.sweep.Trial;

/** Levenberg-Marquardt and L-BFGS on whole trials. */
class SecondOrderTest {

    /** The errors are those of a network of two layers of 12 at 40 points, met with a hundredfold margin. */
    @ParameterizedTest
    @CsvSource({
        "linear-decay, plain, levenberg-marquardt, 100",
        "quadratic-decay, jacobian, levenberg-marquardt, 100",
        "forced-relaxation, jacobian, levenberg-marquardt, 100",
        "linear-decay, jacobian, lbfgs, 3000",
        "forced-relaxation, plain, lbfgs, 3000"
    })
    void solvesAProblemWithinFewEpochs(String problem, String weighting, String optimizer, long epochs) {
        TrialResult result = run(problem, optimizer, epochs, Map.of("loss.weighting", weighting));
        assertThat(result.outcome()).isInstanceOf(Outcome.Completed.class);
        assertThat(result.measurements().get("error_mse")).isLessThan(1e-7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gram", "normal", "cg"})
    void stepsByTheKernelAreThoseOfTheEngine(String solver) {
        Map<String, Object> changes = new HashMap<>();
        changes.put("training.levenberg-marquardt.solver", solver);
        changes.put("measure.curve-every", 1L);
        List<CurvePoint> byEngine =
                run("quadratic-decay", "levenberg-marquardt", 6, changes).curve();
        changes.put("training.kernel", "fused");
        List<CurvePoint> byKernel =
                run("quadratic-decay", "levenberg-marquardt", 6, changes).curve();
        assertThat(byKernel).hasSize(7);
        for (int i = 0; i < byKernel.size(); i++) {
            double loss = byEngine.get(i).lossTotal();
            // Round-off of 1e-16, which solving and later steps multiply; a hundredth of this is met.
            assertThat(byKernel.get(i).lossTotal()).isCloseTo(loss, within(1e-11 * loss));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gram", "normal", "cg"})
    void stepsByTheKernelSolveAProblemAndDoNotDependOnTheStack(String solver) {
        Map<String, Object> changes = Map.of(
                "training.kernel", "fused", "training.levenberg-marquardt.solver", solver, "training.epochs", 100L);
        List<Trial> trials = List.of(
                trial("quadratic-decay", "levenberg-marquardt", 100, changes, 1),
                trial("quadratic-decay", "levenberg-marquardt", 100, changes, 2),
                trial("quadratic-decay", "levenberg-marquardt", 100, changes, 3));
        List<TrialResult> together = new StackRunner().run(new Stack(trials), List.of(), (epoch, epochs, error) -> {});
        for (int k = 0; k < trials.size(); k++) {
            assertThat(together.get(k).measurements().get("error_mse")).isLessThan(1e-7);
            assertThat(together.get(k).curve()).isEqualTo(run(trials.get(k)).curve());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"levenberg-marquardt", "lbfgs"})
    void theLossOnlyFalls(String optimizer) {
        List<CurvePoint> curve = run("quadratic-decay", optimizer, 60, Map.of("measure.curve-every", 1L))
                .curve();
        assertThat(curve).hasSize(61);
        for (int i = 1; i < curve.size(); i++) {
            assertThat(curve.get(i).lossTotal())
                    .isLessThanOrEqualTo(curve.get(i - 1).lossTotal());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"levenberg-marquardt", "lbfgs"})
    void aTrialsNumbersDoNotDependOnItsStackNorOnTrialsThatLeaveIt(String optimizer) {
        // The first three stop early: the stack is packed anew while the others go on.
        List<Trial> trials = List.of(
                trial("linear-decay", optimizer, 60, Map.of("training.stop-below", 1e-1), 1),
                trial("linear-decay", optimizer, 60, Map.of("training.stop-below", 1e-2), 2),
                trial("linear-decay", optimizer, 60, Map.of("training.stop-below", 1e-3), 3),
                trial("linear-decay", optimizer, 60, Map.of(), 4));
        List<TrialResult> together = new StackRunner().run(new Stack(trials), List.of(), (epoch, epochs, error) -> {});
        for (int k = 0; k < trials.size(); k++) {
            TrialResult alone = run(trials.get(k));
            assertThat(together.get(k).measurements()).isEqualTo(alone.measurements());
            assertThat(together.get(k).curve()).isEqualTo(alone.curve());
            assertThat(together.get(k).outcome()).isEqualTo(alone.outcome());
        }
        assertThat(together.get(2).epochs()).isLessThan(60);
        assertThat(together.get(3).epochs()).isEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource({
        "training.stop-below, 1e-3, LOSS",
        "training.stop-gradient-below, 1e-1, GRADIENT",
        "training.stop-step-below, 1e-2, STEP",
        "training.stop-below, 0, EPOCHS"
    })
    void saysWhatItStoppedBy(String setting, double value, StoppedBy expected) {
        for (String optimizer : List.of("levenberg-marquardt", "lbfgs")) {
            Outcome outcome = run(
                            "linear-decay", optimizer, expected == StoppedBy.EPOCHS ? 5 : 300, Map.of(setting, value))
                    .outcome();
            assertThat(outcome).as(optimizer).isEqualTo(new Outcome.Completed(expected));
        }
    }

    @Test
    void theSmallerSystemIsSolvedAndBothWaysLeadToTheSameMinimum() {
        // 41 residuals: fewer than the 193 parameters of the one network, more than the 13 of the other.
        for (long width : List.of(12L, 4L)) {
            long depth = width == 12 ? 2 : 1;
            TrialResult result = run(
                    "linear-decay", "levenberg-marquardt", 100, Map.of("network.width", width, "network.depth", depth));
            assertThat(result.measurements().get("error_mse"))
                    .as("width %d", width)
                    .isLessThan(1e-5);
        }
    }

    @Test
    void stepsOnDrawnPointsLowerTheLossOnAllPoints() {
        Map<String, Object> subset = Map.of("training.levenberg-marquardt.subset", 20L, "points.residual.count", 200L);
        TrialResult result = run("linear-decay", "levenberg-marquardt", 100, subset);
        assertThat(result.solution()).hasSize(200);
        double lowest =
                result.curve().stream().mapToDouble(CurvePoint::lossTotal).min().orElseThrow();
        assertThat(result.measurements().get("loss_total")).isLessThanOrEqualTo(lowest);
        assertThat(result.measurements().get("error_mse")).isLessThan(1e-4);
        assertThat(run("linear-decay", "levenberg-marquardt", 100, subset).measurements())
                .isEqualTo(result.measurements());
    }

    @ParameterizedTest
    @ValueSource(strings = {"levenberg-marquardt", "lbfgs"})
    void aPolishGoesOnFromTheBestCheckpoint(String optimizer) {
        Map<String, Object> changes = new HashMap<>();
        changes.put("training.optimizer", "adam");
        changes.put("network.precision", "float32");
        changes.put("training.learning-rate", 1e-2);
        TrialResult before = run("linear-decay", "adam", 100, changes);
        changes.put("training.polish.optimizer", optimizer);
        changes.put("training.polish.epochs", 80L);
        TrialResult after = run("linear-decay", "adam", 100, changes);

        assertThat(after.epochs()).isBetween(101L, 180L);
        double lossBefore = before.measurements().getOrDefault("loss_total", Double.NaN);
        assertThat(after.measurements().get("loss_total")).isLessThan(lossBefore / 100);
        assertThat(after.curve().subList(0, before.curve().size())).isEqualTo(before.curve());
        assertThat(after.curve()).extracting(CurvePoint::epoch).isSorted().doesNotHaveDuplicates();
        assertThat(after.measurements().get("loss_total_final"))
                .isCloseTo(after.measurements().get("loss_total"), within(0.0));
    }

    private static TrialResult run(String problem, String optimizer, long epochs, Map<String, Object> changes) {
        return run(trial(problem, optimizer, epochs, changes, 1));
    }

    private static TrialResult run(Trial trial) {
        return new StackRunner()
                .run(new Stack(List.of(trial)), List.of(), (epoch, epochs, error) -> {})
                .get(0);
    }

    private static Trial trial(String problem, String optimizer, long epochs, Map<String, Object> changes, long seed) {
        Map<String, Object> all = new HashMap<>();
        all.put("problem.stiffness", 5.0);
        all.put("points.residual.count", 40L);
        all.put("network.width", 12L);
        all.put("network.depth", 2L);
        all.put("network.precision", "float64");
        all.put("training.optimizer", optimizer);
        all.put("training.epochs", epochs);
        all.put("training.stop-below", 0.0);
        all.put("measure.curve-every", 20L);
        all.putAll(changes);
        return TestTrials.trial(problem, seed, all);
    }
}
