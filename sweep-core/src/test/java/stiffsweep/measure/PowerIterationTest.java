package stiffsweep.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.junit.jupiter.api.Test;
import stiffsweep.choice.Precision;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

/** On diagonal matrices, whose eigenvalues are known. */
class PowerIterationTest {

    private static final double TOLERANCE = 1e-6;
    private static final long[] SEEDS = {11, 12, 13};

    @Test
    void findsTheLargestEigenvalueAlsoWhereANegativeOneDominates() {
        double[] diagonals = {
            5, 1, -2, 0,
            -9, 3, 1, 0.5,
            -4, -3, -2, -1
        };
        List<LargestEigenvalue> found = largest(diagonals, 500);
        assertThat(found).extracting(LargestEigenvalue::converged).containsOnly(true);
        assertThat(found.get(0).value()).isCloseTo(5, within(1e-9));
        assertThat(found.get(1).value()).isCloseTo(3, within(1e-9));
        assertThat(found.get(2).value()).isCloseTo(-1, within(1e-9));
    }

    @Test
    void saysThatItHasNotConvergedWhenItMayNotGoOn() {
        double[] diagonals = {
            5, 4.999, 1, 0,
            5, 0, 0, 0,
            5, 4.999, 1, 0
        };
        List<LargestEigenvalue> found = largest(diagonals, 3);
        assertThat(found).extracting(LargestEigenvalue::converged).containsExactly(false, true, false);
        assertThat(found.get(0).iterations()).isEqualTo(3);
    }

    /** With few iterations the first value is -1 mixed with 0.9: too small a shift, which the second pass cannot see. */
    @Test
    void doesNotCallAValueConvergedWhoseShiftWasNot() {
        double[] diagonals = {
            -1, 0.9, 0, 0,
            -1, 0.9, 0, 0,
            -1, 0.9, 0, 0
        };
        assertThat(largest(diagonals, 4))
                .extracting(LargestEigenvalue::converged)
                .containsOnly(false);
    }

    @Test
    void eigenvalueOfAMatrixThatIsNotFiniteIsNotANumber() {
        double[] diagonals = {Double.NaN, 1, 1, 1, 2, 1, 0, 0, 3, 1, 0, 0};
        List<LargestEigenvalue> found = largest(diagonals, 200);
        assertThat(found.get(0).value()).isNaN();
        assertThat(found.get(0).converged()).isFalse();
        assertThat(found.get(1).value()).isCloseTo(2, within(1e-9));
    }

    private static List<LargestEigenvalue> largest(double[] diagonals, int most) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            NDArray matrix = tensors.of(diagonals, SEEDS.length, 4);
            return new PowerIteration(matrix::mul, most, TOLERANCE, tensors).largest(4, SEEDS);
        }
    }
}
