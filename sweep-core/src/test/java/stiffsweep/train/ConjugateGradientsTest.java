package stiffsweep.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.choice.Precision;
import stiffsweep.declare.Solver;
import stiffsweep.formula.Samples;
import stiffsweep.loss.StackLoss;
import stiffsweep.result.TrialResult;
import stiffsweep.run.Stack;
import stiffsweep.run.StackRunner;
import stiffsweep.run.TestTrials;
import stiffsweep.store.MeasuredColumns;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

/** Levenberg-Marquardt without a matrix on whole trials, beside the ways with one. */
class ConjugateGradientsTest {

    private static final String SOLVER = "training.levenberg-marquardt.solver";

    /** The bound is that of {@link SecondOrderTest}. */
    @ParameterizedTest
    @CsvSource({"auto, GRAM", "gram, GRAM", "normal, NORMAL", "cg, CG"})
    void everySolverLeadsToASmallErrorAndIsNamedInTheRow(String asked, Solver used) {
        TrialResult result =
                run(List.of(trial("quadratic-decay", 1, Map.of(SOLVER, asked)))).get(0);
        assertThat(result.measurements().get("error_mse")).isLessThan(1e-7);
        assertThat(result.measurements().get("solver")).isEqualTo(MeasuredColumns.measured(used));
    }

    @Test
    void aTrialsNumbersDoNotDependOnItsStack() {
        Map<String, Object> exact = Map.of(SOLVER, "cg", "training.epochs", 10L);
        Map<String, Object> rough =
                Map.of(SOLVER, "cg", "training.epochs", 10L, "training.levenberg-marquardt.cg-tolerance", 1e-1);
        List<Trial> four = List.of(
                trial("quadratic-decay", 1, exact),
                trial("quadratic-decay", 2, rough),
                trial("quadratic-decay", 3, exact),
                trial("quadratic-decay", 4, rough));
        List<TrialResult> together = run(four);
        for (int first = 0; first < 4; first += 2) {
            List<TrialResult> two = run(four.subList(first, first + 2));
            for (int k = 0; k < 2; k++) {
                assertThat(two.get(k).measurements())
                        .isEqualTo(together.get(first + k).measurements());
                assertThat(two.get(k).curve()).isEqualTo(together.get(first + k).curve());
            }
        }
    }

    @Test
    void equationsWithAveragesAreTrained() {
        AveragedFlux.known(ConjugateGradientsTest::trainAnEquationWithAverages);
    }

    private static void trainAnEquationWithAverages() {
        Map<String, Object> changes = Map.of("loss.weighting", "plain", "training.epochs", 30L);
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            StackLoss loss = StackLoss.of(
                    List.of(trial("averaged-flux", 1, changes), trial("averaged-flux", 2, changes)), tensors);
            assertThat(loss.solver()).isEqualTo(Solver.CG);
            TrainedStack trained = new Training(loss, loss).run(List.of(), (epoch, epochs, error) -> {});
            assertThat(trained.trials())
                    .allSatisfy(trial -> assertThat(trial.best().total()).isLessThan(1e-6));
            Samples measured = loss.measured(trained.bestRows(tensors));
            double[] expected = Arrays.stream(Tensors.values(measured.input("x").value()))
                    .map(AveragedFlux::density)
                    .toArray();
            assertThat(Tensors.values(measured.field("rho").value().value())).containsExactly(expected, within(1e-2));
        }
    }

    @Test
    void aDerivedJacobianOfAveragesIsRefusedWithWhatToDo() {
        AveragedFlux.known(() -> {
            Trial trial = trial("averaged-flux", 1, Map.of("loss.weighting", "jacobian"));
            assertThat(run(List.of(trial)).get(0).outcome().reason())
                    .contains("the weighting jacobian takes a Jacobian that averaged-flux does not give")
                    .contains("set loss.weighting = plain");
        });
    }

    private static List<TrialResult> run(List<Trial> trials) {
        return new StackRunner().run(new Stack(trials), List.of(), (epoch, epochs, error) -> {});
    }

    private static Trial trial(String problem, long seed, Map<String, Object> changes) {
        Map<String, Object> all = new HashMap<>();
        if (!problem.equals("averaged-flux")) {
            all.put("problem.stiffness", 5.0);
            all.put("points.residual.count", 40L);
        }
        all.put("network.width", 12L);
        all.put("network.depth", 2L);
        all.put("network.precision", "float64");
        all.put("training.optimizer", "levenberg-marquardt");
        all.put("training.epochs", 100L);
        all.put("training.stop-below", 0.0);
        all.put("measure.curve-every", 20L);
        all.putAll(changes);
        return TestTrials.trial(problem, seed, all);
    }
}
