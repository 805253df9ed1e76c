package stiffsweep.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdamPassTest {

    private static final int TRIALS = 3;
    private static final int PARAMETERS = 37;

    /** The step of Kingma and Ba (2015), algorithm 1, with decoupled decay, written out in operations on whole arrays. */
    @ParameterizedTest
    @ValueSource(ints = {1, PARAMETERS})
    void hasTheBitsOfTheOperationsOneByOne(int columns) {
        HeapArray parameters = random(1, PARAMETERS);
        HeapArray first = random(2, PARAMETERS);
        HeapArray second = (HeapArray) random(3, PARAMETERS).square();
        HeapArray rate = (HeapArray) random(4, columns).square();
        HeapArray shrink = random(5, columns);
        HeapArray gradient = random(6, PARAMETERS);
        HeapArray oneByOneFirst = (HeapArray) first.duplicate();
        HeapArray oneByOneSecond = (HeapArray) second.duplicate();

        HeapArray next = new AdamPass(0.9, 0.999, 1e-8, 0.7).next(parameters, gradient, first, second, rate, shrink);

        oneByOneFirst.muli(HeapArray.number(0.9)).addi(gradient.mul(HeapArray.number(1 - 0.9)));
        oneByOneSecond.muli(HeapArray.number(0.999)).addi(gradient.square().mul(HeapArray.number(1 - 0.999)));
        HeapArray direction =
                (HeapArray) oneByOneFirst.div(oneByOneSecond.sqrt().addi(HeapArray.number(1e-8)));
        HeapArray expected = (HeapArray) parameters.mul(shrink).subi(direction.muli(rate.mul(HeapArray.number(0.7))));
        assertThat(next.values()).containsExactly(expected.values());
        assertThat(first.values()).containsExactly(oneByOneFirst.values());
        assertThat(second.values()).containsExactly(oneByOneSecond.values());
    }

    private static HeapArray random(long seed, int columns) {
        SplittableRandom random = new SplittableRandom(seed);
        return HeapArray.of(
                IntStream.range(0, TRIALS * columns)
                        .mapToDouble(i -> random.nextDouble() - 0.5)
                        .toArray(),
                TRIALS,
                columns);
    }
}
