package stiffsweep.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import stiffsweep.choice.Activation;
import stiffsweep.choice.Precision;
import stiffsweep.jet.Dual;
import stiffsweep.kernel.ChainShape;
import stiffsweep.kernel.KernelShape;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tape;
import stiffsweep.tensor.Tensors;

/** Every network with every activation: hand-written passes against the engine's tape and against finite differences. */
class NetworkTest {

    private static final int TRIALS = 3;
    private static final int POINTS = 4;

    /** Networks by name, for each activation, number of inputs, and of those with first and with second derivatives. */
    static Stream<Arguments> networks() {
        List<Arguments> all = new ArrayList<>();
        for (Activation activation : Activation.values()) {
            for (int inputs = 1; inputs <= 2; inputs++) {
                for (int order = 0; order <= 2; order++) {
                    all.addAll(networks(activation, inputs, order > 0 ? inputs : 0, order > 1 ? inputs : 0));
                }
            }
            all.addAll(networks(activation, 2, 1, 0));
            all.addAll(networks(activation, 2, 1, 1));
            all.addAll(networks(activation, 3, 2, 1));
            all.addAll(networks(activation, 3, 3, 1));
        }
        return all.stream();
    }

    private static List<Arguments> networks(Activation activation, int inputs, int firsts, int seconds) {
        NetworkShape chain = new NetworkShape(inputs, List.of(7, 5, 6), 2, activation);
        NetworkShape head = new NetworkShape(inputs, List.of(4, 6), 5, activation);
        ChainShape trunk = Networks.chain(new NetworkShape(5, List.of(3), 1, activation));
        Network mlp = new Mlp(chain);
        Network headTrunk = new HeadTrunk(head, List.of(3), 3);
        Network fused = new FusedNetwork(mlp, new KernelShape(Networks.chain(chain), List.of()), Precision.FLOAT64);
        Network fusedTrunks = new FusedNetwork(
                headTrunk, new KernelShape(Networks.chain(head), List.of(trunk, trunk, trunk)), Precision.FLOAT64);
        return List.of(
                Arguments.of("mlp", activation, inputs, firsts, seconds, mlp),
                Arguments.of("head-trunk", activation, inputs, firsts, seconds, headTrunk),
                Arguments.of("fused mlp", activation, inputs, firsts, seconds, fused),
                Arguments.of("fused head-trunk", activation, inputs, firsts, seconds, fusedTrunks),
                Arguments.of("scalars", activation, inputs, firsts, seconds, new Scalars(2)));
    }

    @ParameterizedTest(name = "{0} {1}, {2} inputs, {3} first and {4} second")
    @MethodSource("networks")
    void handWrittenPassesEqualTheTapes(
            String name, Activation activation, int inputs, int firsts, int seconds, Network network) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            JetInput input = JetInput.alongEachInput(random(1, tensors, TRIALS, POINTS, inputs), firsts, seconds);
            NDArray parameters = random(2, tensors, TRIALS, network.parameters());
            Pass pass = network.forward(parameters, input);
            NDArray adjoint = random(3, tensors, pass.output().getShape().getShape());

            NDArray byTape = Tape.gradient(
                    parameters,
                    leaf -> network.formula(Dual.constant(leaf), input).value().mul(adjoint));
            NDArray formula = network.formula(Dual.constant(parameters), input).value();

            assertThat(Tensors.values(pass.output())).containsExactly(Tensors.values(formula), within(1e-12));
            assertThat(Tensors.values(pass.gradient(adjoint))).containsExactly(Tensors.values(byTape), within(1e-12));
        }
    }

    @ParameterizedTest(name = "{0} {1}, {2} inputs, {3} first and {4} second")
    @MethodSource("networks")
    void tangentsEqualThoseOfTheFormula(
            String name, Activation activation, int inputs, int firsts, int seconds, Network network) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            JetInput input = JetInput.alongEachInput(random(1, tensors, TRIALS, POINTS, inputs), firsts, seconds);
            NDArray parameters = random(2, tensors, TRIALS, network.parameters());
            NDArray direction = random(3, tensors, TRIALS, network.parameters());

            NDArray tangent = network.forward(parameters, input).tangent(direction);
            NDArray ofFormula =
                    network.formula(Dual.of(parameters, direction), input).tangentOrZero();

            assertThat(Tensors.values(tangent)).containsExactly(Tensors.values(ofFormula), within(1e-12));
        }
    }

    @ParameterizedTest(name = "{0} {1}, {2} inputs, order {3}")
    @MethodSource("networks")
    void gradientsOfSinglePointsAddUpToTheGradientAndMakeTheGramMatrix(
            String name, Activation activation, int inputs, int firsts, int seconds, Network network) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            JetInput input = JetInput.alongEachInput(random(1, tensors, TRIALS, POINTS, inputs), firsts, seconds);
            NDArray parameters = random(2, tensors, TRIALS, network.parameters());
            Pass pass = network.forward(parameters, input);
            NDArray adjoint = random(3, tensors, pass.output().getShape().getShape());

            NDArray jacobian = pass.jacobian(adjoint);
            NDArray product = jacobian.batchMatMul(jacobian.swapAxes(1, 2));

            assertThat(Tensors.values(jacobian.sum(new int[] {1})))
                    .containsExactly(Tensors.values(pass.gradient(adjoint)), within(1e-12));
            assertThat(Tensors.values(pass.gram(adjoint))).containsExactly(Tensors.values(product), within(1e-10));
            assertThat(Tensors.values(jacobian.get(1).get(2)))
                    .as("the gradient of one point alone")
                    .containsExactly(gradientOfOnePoint(network, parameters, input, adjoint, 1, 2), within(1e-12));
        }
    }

    /** The gradient with the adjoints of all points but one set to zero. */
    private static double[] gradientOfOnePoint(
            Network network, NDArray parameters, JetInput input, NDArray adjoint, int trial, int point) {
        NDArray single = adjoint.zerosLike();
        for (int stream = 0; stream < input.layout().streams(); stream++) {
            int row = stream * POINTS + point;
            Tensors.assign(single.get(trial).get(row), adjoint.get(trial).get(row));
        }
        return Tensors.values(
                network.forward(parameters, input).gradient(single).get(trial));
    }

    @ParameterizedTest(name = "{0} {1}, {2} inputs, {3} first and {4} second")
    @MethodSource("networks")
    void derivativesAlongTheInputsAgreeWithFiniteDifferences(
            String name, Activation activation, int inputs, int firsts, int seconds, Network network) {
        double step = 1e-4;
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            NDArray points = random(4, tensors, TRIALS, POINTS, inputs);
            NDArray parameters = random(5, tensors, TRIALS, network.parameters());
            NDArray output = network.forward(parameters, JetInput.alongEachInput(points, firsts, seconds))
                    .output();
            double[] here = fieldAt(network, parameters, points);
            for (int derivative = 1; derivative <= 2; derivative++) {
                for (int direction = 0; direction < (derivative == 1 ? firsts : seconds); direction++) {
                    double[] shift = new double[inputs];
                    shift[direction] = step;
                    NDArray along = tensors.of(shift, 1, 1, inputs);
                    double[] ahead = fieldAt(network, parameters, points.add(along));
                    double[] behind = fieldAt(network, parameters, points.sub(along));
                    double[] carried = stream(output, 1 + (derivative - 1) * firsts + direction);
                    for (int i = 0; i < carried.length; i++) {
                        double difference = derivative == 1
                                ? (ahead[i] - behind[i]) / (2 * step)
                                : (ahead[i] - 2 * here[i] + behind[i]) / (step * step);
                        // The differences' own error: third and fourth derivatives times step^2, rounding over step^2.
                        assertThat(carried[i]).isCloseTo(difference, within(1e-5));
                    }
                }
            }
        }
    }

    private static double[] fieldAt(Network network, NDArray parameters, NDArray points) {
        return Tensors.values(
                network.forward(parameters, JetInput.alongEachInput(points, 0)).output());
    }

    private static double[] stream(NDArray output, int stream) {
        return Tensors.values(output.get(":, " + stream * POINTS + ":" + (stream + 1) * POINTS)
                .duplicate());
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
