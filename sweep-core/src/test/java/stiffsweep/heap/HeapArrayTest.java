package stiffsweep.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stiffsweep.choice.Precision;
import stiffsweep.jet.Dual;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tape;
import stiffsweep.tensor.Tensors;

/** Arrays in the heap against the engine's tensors. */
class HeapArrayTest {

    private static final double[] AT =
            new SplittableRandom(1).doubles(24, 0.2, 2).toArray();

    private record Operation(String name, UnaryOperator<Dual> dual) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Dual part(Dual whole, int axis, int index) {
        long[] single = new long[Math.toIntExact(whole.value().getShape().get(axis))];
        Arrays.fill(single, 1);
        return whole.split(axis, single).get(index);
    }

    /** Operations on an array of sizes 2, 3, 4 that broadcast, cut and join: all pairs of sizes that residuals meet. */
    static List<Operation> operations() {
        return List.of(
                new Operation(
                        "by a number for each trial",
                        u -> u.times(part(part(u, 1, 0), 2, 0).exp())),
                new Operation(
                        "by a number for each point", u -> u.over(part(u, 2, 1)).minus(part(u, 2, 3))),
                new Operation(
                        "by a number for each node", u -> part(u, 1, 1).minus(u).times(part(part(u, 0, 0), 1, 2))),
                new Operation(
                        "points by nodes",
                        u -> part(u, 2, 0).times(part(u, 1, 0)).plus(u.square())),
                new Operation(
                        "mean for each trial", u -> u.square().meanPerTrial().exp()),
                new Operation(
                        "sum for each trial", u -> u.square().sumPerTrial().sqrt()),
                new Operation("sum over nodes", u -> u.square().sumOverNodes().times(u)),
                new Operation("reflected", u -> u.reflected().times(u)),
                new Operation("joined", u -> {
                    List<Dual> pieces = u.split(1, 1, 2);
                    return Dual.concat(
                            List.of(pieces.get(1).square(), pieces.get(0).exp(), pieces.get(1)), 1);
                }),
                new Operation("joined along nodes", u -> Dual.concat(List.of(part(u, 2, 3), u.times(u)), 2)),
                new Operation(
                        "another shape",
                        u -> u.reshape(2, -1).square().reshape(-1, 1, 4).times(u.reshape(6, 1, 4))),
                new Operation("chosen", u -> Dual.where(part(u, 2, 0).minus(1), u.square(), part(u, 1, 0))),
                new Operation("used twice", u -> u.times(u).plus(u).over(u.plus(1))));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void valuesAndGradientsAreTheEngines(Operation operation) {
        try (Tensors engine = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64);
                Tensors heap = Tensors.inHeap(Precision.FLOAT64)) {
            UnaryOperator<NDArray> of =
                    leaf -> operation.dual.apply(Dual.constant(leaf)).value();
            NDArray expected = of.apply(engine.of(AT, 2, 3, 4));
            NDArray made = of.apply(heap.of(AT, 2, 3, 4));
            assertThat(made.getShape()).isEqualTo(expected.getShape());
            checkNear(made, expected);
            // Squared, so that what comes from behind differs from place to place.
            UnaryOperator<NDArray> squared = leaf -> of.apply(leaf).square();
            checkNear(Tape.gradient(heap.of(AT, 2, 3, 4), squared), Tape.gradient(engine.of(AT, 2, 3, 4), squared));
        }
    }

    /** A few units in the last place of sums of some tens of numbers. */
    private static void checkNear(NDArray made, NDArray expected) {
        double[] numbers = Tensors.values(expected);
        double[] found = Tensors.values(made);
        assertThat(found).hasSameSizeAs(numbers);
        for (int i = 0; i < numbers.length; i++) {
            assertThat(found[i]).isCloseTo(numbers[i], within(2e-14 * Math.max(1, Math.abs(numbers[i]))));
        }
    }

    @Test
    void whatIsWrittenToAPartIsWrittenToTheWhole() {
        HeapArray whole = HeapArray.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3);

        whole.split(new long[] {1}, 1).get(1).muli(HeapArray.number(10));
        ((HeapArray) whole.get(1L)).assign(HeapArray.of(new double[] {7, 8, 9}, 3));

        assertThat(whole.values()).containsExactly(1, 20, 30, 7, 8, 9);
    }

    @Test
    void onlyWhereAConditionHoldsNumbersAreReplaced() {
        HeapArray rows = HeapArray.of(new double[] {1, 2, 3, 4}, 2, 2);
        HeapArray first = HeapArray.of(new double[] {1, 0}, 2, 1);

        rows.replace(first, HeapArray.of(new double[] {Double.NaN, 6, Double.NaN, 8}, 2, 2));

        assertThat(rows.values()).containsExactly(Double.NaN, 6, 3, 4);
    }

    @Test
    void sizesThatDoNotBroadcastAreRefused() {
        HeapArray two = HeapArray.of(new double[] {1, 2}, 2);
        HeapArray three = HeapArray.of(new double[] {1, 2, 3}, 3);

        assertThatThrownBy(() -> two.add(three))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[2] and [3]");
        assertThatThrownBy(() -> HeapArray.number(1).addi(two)).isInstanceOf(IllegalArgumentException.class);
    }
}
