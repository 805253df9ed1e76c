package stiffsweep.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.ejml.simple.SimpleEVD;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.jet.Activation;
import stiffsweep.network.Mlp;
import stiffsweep.network.NetworkShape;
import stiffsweep.problem.Problem;
import stiffsweep.problem.Problems;
import stiffsweep.run.TestTrials;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.Precision;
import stiffsweep.tensor.Tensors;
import stiffsweep.train.LossTerms;
import stiffsweep.train.StackSamples;
import stiffsweep.train.Weighting;

/** Hessian-vector products and eigenvalues against the dense Hessian of a small network. */
class CurvatureTest {

    private static final NetworkShape SHAPE = new NetworkShape(1, 4, 2, 1, Activation.GELU);
    private static final int SIZE = SHAPE.parameters();

    @ParameterizedTest
    @CsvSource({"linear-decay, PLAIN", "quadratic-decay, JACOBIAN", "forced-relaxation, JACOBIAN"})
    void productsAndTheLargestEigenvalueAgreeWithTheDenseHessian(String name, Weighting weighting) {
        Problem problem = Problems.named(name);
        List<Trial> trials = List.of(
                TestTrials.trial(name, 1, Map.of("problem.stiffness", 3.0)),
                TestTrials.trial(name, 2, Map.of("problem.stiffness", 30.0)));
        try (Tensors tensors = Tensors.on(Device.cpu(), Precision.FLOAT64)) {
            StackSamples samples = new StackSamples(problem, trials, tensors);
            NDArray parameters = random(tensors);
            Curvature exact = curvature(problem, weighting, samples, parameters);
            double[][][] dense = denseByDifferences(problem, weighting, samples, parameters, tensors);
            double[][][] products = denseByProducts(exact, tensors);
            List<LargestEigenvalue> largest =
                    new PowerIteration(exact::times, 20_000, 1e-7, tensors).largest(SIZE, new long[] {5, 6});
            for (int trial = 0; trial < trials.size(); trial++) {
                double scale = Arrays.stream(dense[trial])
                        .flatMapToDouble(Arrays::stream)
                        .map(Math::abs)
                        .max()
                        .orElseThrow();
                for (int row = 0; row < SIZE; row++) {
                    assertThat(products[trial][row]).containsExactly(dense[trial][row], within(1e-7 * scale));
                }
                assertThat(largest.get(trial).converged()).isTrue();
                assertThat(largest.get(trial).value())
                        .isCloseTo(largestEigenvalue(products[trial]), within(1e-6 * scale));
            }
        }
    }

    private static Curvature curvature(Problem problem, Weighting weighting, StackSamples samples, NDArray parameters) {
        LossTerms terms = new LossTerms(problem, weighting);
        return new Curvature(
                new Mlp(SHAPE),
                samples,
                parameters,
                output -> terms.values(samples.with(output)).sumPerTrial());
    }

    /** Hessians {@code [trials][row][column]} from central differences of the gradient. */
    private static double[][][] denseByDifferences(
            Problem problem, Weighting weighting, StackSamples samples, NDArray parameters, Tensors tensors) {
        double step = 1e-5;
        double[][][] dense = new double[2][SIZE][];
        for (int row = 0; row < SIZE; row++) {
            NDArray shift = unit(row, tensors).mul(step);
            NDArray ahead = curvature(problem, weighting, samples, parameters.add(shift))
                    .gradient();
            NDArray behind = curvature(problem, weighting, samples, parameters.sub(shift))
                    .gradient();
            scatter(ahead.sub(behind).div(2 * step), row, dense);
        }
        return dense;
    }

    private static double[][][] denseByProducts(Curvature curvature, Tensors tensors) {
        double[][][] dense = new double[2][SIZE][];
        for (int row = 0; row < SIZE; row++) {
            scatter(curvature.times(unit(row, tensors)), row, dense);
        }
        return dense;
    }

    private static void scatter(NDArray rows, int row, double[][][] dense) {
        for (int trial = 0; trial < dense.length; trial++) {
            dense[trial][row] = Tensors.values(rows.get(trial));
        }
    }

    private static double largestEigenvalue(double[][] matrix) {
        SimpleEVD<SimpleMatrix> decomposition = new SimpleMatrix(matrix).eig();
        return decomposition.getEigenvalues().stream()
                .mapToDouble(value -> value.getReal())
                .max()
                .orElseThrow();
    }

    private static NDArray unit(int index, Tensors tensors) {
        double[] unit = new double[2 * SIZE];
        unit[index] = 1;
        unit[SIZE + index] = 1;
        return tensors.of(unit, 2, SIZE);
    }

    private static NDArray random(Tensors tensors) {
        return tensors.of(new SplittableRandom(8).doubles(2L * SIZE, -1, 1).toArray(), 2, SIZE);
    }
}
