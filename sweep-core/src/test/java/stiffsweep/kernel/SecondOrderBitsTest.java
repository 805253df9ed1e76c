package stiffsweep.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.choice.Activation;
import stiffsweep.choice.Precision;

/** Jacobians, Gram matrices and tangents must have the same bits on every machine, whatever the width of its vectors. */
class SecondOrderBitsTest {

    private static final TileLayout LAYOUT = new TileLayout(75, 2, 1);

    @ParameterizedTest
    @CsvSource({
        "FLOAT32, 736840959, -1975022638, 1831489574",
        "FLOAT64, -1915562231, 1922234543, -1513839598",
    })
    void derivativesOfAHeadWithTrunksHaveTheSameBits(Precision precision, int jacobian, int gram, int tangent) {
        ChainShape head = new ChainShape(List.of(2, 13, 18), Activation.SILU);
        ChainShape trunk = new ChainShape(List.of(18, 7, 1), Activation.SILU);
        KernelShape shape = new KernelShape(head, List.of(trunk, trunk));
        int rows = LAYOUT.streams() * LAYOUT.points();
        double[] parameters = KernelPass.random(1, shape.parameters());
        double[] direction = KernelPass.random(2, shape.parameters());
        double[] input = KernelPass.random(3, rows * shape.inputs());
        double[] adjoint = KernelPass.random(4, rows * shape.outputs());
        for (Lanes lanes : Lanes.available()) {
            TrialKernel kernel = lanes.trial(shape, LAYOUT, precision);
            kernel.forward(0, parameters, input, new double[rows * shape.outputs()]);
            double[] ofPoints = new double[LAYOUT.points() * shape.parameters()];
            double[] products = new double[LAYOUT.points() * LAYOUT.points()];
            double[] along = new double[rows * shape.outputs()];
            kernel.jacobian(0, adjoint, ofPoints);
            kernel.gram(0, adjoint, products);
            kernel.tangent(0, direction, along);

            assertThat(List.of(hash(ofPoints, precision), hash(products, precision), hash(along, precision)))
                    .as(lanes.name())
                    .containsExactly(jacobian, gram, tangent);
        }
    }

    /** A hash of the bits that numbers have in their precision. */
    private static int hash(double[] numbers, Precision precision) {
        ByteBuffer bits = ByteBuffer.allocate(numbers.length * Double.BYTES).order(ByteOrder.nativeOrder());
        for (double number : numbers) {
            if (precision == Precision.FLOAT32) {
                bits.putFloat((float) number);
            } else {
                bits.putDouble(number);
            }
        }
        return bits.flip().hashCode();
    }
}
