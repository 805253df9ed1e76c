package stiffsweep.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntervalAxisTest {

    private static final double ALMOST_ONE = Math.nextDown(1.0);

    @Test
    void uniformIsLinearInTheCoordinate() {
        Axis axis = new IntervalAxis.Uniform("a", -2, 6);

        assertThat(axis.at(0)).isEqualTo(-2.0);
        assertThat(axis.at(0.25)).isEqualTo(0.0);
        assertThat((double) axis.at(ALMOST_ONE)).isBetween(5.99, 6.0);
    }

    @Test
    void uniformReachesOverAnIntervalLongerThanTheLargestDouble() {
        Axis axis = new IntervalAxis.Uniform("a", -Double.MAX_VALUE, Double.MAX_VALUE);

        assertThat(axis.at(0.5)).isEqualTo(0.0);
        assertThat((double) axis.at(ALMOST_ONE)).isPositive().isFinite();
    }

    @Test
    void logUniformIsUniformInTheLogarithm() {
        Axis axis = new IntervalAxis.LogUniform("a", 1e-6, 1e-2);

        for (int i = 0; i < 100; i++) {
            double coordinate = i / 100.0;
            // The rounding of an exponential of up to 14.
            assertThat(Math.log10((double) axis.at(coordinate))).isCloseTo(-6 + 4 * coordinate, within(1e-14));
        }
    }

    @Test
    void logUniformStaysBetweenItsEnds() {
        for (double end : List.of(1e-5, 3e-3, 0.1, 7.0, 1e4)) {
            Axis axis = new IntervalAxis.LogUniform("a", end, 3 * end);

            assertThat((double) axis.at(0)).isGreaterThanOrEqualTo(end);
            assertThat((double) axis.at(ALMOST_ONE)).isLessThanOrEqualTo(3 * end);
        }
    }

    @Test
    void intUniformGivesEachWholeNumberAnEqualPart() {
        Axis axis = new IntervalAxis.IntUniform("a", -1, 2);
        Map<Object, Integer> counts = new HashMap<>();
        for (int i = 0; i < 400; i++) {
            counts.merge(axis.at(i / 400.0), 1, Integer::sum);
        }

        assertThat(counts).isEqualTo(Map.of(-1L, 100, 0L, 100, 1L, 100, 2L, 100));
        assertThat(axis.at(ALMOST_ONE)).isEqualTo(2L);
    }

    @Test
    void intUniformReachesOverEveryInt() {
        Axis axis = new IntervalAxis.IntUniform("a", Integer.MIN_VALUE, Integer.MAX_VALUE);

        assertThat(axis.at(0)).isEqualTo((long) Integer.MIN_VALUE);
        assertThat(axis.at(ALMOST_ONE)).isEqualTo((long) Integer.MAX_VALUE);
    }

    @Test
    void containsWhatItMayGive() {
        assertThat(new IntervalAxis.IntUniform("a", 1, 3).contains(3L)).isTrue();
        assertThat(new IntervalAxis.Uniform("a", 1, 3).contains(3.5)).isFalse();
        assertThat(new IntervalAxis.LogUniform("a", 1, 3).contains("word")).isFalse();
    }

    @Test
    void refusesEndsThatDoNotAscend() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntervalAxis.IntUniform("a", 3, 3))
                .withMessage("the first end of an interval must be below the second, but got [3.0, 3.0]");
    }

    @Test
    void refusesTheLogarithmOfZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntervalAxis.LogUniform("a", 0, 1))
                .withMessageContaining("must be positive, but got [0.0, 1.0]");
    }
}
