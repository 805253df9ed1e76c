package stiffsweep.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.choice.Precision;
import stiffsweep.problem.Problem;
import stiffsweep.problem.Problems;
import stiffsweep.run.TestTrials;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

class LossWeightsTest {

    /** 1 + C^2 for the linear problems; 1 + (2 C y)^2 with y = 1 at the start for the quadratic one. */
    @ParameterizedTest
    @CsvSource({"linear-decay, 10001", "forced-relaxation, 10001", "quadratic-decay, 40001"})
    void stiffnessMatchedIsOnePlusTheLargestSquaredJacobianAlongTheTruth(String name, double expected) {
        Problem problem = Problems.named(name);
        List<Trial> trials = List.of(
                TestTrials.trial(
                        name, 1, Map.of("problem.stiffness", 100.0, "loss.weights.initial", "stiffness-matched")),
                TestTrials.trial(name, 1, Map.of("problem.stiffness", 5.0, "loss.weights.initial", 2.5)));
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            double[][] weights = LossWeights.of(
                    problem.declaration(),
                    problem.declaration().lossTerms(),
                    trials,
                    SampleTables.of(problem, trials).ofSets(tensors));
            assertThat(weights[0][0]).isEqualTo(1);
            // The first point is 3e-7, not 0: y is 1 - 3e-5 there.
            assertThat(weights[0][1]).isCloseTo(expected, within(1e-4 * expected));
            assertThat(weights[1]).containsExactly(1, 2.5);
        }
    }
}
