package stiffsweep.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.declare.Sampling;

/** Points that bunch, or that another run does not meet again, would only show as a training that is worse. */
class UnitCubeTest {

    @Test
    void aGridHasBothEndsAndEveryCombination() {
        assertThat(UnitCube.points(Sampling.GRID, 2, 9, 1))
                .isDeepEqualTo(new double[][] {{0, 0, 0, 0.5, 0.5, 0.5, 1, 1, 1}, {0, 0.5, 1, 0, 0.5, 1, 0, 0.5, 1}});
        assertThat(UnitCube.points(Sampling.GRID, 1, 3, 1)).isDeepEqualTo(new double[][] {{0, 0.5, 1}});
        for (double[] coordinates : UnitCube.points(Sampling.GRID, 3, 1_000_000, 1)) {
            assertThat(Arrays.stream(coordinates).min()).hasValue(0);
            assertThat(Arrays.stream(coordinates).max()).hasValue(1);
            assertThat(Arrays.stream(coordinates).distinct()).hasSize(100);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2 | 1000 | a grid over 2 inputs must have n^2 points with n = 2 or more, but got 1000: 961 or 1024 would do
                    3 | 999  | a grid over 3 inputs must have n^3 points with n = 2 or more, but got 999: 729 or 1000 would do
                    3 | 7    | a grid over 3 inputs must have n^3 points with n = 2 or more, but got 7: 8 would do
                    1 | 1    | a grid over 1 input must have n^1 points with n = 2 or more, but got 1: 2 would do
                    2 | 0    | points must be 1 or more over 1 input or more, but got 0 over 2
                    """)
    void aGridThatCannotBeFilledNamesTheNearest(int dimensions, int count, String message) {
        assertThatThrownBy(() -> UnitCube.check(Sampling.GRID, dimensions, count))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> UnitCube.points(Sampling.GRID, dimensions, count, 1))
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 37, 1000})
    void everyPartOfALatinHypercubeHoldsOnePointAtAnyCount(int count) {
        for (double[] coordinates : UnitCube.points(Sampling.LATIN_HYPERCUBE, 5, count, 17)) {
            assertThat(Arrays.stream(coordinates)
                            .mapToInt(coordinate -> (int) (coordinate * count))
                            .distinct())
                    .hasSize(count);
        }
    }

    @Test
    void everyElementaryRectangleHoldsOneSobolPoint() {
        double[][] points = UnitCube.points(Sampling.SOBOL, 2, 256, 5);
        for (int halvings = 0; halvings <= 8; halvings++) {
            int columns = 1 << halvings;
            int rows = 256 >> halvings;
            assertThat(IntStream.range(0, 256)
                            .map(i -> rows * (int) (points[0][i] * columns) + (int) (points[1][i] * rows))
                            .distinct())
                    .hasSize(256);
        }
    }

    /** The volume of a corner of the cube, {@code x + y + z < 1}, is 1/6. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GRID")
    void drawnPointsFillTheCubeInAllInputsTogether(Sampling law) {
        int count = 4096;
        double[][] points = UnitCube.points(law, 3, count, 3);
        int inside = 0;
        for (int i = 0; i < count; i++) {
            inside += points[0][i] + points[1][i] + points[2][i] < 1 ? 1 : 0;
        }
        // Four standard errors of independent draws; the others are more even.
        double error = Math.sqrt(1.0 / 6 * 5 / 6 / count);
        assertThat((double) inside / count).isCloseTo(1.0 / 6, within(4 * error));
        for (double[] coordinates : points) {
            assertThat(Arrays.stream(coordinates)).allMatch(coordinate -> coordinate >= 0 && coordinate <= 1);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GRID")
    void equalSeedsGiveEqualPointsAndNoOthersDo(Sampling law) {
        double[][] once = UnitCube.points(law, 3, 100, 7);
        double[][] other = UnitCube.points(law, 3, 100, 8);

        assertThat(UnitCube.points(law, 3, 100, 7)).isDeepEqualTo(once);
        for (int i = 0; i < 100; i++) {
            assertThat(other[0][i]).isNotEqualTo(once[0][i]);
            assertThat(once[1][i]).isNotEqualTo(once[0][i]);
        }
        // An input more leaves the points of the others where they are.
        assertThat(UnitCube.points(law, 2, 100, 7)).isDeepEqualTo(new double[][] {once[0], once[1]});
    }

    /** Other points would give trainings that were kept, and are run again, other numbers. */
    @Test
    void theDrawIsTheSameInEveryVersion() {
        // Worked out by a program of its own, in Python.
        assertThat(UnitCube.points(Sampling.UNIFORM, 2, 3, 5)).isDeepEqualTo(new double[][] {
            {0.9163563612075037, 0.5177934878523125, 0.09390558476274025},
            {0.2243782575196136, 0.6324139985073268, 0.4759846681717186}
        });
        assertThat(UnitCube.points(Sampling.SOBOL, 2, 3, 5)).isDeepEqualTo(new double[][] {
            {0.6872211021860632, 0.2087373807572086, 0.3176657922865753},
            {0.6427977848950752, 0.22709393870691463, 0.8122627295018099}
        });
        assertThat(UnitCube.points(Sampling.LATIN_HYPERCUBE, 2, 3, 5)).isDeepEqualTo(new double[][] {
            {0.30545212040250125, 0.8392644959507708, 0.36463519492091345},
            {0.4081260858398712, 0.8774713328357756, 0.15866155605723953}
        });
    }
}
