package stiffsweep.jet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import stiffsweep.choice.Precision;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

/** Tangents against central differences along their direction. */
class DualTest {

    private static final double STEP = 1e-6;
    private static final double[] AT = {0.3, 0.7, 1.1, 1.9, 2.3, 0.2};
    private static final double[] DIRECTION = {1, -0.5, 0.25, 2, -1, 0.75};

    @Test
    void tangentOfEveryOperationIsItsDirectionalDerivative() {
        Map<String, UnaryOperator<Dual>> operations = new TreeMap<>();
        operations.put("plus", x -> x.plus(x.square()).plus(2));
        operations.put("minus", x -> x.square().minus(x).minus(1));
        operations.put("times", x -> x.times(x.exp()).times(3));
        operations.put("over", x -> x.sin().over(x.square().plus(1)));
        operations.put("negate", Dual::negate);
        operations.put("square", Dual::square);
        operations.put("sqrt", Dual::sqrt);
        operations.put("exp", Dual::exp);
        operations.put("log", Dual::log);
        operations.put("power", x -> x.power(1.5).plus(x.power(-2)));
        operations.put("sigmoid", Dual::sigmoid);
        operations.put("sin", Dual::sin);
        operations.put("cos", Dual::cos);
        operations.put("positivePart", x -> x.minus(1).positivePart());
        operations.put("mean", x -> x.square().meanPerTrial());
        operations.put("sum", x -> x.square().sumPerTrial());
        operations.put("matrixTimes", x -> x.reshape(1, 2, 3).matrixTimes(x.reshape(1, 3, 2)));
        operations.put("splitAndConcat", x -> {
            List<Dual> pieces = x.split(1, 1, 2);
            return Dual.concat(List.of(pieces.get(1).square(), pieces.get(0).exp()), 1);
        });
        operations.put(
                "constantWithTangent",
                x -> Dual.constant(x.value().onesLike()).minus(x).over(x));
        operations.forEach(DualTest::tangentAgrees);
    }

    @Test
    void constantsCarryNoTangentThroughAnyOperation() {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            Dual constant = Dual.constant(tensors.of(AT, 2, 3));
            assertThat(constant.times(constant).plus(1).exp().over(constant).tangent())
                    .isNull();
        }
    }

    private static void tangentAgrees(String name, UnaryOperator<Dual> operation) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            NDArray at = tensors.of(AT, 2, 3);
            NDArray direction = tensors.of(DIRECTION, 2, 3);
            NDArray ahead =
                    operation.apply(Dual.constant(at.add(direction.mul(STEP)))).value();
            NDArray behind =
                    operation.apply(Dual.constant(at.sub(direction.mul(STEP)))).value();
            double[] difference = Tensors.values(ahead.sub(behind).div(2 * STEP));
            double[] tangent =
                    Tensors.values(operation.apply(Dual.of(at, direction)).tangentOrZero());
            assertThat(tangent).as(name).containsExactly(difference, within(1e-7));
        }
    }
}
