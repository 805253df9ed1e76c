package stiffsweep.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WolfeSearchTest {

    private static final double DECREASE = 1e-4;
    private static final double CURVATURE = 0.9;

    /** Functions 1 and 3 in the manner of Moré and Thuente (1994), from first steps that are far too short or too long. */
    @ParameterizedTest
    @CsvSource({"1e-3", "1e-1", "1e1", "1e3"})
    void findsAStepThatSatisfiesBothConditions(double first) {
        holds(first, t -> -t / (t * t + 2), t -> (t * t - 2) / Math.pow(t * t + 2, 2));
        holds(first, t -> Math.pow(t - 1.6, 4) - 3 * t, t -> 4 * Math.pow(t - 1.6, 3) - 3);
        holds(first, t -> t * t - Math.sin(5 * t), t -> 2 * t - 5 * Math.cos(5 * t));
    }

    private static void holds(double first, DoubleUnaryOperator value, DoubleUnaryOperator slope) {
        double valueAtStart = value.applyAsDouble(0);
        double slopeAtStart = slope.applyAsDouble(0);
        WolfeSearch search = new WolfeSearch(valueAtStart, slopeAtStart, first);
        WolfeSearch.State state = WolfeSearch.State.BRACKETING;
        double step = first;
        while (state == WolfeSearch.State.BRACKETING || state == WolfeSearch.State.NARROWING) {
            step = search.step();
            state = search.tell(value.applyAsDouble(step), slope.applyAsDouble(step));
        }
        assertThat(state).isEqualTo(WolfeSearch.State.FOUND);
        assertThat(value.applyAsDouble(step)).isLessThanOrEqualTo(valueAtStart + DECREASE * step * slopeAtStart);
        assertThat(Math.abs(slope.applyAsDouble(step))).isLessThanOrEqualTo(CURVATURE * Math.abs(slopeAtStart));
    }
}
