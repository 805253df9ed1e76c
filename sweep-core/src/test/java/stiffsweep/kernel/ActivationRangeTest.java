package stiffsweep.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stiffsweep.choice.Activation;

/** The kernel's activations one by one, far beyond where a network has them. */
class ActivationRangeTest {

    private static final double STEP = 1.0 / 64;
    private static final int POINTS = 3201;
    private static final TileLayout SECOND_ORDER = new TileLayout(POINTS, 1, 1);

    /** Points from -25 to 25 as a jet along themselves. */
    private static double[] line() {
        double[] jet = new double[3 * POINTS];
        for (int i = 0; i < POINTS; i++) {
            jet[i] = (i - POINTS / 2) * STEP;
            jet[POINTS + i] = 1;
        }
        return jet;
    }

    /** One neuron between weights of 1, with an adjoint of the second derivative alone. */
    private static KernelPass neuron(Activation activation, double[] line, boolean single) {
        ChainShape shape = new ChainShape(List.of(1, 1, 1), activation);
        double[] parameters = {1, 0, 1, 0};
        double[] adjoint = new double[3 * POINTS];
        Arrays.fill(adjoint, 2 * POINTS, 3 * POINTS, 1);
        return single
                ? KernelPass.inFloat32(Lanes.preferred(), shape, SECOND_ORDER, parameters, line, adjoint)
                : KernelPass.inFloat64(Lanes.preferred(), shape, SECOND_ORDER, parameters, line, adjoint);
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void activationsAndThreeDerivativesHoldOnAWideRange(Activation activation) {
        double[] line = line();
        // A few units in the last place of numbers of this size.
        checkRange(activation, line, neuron(activation, line, false), 1e-15);
        checkRange(activation, line, neuron(activation, line, true), 4e-7);
    }

    private static void checkRange(Activation activation, double[] line, KernelPass pass, double tolerance) {
        for (int i = 0; i < POINTS; i++) {
            double[] g = PlainChain.derivatives(activation, line[i]);
            assertThat(pass.output[i]).isCloseTo(g[0], within(tolerance * Math.max(1, Math.abs(line[i]))));
            assertThat(pass.output[POINTS + i]).isCloseTo(g[1], within(tolerance));
            assertThat(pass.output[2 * POINTS + i]).isCloseTo(g[2], within(2 * tolerance));
            assertThat(pass.inputAdjoint[i]).isCloseTo(g[3], within(4 * tolerance));
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void whatIsNotANumberStaysNone(Activation activation) {
        double[] line = line();
        line[POINTS / 3] = Double.NaN;
        for (boolean single : new boolean[] {true, false}) {
            KernelPass pass = neuron(activation, line, single);

            assertThat(pass.output[POINTS / 3]).isNaN();
            assertThat(pass.output[POINTS / 3 + 1]).isFinite();
        }
    }
}
