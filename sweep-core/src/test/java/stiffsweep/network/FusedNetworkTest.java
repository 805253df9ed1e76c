package stiffsweep.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import stiffsweep.choice.Activation;
import stiffsweep.choice.Kernel;
import stiffsweep.choice.Precision;
import stiffsweep.kernel.KernelShape;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

/** Networks by the kernel as a stack of trials uses them: with tensors that are parts of others, and several passes at a time. */
class FusedNetworkTest {

    private static final NetworkShape SHAPE = new NetworkShape(2, List.of(9, 6), 2, Activation.TANH);
    private static final Network ENGINE = new Mlp(SHAPE);
    private static final int PARAMETERS = ENGINE.parameters();
    private static final int TRIALS = 3;
    private static final int POINTS = 21;

    private static Network fused(Precision precision) {
        return new FusedNetwork(ENGINE, new KernelShape(Networks.chain(SHAPE), List.of()), precision);
    }

    /** Round-off of sums of a hundred terms of size 1. */
    private static double tolerance(Precision precision) {
        return precision == Precision.FLOAT32 ? 2e-5 : 1e-13;
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void tensorsMayBePartsOfOthers(Precision precision) {
        Network fused = fused(precision);
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), precision)) {
            JetInput input = input(tensors, 1);
            NDArray rows = random(2, tensors, TRIALS, PARAMETERS + 10);
            NDArray parameters = rows.split(new long[] {4, PARAMETERS + 4}, 1).get(1);
            NDArray adjoint =
                    random(3, tensors, TRIALS, 2, input.layout().rows()).swapAxes(1, 2);
            Pass expected = ENGINE.forward(parameters, input);

            Pass pass = fused.forward(parameters, input);

            checkNear(pass.output(), expected.output(), tolerance(precision));
            checkNear(pass.gradient(adjoint), expected.gradient(adjoint), tolerance(precision));
        }
    }

    @ParameterizedTest
    @CsvSource({"FLOAT32, ENGINE", "FLOAT64, ENGINE", "FLOAT32, FUSED", "FLOAT64, FUSED"})
    void aPassKeepsItsGradientWhenAnotherComesBetween(Precision precision, Kernel place) {
        Network fused = fused(precision);
        try (Tensors tensors = Tensors.of(ComputeDevice.cpu(), precision, place)) {
            JetInput input = input(tensors, 1);
            NDArray parameters = random(2, tensors, TRIALS, PARAMETERS);
            NDArray adjoint = random(3, tensors, TRIALS, input.layout().rows(), 2);
            Pass pass = fused.forward(parameters, input);
            double[] output = Tensors.values(pass.output());
            double[] gradient = Tensors.values(pass.gradient(adjoint));

            Pass other = fused.forward(random(5, tensors, TRIALS, PARAMETERS), input(tensors, 6));

            assertThat(Tensors.values(pass.output())).isEqualTo(output);
            assertThat(Tensors.values(other.output())).isNotEqualTo(output);
            assertThat(Tensors.values(pass.gradient(adjoint))).isEqualTo(gradient);
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aTrialHasTheSameBitsInEveryStack(Precision precision) {
        Network fused = fused(precision);
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), precision)) {
            JetInput input = input(tensors, 1);
            NDArray parameters = random(2, tensors, TRIALS, PARAMETERS);
            NDArray adjoint = random(3, tensors, TRIALS, input.layout().rows(), 2);
            double[][] gradients = Tensors.rows(fused.forward(parameters, input).gradient(adjoint));
            for (int trial = 0; trial < TRIALS; trial++) {
                NDArray alone = fused.forward(
                                parameters.get(trial).expandDims(0),
                                new JetInput(input.stacked().get(trial).expandDims(0), input.layout()))
                        .gradient(adjoint.get(trial).expandDims(0));

                assertThat(Tensors.values(alone)).isEqualTo(gradients[trial]);
            }
        }
    }

    private static JetInput input(Tensors tensors, long seed) {
        JetLayout layout = new JetLayout(POINTS, 2, 1);
        return new JetInput(random(seed, tensors, TRIALS, layout.rows(), 2), layout);
    }

    private static void checkNear(NDArray numbers, NDArray expected, double tolerance) {
        assertThat(Tensors.values(numbers)).containsExactly(Tensors.values(expected), within(tolerance));
    }

    private static NDArray random(long seed, Tensors tensors, long... shape) {
        long size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return tensors.of(new SplittableRandom(seed).doubles(size, -1, 1).toArray(), shape);
    }
}
