package stiffsweep.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.Outcome;
import stiffsweep.result.SolutionPoint;
import stiffsweep.result.TrialResult;
import stiffsweep.sweep.Trial;

/** Trials as they are run: trained, measured, independent of each other. */
class StackRunnerTest {

    @ParameterizedTest
    @CsvSource({"float32, raw, linear", "float64, raw, linear", "float32, log, negative-sigmoid"})
    void aTrialsNumbersDoNotDependOnItsStack(String precision, String input, String output) {
        List<Trial> trials = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            trials.add(TestTrials.trial(
                    "linear-decay",
                    k,
                    Map.of(
                            "problem.stiffness",
                            1.0 + k,
                            "network.precision",
                            precision,
                            "network.input",
                            input,
                            "network.output",
                            output,
                            "training.epochs",
                            30L,
                            "measure.hessian",
                            true,
                            "measure.hessian-iterations",
                            10L,
                            "measure.between",
                            2L)));
        }
        List<TrialResult> together = run(trials);
        List<TrialResult> byTwo = new ArrayList<>();
        List<TrialResult> byFour = new ArrayList<>();
        List<TrialResult> alone = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            alone.addAll(run(trials.subList(k, k + 1)));
        }
        for (int k = 0; k < 8; k += 2) {
            byTwo.addAll(run(trials.subList(k, k + 2)));
        }
        for (int k = 0; k < 8; k += 4) {
            byFour.addAll(run(trials.subList(k, k + 4)));
        }
        for (int k = 0; k < 8; k++) {
            for (List<TrialResult> other : List.of(byTwo, byFour, alone)) {
                assertThat(other.get(k).measurements())
                        .isEqualTo(together.get(k).measurements());
                assertThat(other.get(k).curve()).isEqualTo(together.get(k).curve());
                assertThat(other.get(k).solution()).isEqualTo(together.get(k).solution());
            }
        }
    }

    @Test
    void aDivergedTrialIsAResultAndDoesNotTouchItsNeighbours() {
        Map<String, Object> calm = Map.of("problem.stiffness", 5.0);
        Map<String, Object> wild = Map.of("problem.stiffness", 5.0, "training.learning-rate", 1e18);
        Trial first = TestTrials.trial("quadratic-decay", 1, calm);
        Trial second = TestTrials.trial("quadratic-decay", 2, calm);
        List<TrialResult> beside = run(List.of(first, TestTrials.trial("quadratic-decay", 3, wild), second));
        List<TrialResult> without = run(List.of(first, second));

        TrialResult diverged = beside.get(1);
        assertThat(diverged.outcome()).isInstanceOf(Outcome.Diverged.class);
        assertThat(diverged.outcome().reason()).contains("must stay finite").contains("training.learning-rate");
        assertThat(diverged.measurements().get("loss_total_final")).isNotFinite();
        assertThat(diverged.measurements().get("loss_total")).isFinite();
        assertThat(diverged.epochs()).isLessThan(200);
        assertThat(beside.get(0).measurements()).isEqualTo(without.get(0).measurements());
        assertThat(beside.get(2).measurements()).isEqualTo(without.get(1).measurements());
    }

    /** Six of eight stop early, at different epochs, so that the stack is packed anew more than once. */
    @Test
    void trialsThatLeaveTheStackChangeNoNumberOfThoseThatStay() {
        List<Trial> trials = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            Map<String, Object> changes = new HashMap<>();
            changes.put("problem.stiffness", 2.0);
            changes.put("training.learning-rate", 3e-3);
            changes.put("training.epochs", 900L);
            changes.put("training.stop-below", k < 6 ? 0.3 / Math.pow(3, k) : 0.0);
            trials.add(TestTrials.trial("linear-decay", k, changes));
        }
        List<TrialResult> together = run(trials);
        assertThat(together.get(0).epochs()).isLessThan(500);
        assertThat(together.get(7).epochs()).isEqualTo(900);
        for (int k = 0; k < 8; k++) {
            TrialResult alone = run(trials.subList(k, k + 1)).get(0);
            assertThat(together.get(k).measurements()).isEqualTo(alone.measurements());
            assertThat(together.get(k).curve()).isEqualTo(alone.curve());
            assertThat(together.get(k).epochs()).isEqualTo(alone.epochs());
        }
    }

    @Test
    void trainingStopsAtTheFirstLossBelowItsBound() {
        Map<String, Object> changes = new HashMap<>();
        changes.put("problem.stiffness", 1.0);
        changes.put("training.epochs", 1000L);
        changes.put("training.stop-below", 1e-2);
        changes.put("measure.curve-every", 1L);
        TrialResult result =
                run(List.of(TestTrials.trial("linear-decay", 1, changes))).get(0);

        List<CurvePoint> curve = result.curve();
        assertThat(result.outcome()).isInstanceOf(Outcome.Completed.class);
        assertThat(result.epochs()).isBetween(1L, 999L);
        assertThat(curve).hasSize((int) result.epochs() + 1);
        assertThat(curve.subList(0, curve.size() - 1)).allMatch(point -> point.lossTotal() >= 1e-2);
        assertThat(curve.get(curve.size() - 1).lossTotal()).isLessThan(1e-2);
        assertThat(result.measurements())
                .containsEntry("loss_total", curve.get(curve.size() - 1).lossTotal());
    }

    @Test
    void theCurveEndsWhereTheTrainingDid() {
        Map<String, Object> changes = new HashMap<>();
        changes.put("problem.stiffness", 1.0);
        changes.put("training.epochs", 1000L);
        changes.put("training.stop-below", 1e-2);
        TrialResult result =
                run(List.of(TestTrials.trial("linear-decay", 1, changes))).get(0);
        CurvePoint last = result.curve().get(result.curve().size() - 1);
        assertThat(last.epoch()).isEqualTo(result.epochs());
        assertThat(last.lossTotal()).isEqualTo(result.measurements().get("loss_total_final"));
    }

    @Test
    void aTrialThatThrowsAloneIsAFailedResult() {
        Trial broken = TestTrials.trial("linear-decay", 1, Map.of("network.precision", "float16"));
        List<TrialResult> results = run(List.of(broken));
        assertThat(results).hasSize(1);
        assertThat(results.get(0).outcome()).isInstanceOf(Outcome.Failed.class);
        assertThat(results.get(0).outcome().reason()).contains("float16");
    }

    @Test
    void aLossThatIsNotFiniteBeforeTheFirstStepIsNoMatterOfTheLearningRate() {
        for (String optimizer : List.of("adamw", "lbfgs", "levenberg-marquardt")) {
            Trial broken = TestTrials.trial(
                    "quadratic-decay",
                    1,
                    Map.of(
                            "training.optimizer",
                            optimizer,
                            "network.precision",
                            "float64",
                            "loss.weighting",
                            "plain",
                            "problem.stiffness",
                            1e300));
            Outcome outcome = run(List.of(broken)).get(0).outcome();
            assertThat(outcome).as(optimizer).isInstanceOf(Outcome.Diverged.class);
            assertThat(outcome.reason())
                    .as(optimizer)
                    .contains("before the first step", "is not finite there, in the loss term equation; give other")
                    .doesNotContain("learning-rate");
        }
    }

    @Test
    void aNetworkWithMoreParametersThanCanBeAddressedIsAFailedResultThatSaysSo() {
        Trial wide = TestTrials.trial("linear-decay", 1, Map.of("network.width", 100_000L, "network.depth", 2L));
        Outcome outcome = run(List.of(wide)).get(0).outcome();
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(outcome.reason()).contains("at most 2147483647 parameters, but has 10000400001", "network.width");
    }

    @Test
    void pointsThatNoMemoryHoldsAreAFailedResultWithAWayOut() {
        Trial large = TestTrials.trial("linear-decay", 1, Map.of("points.residual.count", 2_147_483_647L));
        Outcome outcome = run(List.of(large)).get(0).outcome();
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(outcome.reason()).contains("must fit into memory", "OutOfMemoryError", "training.stack");
    }

    /** Spark ends a process for an error of a task, also where it is only the cause of what the task throws. */
    @Test
    void aStackThrowsNoErrorOfItsTrials() {
        Trial large = TestTrials.trial("linear-decay", 1, Map.of("points.residual.count", 2_147_483_647L));
        assertThatThrownBy(() -> run(List.of(large, large)))
                .isInstanceOf(RuntimeException.class)
                .hasNoCause()
                .hasMessageContaining("must fit into memory");
    }

    /** In float64 the measures, which are taken anew at the kept weights, must reproduce the kept loss. */
    @Test
    void measuresAreTakenAtTheWeightsOfTheLowestLoss() {
        Map<String, Object> changes = new HashMap<>();
        changes.put("network.precision", "float64");
        changes.put("problem.stiffness", 3.0);
        // So large that the loss goes up and down and is not lowest at the end.
        changes.put("training.learning-rate", 0.1);
        changes.put("measure.curve-every", 1L);
        TrialResult result =
                run(List.of(TestTrials.trial("linear-decay", 4, changes))).get(0);

        CurvePoint best = result.curve().stream()
                .min((left, right) -> Double.compare(left.lossTotal(), right.lossTotal()))
                .orElseThrow();
        assertThat(result.measurements())
                .containsEntry("loss_total", best.lossTotal())
                .containsEntry("loss_equation", best.losses().get("equation"))
                .containsEntry("epoch_best", (double) best.epoch());
        assertThat(result.measurements().get("error_mse")).isCloseTo(best.errorMse(), within(1e-15));
        assertThat(best.epoch()).isLessThan(199);
    }

    @Test
    void errorsAreThoseOfTheSolutionThatIsKept() {
        TrialResult result = run(List.of(TestTrials.trial("forced-relaxation", 1, Map.of("problem.stiffness", 4.0))))
                .get(0);
        double squares = 0;
        double largest = 0;
        for (SolutionPoint point : result.solution()) {
            assertThat(point.field()).isEqualTo("y");
            assertThat(point.value()).isNotNull();
            assertThat(point.truth()).isNotNull();
            double error = point.value() - point.truth();
            squares += error * error;
            largest = Math.max(largest, Math.abs(error));
        }
        assertThat(result.solution()).hasSize(60);
        assertThat(result.measurements().get("error_mse")).isCloseTo(squares / 60, within(1e-15));
        assertThat(result.measurements().get("error_max")).isCloseTo(largest, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"linear-decay, 1", "quadratic-decay, 1", "forced-relaxation, 1"})
    void bothWeightingsLearnAProblemThatIsNotStiff(String problem, double stiffness) {
        for (String weighting : List.of("plain", "jacobian")) {
            Map<String, Object> changes = new HashMap<>();
            changes.put("problem.stiffness", stiffness);
            changes.put("loss.weighting", weighting);
            changes.put("network.width", 20L);
            changes.put("network.depth", 2L);
            changes.put("training.learning-rate", 5e-3);
            changes.put("training.epochs", 800L);
            assertThat(run(List.of(TestTrials.trial(problem, 1, changes)))
                            .get(0)
                            .measurements()
                            .get("error_mse"))
                    .as(weighting)
                    .isLessThan(1e-4);
        }
    }

    @Test
    void oneSeedGivesTheSameInitialWeightsUnderEverySetting() {
        Map<String, Object> changes = Map.of("training.epochs", 1L);
        List<TrialResult> results = run(List.of(
                TestTrials.trial("linear-decay", 1, changes),
                TestTrials.trial("linear-decay", 1, Map.of("training.epochs", 1L, "training.learning-rate", 0.5)),
                TestTrials.trial("linear-decay", 2, changes)));
        assertThat(results.get(0).solution()).isEqualTo(results.get(1).solution());
        assertThat(results.get(0).solution()).isNotEqualTo(results.get(2).solution());
    }

    private static List<TrialResult> run(List<Trial> trials) {
        return new StackRunner().run(new Stack(trials), List.of(), (epoch, epochs, error) -> {});
    }
}
