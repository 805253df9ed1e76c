package stiffsweep.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stiffsweep.choice.Precision;

class TensorsTest {

    @ParameterizedTest
    @EnumSource
    void valuesComeBackAsTheyWentIn(Precision precision) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), precision)) {
            double[] values = {1.5, -2.25, Double.NaN, Double.POSITIVE_INFINITY};
            assertThat(Tensors.values(tensors.of(values, 2, 2))).containsExactly(values);
        }
    }

    @Test
    void filledTensorsAndScalarsKeepDoublePrecision() {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            NDArray filled = tensors.filled(0.1, 2);
            assertThat(Tensors.values(filled)).containsExactly(0.1, 0.1);
            assertThat(Tensors.values(Tensors.scalar(1.0 / 3, filled))).containsExactly(1.0 / 3);
        }
    }

    @Test
    void assigningToAViewChangesThatPartOfTheTensorOnly() {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            NDArray tensor = tensors.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3);
            NDArray right = tensor.split(new long[] {1}, 1).get(1);
            Tensors.assign(right, tensors.of(new double[] {7, 8, 9, 10}, 2, 2));
            assertThat(Tensors.values(tensor)).containsExactly(1, 7, 8, 4, 9, 10);
        }
    }

    @Test
    void replacingUnderAMaskLeavesTheRestAloneEvenWhenTheValueIsNotANumber() {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            NDArray tensor = tensors.of(new double[] {1, 2, 3, 4}, 2, 2);
            NDArray second = tensors.of(new double[] {0, 1}, 2, 1).gt(0);
            Tensors.replace(tensor, second, tensors.of(new double[] {Double.NaN, Double.NaN, 8, 9}, 2, 2));
            assertThat(Tensors.values(tensor)).containsExactly(1, 2, 8, 9);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCopyDoesNotChangeWithItsSource(Precision precision) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), precision)) {
            NDArray source = tensors.of(new double[] {1, 2}, 2);
            NDArray copy = tensors.copy(source);
            source.addi(1);
            assertThat(Tensors.values(copy)).containsExactly(1, 2);
        }
    }

    @Test
    void slicesAreCopiesThatOutliveTheScopeTheyAreMadeIn() {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            NDArray rows = tensors.of(new double[] {1, 2, 3, 4, 5, 6}, 3, 2);
            NDArray slices = TensorScope.result(() -> tensors.slices(rows, List.of(2, 0, 2)));
            rows.muli(0);
            assertThat(Tensors.values(slices)).containsExactly(5, 6, 1, 2, 5, 6);
            assertThat(slices.getShape().getShape()).containsExactly(3, 2);
        }
    }
}
