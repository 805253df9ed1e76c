package stiffsweep.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.ejml.simple.SimpleEVD;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.choice.Precision;
import stiffsweep.loss.StackLoss;
import stiffsweep.run.TestTrials;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

/** Hessian-vector products and eigenvalues against the dense Hessian of a small network. */
class CurvatureTest {

    private static final Map<String, Object> SMALL = Map.of("network.width", 4L, "network.depth", 2L);
    private static final int SIZE = 8 + 20 + 5;

    @ParameterizedTest
    @CsvSource({
        "linear-decay, plain, 0",
        "quadratic-decay, jacobian, 0",
        "forced-relaxation, jacobian, 0",
        "quadratic-decay, residual-attention, 60",
        "quadratic-decay, soft-attention, 61"
    })
    void productsAndTheLargestEigenvalueAgreeWithTheDenseHessian(String name, String weighting, int learned) {
        List<Trial> trials = List.of(trial(name, weighting, 1, 3), trial(name, weighting, 2, 30));
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            StackLoss loss = StackLoss.of(trials, tensors);
            NDArray rows = random(SIZE + learned, tensors);
            Curvature exact = curvature(loss, loss.networkParameters(rows), rows);
            double[][][] dense = denseByDifferences(loss, rows, tensors);
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

    private static Trial trial(String problem, String weighting, long seed, double stiffness) {
        Map<String, Object> changes = new HashMap<>(SMALL);
        changes.put("problem.stiffness", stiffness);
        changes.put("loss.weighting", weighting);
        return TestTrials.trial(problem, seed, changes);
    }

    private static Curvature curvature(StackLoss loss, NDArray parameters, NDArray rows) {
        return new Curvature(
                loss, parameters, output -> loss.terms(output, rows).sumPerTrial());
    }

    /** Hessians {@code [trials][row][column]} from central differences of the gradient. */
    private static double[][][] denseByDifferences(StackLoss loss, NDArray rows, Tensors tensors) {
        double step = 1e-5;
        NDArray parameters = loss.networkParameters(rows);
        double[][][] dense = new double[2][SIZE][];
        for (int row = 0; row < SIZE; row++) {
            NDArray shift = unit(row, tensors).mul(step);
            NDArray ahead = curvature(loss, parameters.add(shift), rows).gradient();
            NDArray behind = curvature(loss, parameters.sub(shift), rows).gradient();
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

    private static NDArray random(int size, Tensors tensors) {
        return tensors.of(new SplittableRandom(8).doubles(2L * size, -1, 1).toArray(), 2, size);
    }
}
