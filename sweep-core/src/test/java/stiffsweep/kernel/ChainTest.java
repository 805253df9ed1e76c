package stiffsweep.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import stiffsweep.choice.Activation;

/** The kernel's chains against plain loops in double precision and against finite differences. */
class ChainTest {

    /** Shapes and points, many of which fill no block and no tile, for each activation and order. */
    static Stream<Arguments> chains() {
        List<List<Integer>> widths = List.of(
                List.of(1, 1),
                List.of(2, 3),
                List.of(1, 7, 1),
                List.of(3, 10, 4, 9, 2),
                List.of(1, 40, 40, 1),
                List.of(2, 33, 5, 6));
        int[][] orders = {{0, 0}, {1, 0}, {1, 1}, {2, 1}, {3, 1}, {2, 2}, {5, 0}};
        int[] points = {1, 7, 16, 33, 64, 101};
        List<Arguments> all = new ArrayList<>();
        for (Activation activation : Activation.values()) {
            for (int[] order : orders) {
                for (int k = 0; k < 3; k++) {
                    int which = all.size();
                    all.add(Arguments.of(
                            new ChainShape(widths.get(which % widths.size()), activation),
                            new TileLayout(points[(which / 2 + k) % points.length], order[0], order[1])));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("chains")
    void chainsInFloat64EqualPlainLoops(ChainShape shape, TileLayout layout) {
        for (Lanes lanes : Lanes.available()) {
            Case problem = new Case(shape, layout);
            KernelPass pass =
                    KernelPass.inFloat64(lanes, shape, layout, problem.parameters, problem.input, problem.adjoint);
            // Round-off of five layers and a hundred points, of 1e-16 each.
            problem.check(pass, 2e-14);
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("chains")
    void chainsInFloat32EqualPlainLoops(ChainShape shape, TileLayout layout) {
        for (Lanes lanes : Lanes.available()) {
            Case problem = new Case(shape, layout);
            KernelPass pass =
                    KernelPass.inFloat32(lanes, shape, layout, problem.parameters, problem.input, problem.adjoint);
            // The same, of 6e-8 each.
            problem.check(pass, 5e-6);
        }
    }

    /** Random numbers of a shape, and what plain loops make of them. */
    private static final class Case {

        private final double[] parameters;
        private final double[] input;
        private final double[] adjoint;
        private final PlainChain expected;

        Case(ChainShape shape, TileLayout layout) {
            int rows = layout.streams() * layout.points();
            parameters = KernelPass.random(1, shape.parameters());
            input = KernelPass.random(2, rows * shape.inputs(0));
            adjoint = KernelPass.random(3, rows * shape.outputs(shape.layers() - 1));
            expected = new PlainChain(shape, layout, parameters, input, adjoint);
        }

        void check(KernelPass pass, double tolerance) {
            checkNear(pass.output, expected.output, tolerance);
            checkNear(pass.gradient, expected.gradient, tolerance);
            checkNear(pass.inputAdjoint, expected.inputAdjoint, tolerance);
        }

        /** Each number, in parts of the largest. */
        private static void checkNear(double[] numbers, double[] expected, double tolerance) {
            double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
            assertThat(numbers).containsExactly(expected, within(tolerance * largest));
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void gradientsAgreeWithFiniteDifferences(Activation activation) {
        ChainShape shape = new ChainShape(List.of(2, 5, 4, 2), activation);
        TileLayout layout = new TileLayout(9, 2, 1);
        double[] parameters = KernelPass.random(1, shape.parameters());
        double[] input = KernelPass.random(2, layout.streams() * layout.points() * 2);
        double[] adjoint = KernelPass.random(3, layout.streams() * layout.points() * 2);
        double[] gradient = KernelPass.inFloat64(Lanes.preferred(), shape, layout, parameters, input, adjoint).gradient;
        double step = 1e-5;
        for (int i = 0; i < parameters.length; i++) {
            double[] ahead = parameters.clone();
            double[] behind = parameters.clone();
            ahead[i] += step;
            behind[i] -= step;
            double difference =
                    scalar(shape, layout, ahead, input, adjoint) - scalar(shape, layout, behind, input, adjoint);
            // The differences' own error: third derivatives times step^2, rounding over step.
            assertThat(gradient[i]).isCloseTo(difference / (2 * step), within(1e-8));
        }
    }

    /** The sum of the output's numbers times those of an adjoint. */
    private static double scalar(
            ChainShape shape, TileLayout layout, double[] parameters, double[] input, double[] adjoint) {
        double[] output = KernelPass.inFloat64(Lanes.preferred(), shape, layout, parameters, input, adjoint).output;
        double sum = 0;
        for (int i = 0; i < output.length; i++) {
            sum += output[i] * adjoint[i];
        }
        return sum;
    }
}
