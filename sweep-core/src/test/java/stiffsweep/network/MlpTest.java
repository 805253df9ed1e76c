package stiffsweep.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.jet.Activation;
import stiffsweep.jet.Dual;
import stiffsweep.tensor.Precision;
import stiffsweep.tensor.Tape;
import stiffsweep.tensor.Tensors;

/** The hand-written forward and reverse passes against the engine's tape and against finite differences. */
class MlpTest {

    private static final int TRIALS = 3;
    private static final int POINTS = 5;

    @ParameterizedTest
    @CsvSource({"GELU, 1, 1", "GELU, 2, 3", "TANH, 1, 1", "TANH, 2, 1"})
    void handWrittenAdjointEqualsTheTapes(Activation activation, int inputs, int outputs) {
        Mlp network = new Mlp(new NetworkShape(inputs, 7, 3, outputs, activation));
        NetworkShape shape = new NetworkShape(inputs, 7, 3, outputs, activation);
        try (Tensors tensors = Tensors.on(Device.cpu(), Precision.FLOAT64)) {
            JetInput input = JetInput.alongEachInput(random(1, tensors, TRIALS, POINTS, inputs));
            NDArray parameters = random(2, tensors, TRIALS, shape.parameters());
            NDArray adjoint = random(3, tensors, TRIALS, input.rows(), outputs);

            NDArray byTape = Tape.gradient(
                    parameters,
                    leaf -> network.formula(Dual.constant(leaf), input).value().mul(adjoint));
            Network.Pass pass = network.forward(parameters, input);
            double[] formula = Tensors.values(
                    network.formula(Dual.constant(parameters), input).value());

            assertThat(Tensors.values(pass.output())).containsExactly(formula, within(1e-13));
            assertThat(Tensors.values(pass.gradient(adjoint.duplicate())))
                    .containsExactly(Tensors.values(byTape), within(1e-12));
        }
    }

    @Test
    void derivativesAlongTheInputsAgreeWithFiniteDifferences() {
        NetworkShape shape = new NetworkShape(2, 6, 2, 1, Activation.GELU);
        Mlp network = new Mlp(shape);
        double step = 1e-5;
        try (Tensors tensors = Tensors.on(Device.cpu(), Precision.FLOAT64)) {
            NDArray points = random(4, tensors, TRIALS, POINTS, 2);
            NDArray parameters = random(5, tensors, TRIALS, shape.parameters());
            NDArray output =
                    network.forward(parameters, JetInput.alongEachInput(points)).output();
            for (int direction = 0; direction < 2; direction++) {
                NDArray shift = tensors.of(direction == 0 ? new double[] {step, 0} : new double[] {0, step}, 1, 1, 2);
                double[] ahead = fieldAt(network, parameters, points.add(shift));
                double[] behind = fieldAt(network, parameters, points.sub(shift));
                double[] derivative = Tensors.values(
                        output.split(new long[] {POINTS, 2 * POINTS}, 1).get(direction + 1));
                for (int i = 0; i < derivative.length; i++) {
                    assertThat(derivative[i]).isCloseTo((ahead[i] - behind[i]) / (2 * step), within(1e-9));
                }
            }
        }
    }

    private static double[] fieldAt(Mlp network, NDArray parameters, NDArray points) {
        NDArray output =
                network.forward(parameters, JetInput.alongEachInput(points)).output();
        return Tensors.values(output.split(new long[] {POINTS}, 1).get(0));
    }

    private static NDArray random(long seed, Tensors tensors, long... shape) {
        int size = 1;
        for (long length : shape) {
            size *= (int) length;
        }
        SplittableRandom random = new SplittableRandom(seed);
        return tensors.of(random.doubles(size, -1, 1).toArray(), shape);
    }
}
