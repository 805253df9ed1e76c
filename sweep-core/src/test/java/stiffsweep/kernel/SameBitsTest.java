package stiffsweep.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.choice.Activation;

/** One training must end in the same bits on every machine, whatever the width of its vectors. */
class SameBitsTest {

    private static final TileLayout LAYOUT = new TileLayout(75, 2, 1);
    private static final int EPOCHS = 40;

    @ParameterizedTest
    @CsvSource({"GELU, -508696903", "TANH, -801780420", "SINE, -1437082763", "SILU, 1402341960"})
    void trainingsInFloat32EndInTheSameBits(Activation activation, int bits) {
        for (Lanes lanes : Lanes.available()) {
            assertThat(trainedInFloat32(lanes, activation)).as(lanes.name()).isEqualTo(bits);
        }
    }

    @ParameterizedTest
    @CsvSource({"GELU, -1416582647", "TANH, 1072367297", "SINE, 1964887375", "SILU, 100087712"})
    void trainingsInFloat64EndInTheSameBits(Activation activation, int bits) {
        for (Lanes lanes : Lanes.available()) {
            assertThat(trainedInFloat64(lanes, activation)).as(lanes.name()).isEqualTo(bits);
        }
    }

    private static ChainShape shape(Activation activation) {
        return new ChainShape(List.of(2, 13, 18, 2), activation);
    }

    /** Steepest descent on the mean square of the output jet; the hash of output, gradient and parameters. */
    private static int trainedInFloat32(Lanes lanes, Activation activation) {
        ChainShape shape = shape(activation);
        FloatChain chain = lanes.floats(shape, LAYOUT);
        FloatTiles input = new FloatTiles(LAYOUT, 2);
        FloatTiles adjoint = new FloatTiles(LAYOUT, 2);
        int rows = LAYOUT.streams() * LAYOUT.points();
        input.read(KernelPass.floats(KernelPass.random(2, rows * 2)), 0);
        float[] parameters = KernelPass.floats(KernelPass.random(1, shape.parameters()));
        float[] gradient = new float[parameters.length];
        float[] output = new float[rows * 2];
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            chain.load(parameters, 0);
            chain.forward(input).write(output, 0);
            float[] residual = output.clone();
            for (int i = 0; i < residual.length; i++) {
                residual[i] /= rows;
            }
            adjoint.read(residual, 0);
            chain.backward(adjoint);
            chain.gradient(gradient, 0);
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] -= 0.1f * gradient[i];
            }
        }
        return 31 * (31 * Arrays.hashCode(output) + Arrays.hashCode(gradient)) + Arrays.hashCode(parameters);
    }

    private static int trainedInFloat64(Lanes lanes, Activation activation) {
        ChainShape shape = shape(activation);
        DoubleChain chain = lanes.doubles(shape, LAYOUT);
        DoubleTiles input = new DoubleTiles(LAYOUT, 2);
        DoubleTiles adjoint = new DoubleTiles(LAYOUT, 2);
        int rows = LAYOUT.streams() * LAYOUT.points();
        input.read(KernelPass.random(2, rows * 2), 0);
        double[] parameters = KernelPass.random(1, shape.parameters());
        double[] gradient = new double[parameters.length];
        double[] output = new double[rows * 2];
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            chain.load(parameters, 0);
            chain.forward(input).write(output, 0);
            double[] residual = output.clone();
            for (int i = 0; i < residual.length; i++) {
                residual[i] /= rows;
            }
            adjoint.read(residual, 0);
            chain.backward(adjoint);
            chain.gradient(gradient, 0);
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] -= 0.1 * gradient[i];
            }
        }
        return 31 * (31 * Arrays.hashCode(output) + Arrays.hashCode(gradient)) + Arrays.hashCode(parameters);
    }
}
