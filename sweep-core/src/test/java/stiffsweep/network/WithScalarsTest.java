package stiffsweep.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.choice.Activation;
import stiffsweep.choice.Precision;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

/** Where a learned scalar stands in the output; its adjoint is checked with that of every network. */
class WithScalarsTest {

    private static final int POINTS = 3;
    private static final Network ALONE = new Mlp(new NetworkShape(1, List.of(5, 4), 2, Activation.TANH));
    private static final Network WITH = new WithScalars(ALONE, 2, 2);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void scalarsAreConstantColumnsAfterTheNetworksOwn(int order) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            JetInput input = input(tensors, order);
            NDArray parameters = parameters(tensors);
            NDArray own = parameters.get(":, :" + ALONE.parameters()).duplicate();
            NDArray scalars = parameters.get(":, " + ALONE.parameters() + ":").duplicate();

            NDArray output = WITH.forward(parameters, input).output();

            assertThat(Tensors.values(output.get(":, :, :2").duplicate()))
                    .isEqualTo(Tensors.values(ALONE.forward(own, input).output()));
            for (int trial = 0; trial < 2; trial++) {
                for (int scalar = 0; scalar < 2; scalar++) {
                    double[] expected = new double[input.layout().rows()];
                    Arrays.fill(expected, 0, POINTS, Tensors.values(scalars)[2 * trial + scalar]);
                    assertThat(Tensors.values(output.get(":, :, " + (2 + scalar))
                                    .get(trial)
                                    .duplicate()))
                            .containsExactly(expected, within(0.0));
                }
            }
        }
    }

    private static JetInput input(Tensors tensors, int order) {
        return JetInput.alongEachInput(tensors.of(new double[] {0, 0.5, 1, 0.1, 0.2, 0.3}, 2, POINTS, 1), order);
    }

    private static NDArray parameters(Tensors tensors) {
        int count = WITH.parameters();
        return tensors.of(new SplittableRandom(1).doubles(2L * count, -1, 1).toArray(), 2, count);
    }
}
