package stiffsweep.jet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stiffsweep.choice.Activation;
import stiffsweep.choice.Precision;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

class ActivationsTest {

    private static final double[] AT = {-3.1, -1.2, -0.4, 0, 0.3, 0.9, 2.5};
    private static final double STEP = 1e-5;

    @ParameterizedTest
    @EnumSource
    void everyDerivativeIsTheDerivativeOfTheOneBefore(Activation activation) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            NDArray at = tensors.of(AT, AT.length);
            List<NDArray> derivatives = Activations.derivatives(activation, at, Activations.HIGHEST_ORDER);
            for (int order = 0; order < Activations.HIGHEST_ORDER; order++) {
                NDArray ahead =
                        Activations.derivatives(activation, at.add(STEP), order).get(order);
                NDArray behind =
                        Activations.derivatives(activation, at.sub(STEP), order).get(order);
                double[] difference = Tensors.values(ahead.sub(behind).div(2 * STEP));
                assertThat(Tensors.values(derivatives.get(order + 1)))
                        .as("derivative %d", order + 1)
                        .containsExactly(difference, within(1e-9));
            }
        }
    }

    /** Reference: x Phi(x) with Phi(1) = 0.8413447460685429 (Abramowitz and Stegun, table 26.1). */
    @Test
    void geluIsTheExactForm() {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            NDArray one = tensors.of(new double[] {1, -1}, 2);
            assertThat(Tensors.values(
                            Activations.derivatives(Activation.GELU, one, 0).get(0)))
                    .containsExactly(new double[] {0.8413447460685429, -0.1586552539314571}, within(1e-15));
        }
    }
}
