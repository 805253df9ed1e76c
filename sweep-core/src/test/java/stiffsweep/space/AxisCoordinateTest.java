package stiffsweep.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AxisCoordinateTest {

    static List<Axis> axes() {
        return List.of(
                new IntervalAxis.Uniform("a", -3, 5),
                new IntervalAxis.LogUniform("a", 1e-8, 1e2),
                new IntervalAxis.IntUniform("a", 2, 9),
                new ListedAxis.Logspace("a", 1, 1000, 4),
                new ListedAxis.Values("a", List.of("b", true, 3)));
    }

    @ParameterizedTest
    @MethodSource("axes")
    void theCoordinateOfAValueLeadsBackToIt(Axis axis) {
        for (double coordinate = 0; coordinate < 1; coordinate += 0.037) {
            Object value = axis.at(coordinate);
            Object back = axis.at(axis.coordinate(value));
            if (value instanceof Double number) {
                assertThat((double) back).isCloseTo(number, within(1e-12 * (1 + Math.abs(number))));
            } else {
                assertThat(back).isEqualTo(value);
            }
        }
    }

    @Test
    void coordinatesStayBelowOneAtTheUpperEnd() {
        assertThat(new IntervalAxis.Uniform("a", -1e308, 1e308).coordinate(1e308))
                .isLessThan(1)
                .isGreaterThan(0.999);
    }
}
