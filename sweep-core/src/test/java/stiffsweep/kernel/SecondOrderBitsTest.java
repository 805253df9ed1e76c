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
        ByteBuffer parameters = random(1, precision, shape.parameters());
        ByteBuffer direction = random(2, precision, shape.parameters());
        ByteBuffer input = random(3, precision, rows * shape.inputs());
        ByteBuffer adjoint = random(4, precision, rows * shape.outputs());
        for (Lanes lanes : Lanes.available()) {
            TrialKernel kernel = lanes.trial(shape, LAYOUT, precision);
            kernel.forward(0, parameters, input, room(precision, rows * shape.outputs()));
            ByteBuffer ofPoints = room(precision, LAYOUT.points() * shape.parameters());
            ByteBuffer products = room(precision, LAYOUT.points() * LAYOUT.points());
            ByteBuffer along = room(precision, rows * shape.outputs());
            kernel.jacobian(0, adjoint, ofPoints);
            kernel.gram(0, adjoint, products);
            kernel.tangent(0, direction, along);

            assertThat(List.of(ofPoints.hashCode(), products.hashCode(), along.hashCode()))
                    .as(lanes.name())
                    .containsExactly(jacobian, gram, tangent);
        }
    }

    private static ByteBuffer random(long seed, Precision precision, int count) {
        ByteBuffer numbers = room(precision, count);
        for (double number : KernelPass.random(seed, count)) {
            if (precision == Precision.FLOAT32) {
                numbers.putFloat((float) number);
            } else {
                numbers.putDouble(number);
            }
        }
        return numbers.rewind();
    }

    private static ByteBuffer room(Precision precision, int count) {
        int bytes = precision == Precision.FLOAT32 ? Float.BYTES : Double.BYTES;
        return ByteBuffer.allocateDirect(count * bytes).order(ByteOrder.nativeOrder());
    }
}
