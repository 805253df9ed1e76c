package stiffsweep.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
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

/** All that a pass by the kernel gives, beside the engine's pass and its tape. */
class FusedPassTest {

    private static final int TRIALS = 2;

    /** A network and where it is evaluated; most sizes fill no block of features and no tile of points. */
    record Case(NetworkShape shape, List<Integer> trunk, int trunks, JetLayout layout, Precision precision) {

        Network engine() {
            return trunks == 0 ? new Mlp(shape) : new HeadTrunk(shape, trunk, trunks);
        }

        Network fused() {
            ChainShape ofTrunk = Networks.chain(HeadTrunk.trunk(shape, trunk));
            return new FusedNetwork(
                    engine(), new KernelShape(Networks.chain(shape), Collections.nCopies(trunks, ofTrunk)), precision);
        }

        /** Round-off of sums of some hundred terms, in parts of the largest number. */
        double tolerance() {
            return precision == Precision.FLOAT32 ? 1e-5 : 2e-14;
        }

        @Override
        public String toString() {
            return shape + " " + trunks + " trunks " + trunk + ", " + layout + ", " + precision;
        }
    }

    static Stream<Arguments> cases() {
        int[][] orders = {{0, 0}, {1, 0}, {1, 1}, {2, 0}, {2, 1}, {2, 2}, {3, 1}, {4, 0}};
        int[] points = {1, 7, 16, 33, 64, 101, 251};
        List<List<Integer>> hidden = List.of(List.of(7), List.of(10, 4, 9), List.of(40, 40), List.of(), List.of(33, 5));
        List<Activation> activations = List.of(Activation.values());
        List<Arguments> all = new ArrayList<>();
        for (Precision precision : Precision.values()) {
            for (int[] order : orders) {
                for (int k = 0; k < 5; k++) {
                    int which = all.size();
                    int inputs = Math.max(1, order[0]) + (which % 3 == 0 ? 1 : 0);
                    Activation activation = activations.get(which % activations.size());
                    int trunks = k == 4 ? 1 + which % 3 : 0;
                    NetworkShape shape = new NetworkShape(
                            inputs, hidden.get((which + k) % hidden.size()), 1 + which % 5, activation);
                    JetLayout layout = new JetLayout(points[(which + k) % points.length], order[0], order[1]);
                    all.add(Arguments.of(new Case(shape, List.of(6), trunks, layout, precision)));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyDerivativeEqualsTheEngines(Case of) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), of.precision)) {
            JetLayout layout = of.layout;
            int inputs = of.shape.inputs();
            JetInput input = JetInput.alongEachInput(
                    random(1, tensors, TRIALS, layout.points(), inputs), layout.firsts(), layout.seconds());
            Network network = of.engine();
            NDArray parameters = random(2, tensors, TRIALS, network.parameters());
            NDArray direction = random(3, tensors, TRIALS, network.parameters());
            Pass expected = network.forward(parameters, input);
            NDArray adjoint = random(4, tensors, expected.output().getShape().getShape());
            NDArray byTape = Tape.gradient(
                    parameters,
                    leaf -> network.formula(Dual.constant(leaf), input).value().mul(adjoint));

            Pass pass = of.fused().forward(parameters, input);

            checkNear(of, pass.output(), expected.output());
            checkNear(of, pass.tangent(direction), expected.tangent(direction));
            checkNear(of, pass.gradient(adjoint), expected.gradient(adjoint));
            checkNear(of, pass.gradient(adjoint), byTape);
            checkNear(of, pass.jacobian(adjoint), expected.jacobian(adjoint));
            checkNear(of, pass.gram(adjoint), expected.gram(adjoint));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noDerivativeSpoilsAnother(Case of) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), of.precision)) {
            JetLayout layout = of.layout;
            JetInput input = JetInput.alongEachInput(
                    random(1, tensors, TRIALS, layout.points(), of.shape.inputs()), layout.firsts(), layout.seconds());
            Network network = of.fused();
            NDArray parameters = random(2, tensors, TRIALS, network.parameters());
            Pass pass = network.forward(parameters, input);
            NDArray adjoint = random(4, tensors, pass.output().getShape().getShape());
            double[] tangent = Tensors.values(pass.tangent(parameters));
            double[] gradient = Tensors.values(pass.gradient(adjoint));
            double[] gram = Tensors.values(pass.gram(adjoint));

            pass.gradient(adjoint.mul(Tensors.constant(2, adjoint)));

            assertThat(Tensors.values(pass.gram(adjoint))).isEqualTo(gram);
            assertThat(Tensors.values(pass.gradient(adjoint))).isEqualTo(gradient);
            assertThat(Tensors.values(pass.tangent(parameters))).isEqualTo(tangent);
        }
    }

    private static void checkNear(Case of, NDArray numbers, NDArray expected) {
        assertThat(numbers.getShape()).isEqualTo(expected.getShape());
        double[] got = Tensors.values(numbers);
        double[] wanted = Tensors.values(expected);
        double largest = Arrays.stream(wanted).map(Math::abs).max().orElseThrow();
        double furthest = IntStream.range(0, got.length)
                .mapToDouble(i -> Math.abs(got[i] - wanted[i]))
                .max()
                .orElseThrow();
        assertThat(furthest).isLessThanOrEqualTo(of.tolerance() * largest);
    }

    private static NDArray random(long seed, Tensors tensors, long... shape) {
        long size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return tensors.of(new SplittableRandom(seed).doubles(size, -1, 1).toArray(), shape);
    }
}
