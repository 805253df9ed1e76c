package stiffsweep.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import stiffsweep.choice.Kernel;
import stiffsweep.choice.Precision;
import stiffsweep.jet.Dual;

@ParameterizedClass
@EnumSource(
        value = Kernel.class,
        names = {"ENGINE", "FUSED"})
class TapeTest {

    private final Kernel kernel;

    TapeTest(Kernel kernel) {
        this.kernel = kernel;
    }

    @Test
    void gradientOfASumOfSquaresIsTwiceThePoint() {
        try (Tensors tensors = Tensors.of(ComputeDevice.cpu(), Precision.FLOAT64, kernel)) {
            NDArray at = tensors.of(new double[] {1, -2, 3}, 3);
            assertThat(Tensors.values(Tape.gradient(at, NDArray::square))).containsExactly(2, -4, 6);
        }
    }

    /**
     * The engine's own operations with a Java number keep it in a buffer that the garbage collector may take before the
     * reverse pass: the gradient is then wrong once in some hundred times.
     */
    @Test
    void numbersOnTheTapeOutliveTheGarbageCollector() {
        try (Tensors tensors = Tensors.of(ComputeDevice.cpu(), Precision.FLOAT64, kernel)) {
            NDArray at = tensors.of(new double[] {1, -2, 3}, 3);
            for (int i = 0; i < 200; i++) {
                NDArray gradient = Tape.gradient(at, leaf -> {
                    Dual dual = Dual.constant(leaf).times(1.5);
                    for (int k = 0; k < 20; k++) {
                        dual = dual.times(2).times(0.5);
                    }
                    System.gc();
                    return dual.value();
                });
                assertThat(Tensors.values(gradient)).containsExactly(1.5, 1.5, 1.5);
            }
        }
    }

    @Test
    void threadsRecordIndependently() throws InterruptedException {
        Thread[] threads = new Thread[2];
        double[][] gradients = new double[2][];
        for (int k = 0; k < 2; k++) {
            int index = k;
            threads[k] = new Thread(() -> {
                try (Tensors tensors = Tensors.of(ComputeDevice.cpu(), Precision.FLOAT64, kernel)) {
                    NDArray at = tensors.of(new double[] {index + 1}, 1);
                    for (int i = 0; i < 500; i++) {
                        gradients[index] = Tensors.values(Tape.gradient(at, leaf -> leaf.mul(leaf)));
                    }
                }
            });
        }
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(gradients[0]).containsExactly(2);
        assertThat(gradients[1]).containsExactly(4);
    }
}
