package stiffsweep.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.choice.Precision;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.result.Outcome;
import stiffsweep.result.TrialResult;
import stiffsweep.run.Stack;
import stiffsweep.run.StackRunner;
import stiffsweep.run.TestTrials;
import stiffsweep.sampling.Points;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

class RobertsonTest {

    private static final Map<String, Object> SHORT = Map.of(
            "points.residual.to",
            1.0,
            "network.width",
            8L,
            "network.depth",
            2L,
            "network.precision",
            "float64",
            "network.input",
            "log",
            "training.optimizer",
            "levenberg-marquardt",
            "training.epochs",
            40L);

    private final Robertson problem = new Robertson();

    /** As the example of LSODE (A. C. Hindmarsh, 1983) prints it to four digits, solved with a relative tolerance of 1e-4. */
    @Test
    void truthHasItsKnownValueAtForty() {
        double[][] fields = problem.truth(SamplesOfTruth.settings(SamplesOfTruth.defaults(problem)))
                .at(Points.onLine("t", new double[] {40}));
        assertThat(fields[0][0]).isCloseTo(0.7158, withinPercentage(0.01));
        assertThat(fields[1][0]).isCloseTo(0.09185, withinPercentage(0.01));
        assertThat(fields[2][0]).isCloseTo(0.2842, withinPercentage(0.02));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-5, 1e-4, 1e-3, 0.1, 1, 40})
    void residualsOfTheTruthVanishAndRowsHaveTheLengthsThatTheFormulaGives(double t) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            Samples truth =
                    SamplesOfTruth.of(problem, SamplesOfTruth.defaults(problem), new double[] {t}, t / 1000, tensors);
            for (LossTerm term : problem.declaration().lossTerms()) {
                Residual residual = term.residual(truth);
                // Values are good to a few units of 1e-13 over a step of t / 1000, and to as much times the row.
                assertThat(only(residual.value())).as(term.name()).isCloseTo(0, within(1e-7));
                if (term.kind() == LossTerm.Kind.EQUATION) {
                    double derived = only(DerivedJacobian.of(problem.declaration(), term, truth));
                    assertThat(Math.abs(only(residual.jacobian())))
                            .as(term.name())
                            .isCloseTo(derived, withinPercentage(1e-10));
                }
            }
        }
    }

    private static double only(@Nullable Dual value) {
        assertThat(value).isNotNull();
        return value.value().getDouble();
    }

    /** From some starts y2 settles on the other, negative root of its balance: the best of four is asked for. */
    @Test
    void isLearntByLevenbergMarquardt() {
        List<Trial> trials = Stream.of(1, 2, 3, 4)
                .map(seed -> TestTrials.trial("robertson", seed, SHORT))
                .toList();
        List<TrialResult> results = new StackRunner().run(new Stack(trials), List.of(), (epoch, epochs, error) -> {});

        TrialResult best =
                Collections.min(results, Comparator.comparing(result -> measure(result, "error_relative_l2")));
        assertThat(best.outcome()).isInstanceOf(Outcome.Completed.class);
        assertThat(measure(best, "error_relative_l2")).isLessThan(1e-2);
        assertThat(measure(best, "conservation_error")).isLessThan(1e-2);
        double atFirst = best.curve().get(0).errorMse();
        assertThat(measure(best, "error_mse")).isLessThan(1e-3 * atFirst);
    }

    private static double measure(TrialResult result, String column) {
        return result.measurements().getOrDefault(column, Double.NaN);
    }
}
