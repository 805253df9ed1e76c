package stiffsweep.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListedAxisTest {

    @Test
    void linspaceHasExactEndsAndEqualSteps() {
        List<Double> values = doubles(new ListedAxis.Linspace("a", 0.1, 0.7, 7));

        assertThat(values).hasSize(7).startsWith(0.1).endsWith(0.7);
        for (int i = 1; i < 7; i++) {
            // Rounding of a difference of two numbers below 1.
            assertThat(values.get(i) - values.get(i - 1)).isCloseTo(0.1, within(2e-16));
        }
    }

    @Test
    void logspaceHasExactEndsAndEqualRatios() {
        List<Double> values = doubles(new ListedAxis.Logspace("a", 1, 1e4, 20));

        assertThat(values).hasSize(20).startsWith(1.0).endsWith(1e4);
        double ratio = Math.pow(1e4, 1.0 / 19);
        for (int i = 1; i < 20; i++) {
            assertThat(values.get(i) / values.get(i - 1)).isCloseTo(ratio, within(1e-14));
        }
    }

    @Test
    void logspaceGoesDownToo() {
        assertThat(doubles(new ListedAxis.Logspace("a", 1e-1, 1e-3, 3)).get(1)).isCloseTo(1e-2, within(1e-17));
    }

    @Test
    void rangeIncludesAnEndThatAStepLandsOn() {
        // 10 * 0.1 is not reached by adding 0.1 ten times in doubles; the end point is taken as written.
        assertThat(doubles(new ListedAxis.Range("a", 0, 1, 0.1))).hasSize(11).endsWith(1.0);
    }

    @Test
    void stepsOfARangeAreDecimal() {
        assertThat(doubles(new ListedAxis.Range("a", 0, 1, 0.1)))
                .containsExactly(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0);
        assertThat(doubles(new ListedAxis.Range("a", 1e-3, 1.3e-3, 1e-4)))
                .containsExactly(1e-3, 1.1e-3, 1.2e-3, 1.3e-3);
        assertThat(doubles(new ListedAxis.Range("a", 0.7, 0.1, -0.2))).containsExactly(0.7, 0.5, 0.3, 0.1);
    }

    @Test
    void refusesARangeOfTooManyValuesWithTheirNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ListedAxis.Range("a", 0, 1, 1e-9))
                .withMessageContaining("at most 100000 values, but got 1000000001 by a step of 1.0E-9");
    }

    @Test
    void rangeStopsBeforeAnEndThatNoStepLandsOn() {
        assertThat(new ListedAxis.Range("a", 0, 1, 0.4).values()).containsExactly(0.0, 0.4, 0.8);
    }

    @Test
    void rangeGoesDownWithANegativeStep() {
        assertThat(new ListedAxis.Range("a", 3, 1, -1).values()).containsExactly(3.0, 2.0, 1.0);
    }

    @Test
    void refusesAnEmptyAxis() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ListedAxis.Values("a", List.of()))
                .withMessageContaining("at least one value");
    }

    @Test
    void refusesALogspaceFromZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ListedAxis.Logspace("a", 0, 1, 3))
                .withMessageContaining("must be positive, but got [0.0, 1.0]");
    }

    @Test
    void refusesAStepThatLeadsAway() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ListedAxis.Range("a", 0, 1, -0.1))
                .withMessageContaining("must lead from 0.0 to 1.0, but got -0.1");
    }

    @Test
    void refusesASingleCount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ListedAxis.Linspace("a", 0, 1, 1))
                .withMessageContaining("2 or more, but got 1");
    }

    private static List<Double> doubles(ListedAxis axis) {
        return axis.values().stream().map(value -> (Double) value).toList();
    }
}
