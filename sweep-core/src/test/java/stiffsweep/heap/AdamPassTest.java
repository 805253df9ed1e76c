package stiffsweep.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdamPassTest {

    private static final int TRIALS = 3;
    private static final int PARAMETERS = 37;
    private static final AdamPass STEP = new AdamPass(0.9, 0.999, 1e-8, 0.7);

    @ParameterizedTest
    @ValueSource(ints = {1, PARAMETERS})
    void hasTheBitsOfTheOperationsOneByOne(int columns) {
        check((HeapArray) random(4, columns).square(), random(5, columns));
    }

    @Test
    void movesRunsOfOneRateAndOneFactorAsItMovesThemOneByOne() {
        double[] rates = new double[TRIALS * PARAMETERS];
        double[] factors = new double[rates.length];
        for (int i = 0; i < rates.length; i++) {
            // Rates change after five, factors after seven; the last run of a trial goes on in the next one.
            rates[i] = 0.1 + Math.floorDiv(i, 5);
            factors[i] = 0.9 - 0.01 * Math.floorDiv(i, 7);
        }
        rates[3] = Double.NaN;
        check(HeapArray.of(rates, TRIALS, PARAMETERS), HeapArray.of(factors, TRIALS, PARAMETERS));
    }

    @Test
    void refusesRatesAndFactorsOfOtherSizes() {
        HeapArray numbers = random(1, PARAMETERS);

        assertThatThrownBy(() -> STEP.next(numbers, numbers, numbers, numbers, random(4, 1), random(5, PARAMETERS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rates and factors must have the same sizes, but got [3, 1] and [3, 37]");
    }

    /** Against the step of Kingma and Ba (2015), algorithm 1, with decoupled decay, in operations on whole arrays. */
    private static void check(HeapArray rate, HeapArray shrink) {
        HeapArray parameters = random(1, PARAMETERS);
        HeapArray first = random(2, PARAMETERS);
        HeapArray second = (HeapArray) random(3, PARAMETERS).square();
        HeapArray gradient = random(6, PARAMETERS);
        HeapArray oneByOneFirst = (HeapArray) first.duplicate();
        HeapArray oneByOneSecond = (HeapArray) second.duplicate();

        HeapArray next = STEP.next(parameters, gradient, first, second, rate, shrink);

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
