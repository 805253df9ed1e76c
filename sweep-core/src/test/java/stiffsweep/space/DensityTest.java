package stiffsweep.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DensityTest {

    private static final int PARTS = 1000;

    static List<Density> densities() {
        return List.of(
                ParzenMixture.of(new double[0]),
                ParzenMixture.of(new double[] {0.1}),
                ParzenMixture.of(new double[] {0.9, 0, 0.31, 0.3, 0.32, 0.3}),
                CategoryWeights.of(5, new double[] {0.1, 0.5, 0.5}));
    }

    @ParameterizedTest
    @MethodSource("densities")
    void aDensityIsOneOnAverage(Density density) {
        assertThat(IntStream.range(0, PARTS)
                        .mapToDouble(i -> density.at((i + 0.5) / PARTS))
                        .average())
                .hasValueCloseTo(1.0, within(1e-5));
    }

    @ParameterizedTest
    @MethodSource("densities")
    void drawsAsOftenAsTheDensitySays(Density density) {
        int draws = 20_000;
        double[] drawn = IntStream.range(0, draws).mapToDouble(density::draw).toArray();
        assertThat(Arrays.stream(drawn).boxed()).allMatch(coordinate -> coordinate >= 0 && coordinate < 1);
        for (double end : new double[] {0.2, 0.4, 0.6, 0.8}) {
            double expected = IntStream.range(0, PARTS)
                            .mapToDouble(i -> (i + 0.5) / PARTS)
                            .filter(coordinate -> coordinate < end)
                            .map(density::at)
                            .sum()
                    / PARTS;
            double share = (double) Arrays.stream(drawn)
                            .filter(coordinate -> coordinate < end)
                            .count()
                    / draws;
            // Four standard deviations of a share of 20 000 draws.
            assertThat(share).isCloseTo(expected, within(0.015));
        }
    }

    @Test
    void pointsToWhichAnAxisDoesNotApplyHaveNoSay() {
        Axis axis = new IntervalAxis.Uniform("a", 0, 1);
        Point with = new Point(new TreeMap<>(Map.of("a", 0.25)));
        assertThat(Density.of(axis, List.of(Point.origin(), with)).at(0.25))
                .isEqualTo(Density.of(axis, List.of(with)).at(0.25))
                .isGreaterThan(Density.of(axis, List.of(Point.origin())).at(0.25));
    }
}
