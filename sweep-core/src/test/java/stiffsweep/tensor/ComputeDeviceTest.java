package stiffsweep.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import stiffsweep.choice.TrainingDevice;

class ComputeDeviceTest {

    @Test
    void isTheCpuWhereNoGpuIsGivenOrNoneIsWanted() {
        assertThat(ComputeDevice.of(TrainingDevice.AUTO, List.of()).name()).isEqualTo("cpu");
        assertThat(ComputeDevice.of(TrainingDevice.CPU, List.of("0", "1")).name())
                .isEqualTo("cpu");
    }

    @Test
    void refusesAGpuThatTheEngineDoesNotSee() {
        assertThatThrownBy(() -> ComputeDevice.of(TrainingDevice.AUTO, List.of("99")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GPU 99")
                .hasMessageContaining("training.device = cpu");
    }
}
