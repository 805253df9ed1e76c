package stiffsweep.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.choice.Precision;
import stiffsweep.loss.LinearisedResiduals.Pointwise;
import stiffsweep.loss.StackLoss;
import stiffsweep.run.TestTrials;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

/** The three ways to solve for the steps of a stack against each other. */
class DampedEquationsTest {

    /** Less damping makes the systems worse: their condition is 1e3 and 1e6 at most. */
    @ParameterizedTest
    @CsvSource({
        "quadratic-decay, residual, 1e-3, 1e-9",
        "quadratic-decay, residual, 1e-6, 1e-7",
        "viscous-burgers, interior, 1e-3, 1e-9"
    })
    void allGiveTheSameStepsDecreasesAndAccelerations(String problem, String set, double damping, double tolerance) {
        List<Trial> trials = List.of(trial(problem, set, 1, damping), trial(problem, set, 2, damping));
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            StackLoss loss = StackLoss.of(trials, tensors);
            NDArray parameters = loss.initialRows();
            Pointwise linearised = loss.residuals().pointwise(parameters);
            Solved gram = solved(
                    trials,
                    dampings -> new FactorisedEquations(
                            linearised.values(), NormalEquations.gram(linearised), dampings, tensors));
            Solved normal = solved(
                    trials,
                    dampings -> new FactorisedEquations(
                            linearised.values(), NormalEquations.normal(linearised), dampings, tensors));
            NDArray exact = tensors.of(new double[] {1e-13, 1e-13}, 2, 1);
            Solved gradients = solved(
                    trials,
                    dampings -> new ConjugateGradients(
                            linearised, dampings, new ConjugateGradients.Accuracy(exact, 1000), tensors));
            gradients.requireLike(gram, tolerance);
            normal.requireLike(gram, tolerance);
        }
    }

    /** What comes of a step: the steps, J times them, and half of the accelerations. */
    private record Solved(NDArray steps, NDArray slopes, NDArray accelerations) {

        void requireLike(Solved other, double tolerance) {
            requireLike(steps, other.steps, tolerance);
            requireLike(slopes, other.slopes, tolerance);
            requireLike(accelerations, other.accelerations, tolerance);
        }

        private static void requireLike(NDArray one, NDArray other, double tolerance) {
            double largest = other.abs().max().getDouble();
            assertThat(largest).isPositive();
            assertThat(Tensors.values(one)).containsExactly(Tensors.values(other), within(tolerance * largest));
        }
    }

    /** Makes equations of the dampings of trials. */
    @FunctionalInterface
    private interface Ways {
        DampedEquations of(List<DampedTrial> dampings);
    }

    private static Solved solved(List<Trial> trials, Ways ways) {
        List<DampedTrial> dampings = trials.stream()
                .map(trial -> new DampedTrial(trial.settings().descent()))
                .toList();
        // Each way has a scale of its own for the first damping: here it is one.
        dampings.forEach(damping -> damping.begin(1, 1));
        DampedEquations equations = ways.of(dampings);
        NDArray solutions = equations.solutions();
        // Far smaller than the step, so that it is trusted.
        double[] bend = new SplittableRandom(5)
                .doubles(equations.residuals().getShape().size(), -1e-6, 1e-6)
                .toArray();
        NDArray small = equations.residuals().zerosLike();
        Tensors.assign(small, small.getManager().create(bend).reshape(small.getShape()));
        return new Solved(
                equations.steps(solutions),
                equations.slopes(solutions),
                equations.steps(equations.accelerations(small)));
    }

    private static Trial trial(String problem, String set, long seed, double damping) {
        Map<String, Object> ofLine = problem.equals("quadratic-decay") ? Map.of("problem.stiffness", 5.0) : Map.of();
        Map<String, Object> changes = new HashMap<>(ofLine);
        changes.putAll(Map.of(
                "points." + set + ".count",
                30L,
                "network.width",
                6L,
                "network.depth",
                2L,
                "network.precision",
                "float64",
                "training.levenberg-marquardt.damping",
                damping));
        return TestTrials.trial(problem, seed, changes);
    }
}
