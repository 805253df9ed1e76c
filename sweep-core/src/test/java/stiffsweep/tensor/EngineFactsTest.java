package stiffsweep.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.djl.ndarray.NDArray;
import org.junit.jupiter.api.Test;
import stiffsweep.choice.Precision;

class EngineFactsTest {

    @Test
    void tellsWhatTheEngineRefusesFromWhatOthersThrow() {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            NDArray two = tensors.of(new double[] {1, 2}, 2);
            NDArray three = tensors.of(new double[] {1, 2, 3}, 3);

            assertThat(EngineFacts.isRefusal(catchThrowable(() -> two.add(three))))
                    .isTrue();
        }
        assertThat(EngineFacts.isRefusal(new IllegalArgumentException())).isFalse();
    }
}
