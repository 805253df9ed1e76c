package stiffsweep.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stiffsweep.choice.Activation;
import stiffsweep.choice.Precision;
import stiffsweep.kernel.ChainShape;
import stiffsweep.kernel.DoubleChain;
import stiffsweep.kernel.DoubleTiles;
import stiffsweep.kernel.Lanes;
import stiffsweep.kernel.TileLayout;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

/** The kernel's chains against the engine's passes of the same networks. */
class KernelAgainstEngineTest {

    private static final int POINTS = 45;
    private static final int TRIALS = 2;
    private static final TileLayout LAYOUT = new TileLayout(POINTS, 2, 1);

    @ParameterizedTest
    @EnumSource(Activation.class)
    void aChainEqualsTheEnginesNetwork(Activation activation) {
        Network network = new Mlp(new NetworkShape(2, List.of(9, 12), 3, activation));
        check(network, List.of(chain(activation, 2, 9, 12, 3)), 3);
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void aChainWhoseOutputOtherChainsReadEqualsAHeadWithTrunks(Activation activation) {
        Network network = new HeadTrunk(new NetworkShape(2, List.of(9), 6, activation), List.of(5), 3);
        List<DoubleChain> chains = new ArrayList<>(List.of(chain(activation, 2, 9, 6)));
        for (int trunk = 0; trunk < 3; trunk++) {
            chains.add(chain(activation, 6, 5, 1));
        }
        check(network, chains, 1);
    }

    private static DoubleChain chain(Activation activation, Integer... widths) {
        return Lanes.preferred().doubles(new ChainShape(List.of(widths), activation), LAYOUT);
    }

    /** Compares a network with a chain, or with a head and the trunks that follow it, each with so many outputs. */
    private static void check(Network network, List<DoubleChain> chains, int outputs) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            NDArray points = random(1, tensors, TRIALS, POINTS, 2);
            JetInput input = JetInput.alongEachInput(points, LAYOUT.firsts(), LAYOUT.seconds());
            NDArray parameters = random(2, tensors, TRIALS, network.parameters());
            Pass pass = network.forward(parameters, input);
            NDArray adjoint = random(3, tensors, pass.output().getShape().getShape());
            double[] expected = Tensors.values(pass.output());
            double[] gradients = Tensors.values(pass.gradient(adjoint));
            double[] in = Tensors.values(input.stacked());
            double[] back = Tensors.values(adjoint);
            for (int trial = 0; trial < TRIALS; trial++) {
                Trial one = new Trial(chains, outputs);
                one.pass(Tensors.values(parameters.get(trial)), part(in, trial), part(back, trial));
                // Round-off: sums of a hundred terms below 100.
                assertThat(one.output).containsExactly(part(expected, trial), within(1e-12));
                assertThat(one.gradient).containsExactly(part(gradients, trial), within(1e-11));
            }
        }
    }

    private static double[] part(double[] all, int trial) {
        int length = all.length / TRIALS;
        return Arrays.copyOfRange(all, trial * length, (trial + 1) * length);
    }

    /** One trial of a network that is made of chains. */
    private static final class Trial {

        private final List<DoubleChain> chains;
        private final int outputs;
        private double[] output = {};
        private double[] gradient = {};

        Trial(List<DoubleChain> chains, int outputs) {
            this.chains = chains;
            this.outputs = outputs;
        }

        void pass(double[] parameters, double[] input, double[] adjoint) {
            gradient = new double[parameters.length];
            output = new double[adjoint.length];
            DoubleTiles in = new DoubleTiles(LAYOUT, 2);
            in.read(input, 0);
            int[] starts = new int[chains.size()];
            for (int i = 0; i < starts.length; i++) {
                chains.get(i).load(parameters, starts[i]);
                if (i + 1 < starts.length) {
                    starts[i + 1] = starts[i] + chains.get(i).shape().parameters();
                }
            }
            DoubleTiles head = chains.get(0).forward(in);
            if (chains.size() == 1) {
                head.write(output, 0);
                backward(0, adjoint, 0);
                return;
            }
            DoubleTiles ofHead = new DoubleTiles(LAYOUT, head.features());
            for (int trunk = 1; trunk < chains.size(); trunk++) {
                DoubleTiles part = new DoubleTiles(LAYOUT, head.features());
                put(chains.get(trunk).forward(head), trunk - 1);
                backward(trunk, column(adjoint, trunk - 1), starts[trunk]);
                chains.get(trunk).inputAdjoint(part);
                ofHead.add(part);
            }
            chains.get(0).backward(ofHead);
            chains.get(0).gradient(gradient, 0);
        }

        private void backward(int chain, double[] adjoint, int to) {
            DoubleTiles tiles = new DoubleTiles(LAYOUT, outputs);
            tiles.read(adjoint, 0);
            chains.get(chain).backward(tiles);
            chains.get(chain).gradient(gradient, to);
        }

        private void put(DoubleTiles tiles, int column) {
            double[] rows = new double[output.length / (chains.size() - 1)];
            tiles.write(rows, 0);
            for (int row = 0; row < rows.length; row++) {
                output[row * (chains.size() - 1) + column] = rows[row];
            }
        }

        private double[] column(double[] all, int column) {
            double[] rows = new double[all.length / (chains.size() - 1)];
            for (int row = 0; row < rows.length; row++) {
                rows[row] = all[row * (chains.size() - 1) + column];
            }
            return rows;
        }
    }

    private static NDArray random(long seed, Tensors tensors, long... shape) {
        long size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return tensors.of(new SplittableRandom(seed).doubles(size, -1, 1).toArray(), shape);
    }
}
