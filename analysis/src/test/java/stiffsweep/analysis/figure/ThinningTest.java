package stiffsweep.analysis.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTest {

    /** A unit of the figure is a unit of the line here. */
    private static final Thinning THINNING = new Thinning(1, 1);

    @Test
    void leavesASmoothCurveWithinATenthOfAUnit() {
        List<DrawnPoint> line = line(20_000, x -> 100 * Math.sin(x / 100));

        List<DrawnPoint> thinned = THINNING.of(line);

        assertThat(thinned).hasSizeLessThan(200);
        // A tenth, and how far the curve bends away from its chord over one unit: 100 (1/100)^2 / 8.
        assertThat(line)
                .allSatisfy(place ->
                        assertThat(interpolated(thinned, place.x())).isCloseTo(place.y(), within(0.1 + 0.00125)));
    }

    @Test
    void keepsTheEndsAndTheExtremesOfNoise() {
        SplittableRandom random = new SplittableRandom(1);
        List<DrawnPoint> line = line(50_000, x -> 300 * random.nextDouble());

        List<DrawnPoint> thinned = THINNING.of(line);

        assertThat(thinned).hasSizeLessThan(4 * 650);
        assertThat(thinned.get(0)).isEqualTo(line.get(0));
        assertThat(thinned.get(thinned.size() - 1)).isEqualTo(line.get(line.size() - 1));
        assertThat(thinned.stream().mapToDouble(DrawnPoint::y).max())
                .isEqualTo(line.stream().mapToDouble(DrawnPoint::y).max());
        assertThat(thinned.stream().mapToDouble(DrawnPoint::y).min())
                .isEqualTo(line.stream().mapToDouble(DrawnPoint::y).min());
    }

    @Test
    void keepsABendOfTheBandWhereTheLineIsStraight() {
        List<DrawnPoint> line =
                List.of(new DrawnPoint(0, 0, -1, 1), new DrawnPoint(10, 0, -5, 1), new DrawnPoint(20, 0, -1, 1));

        assertThat(THINNING.of(line)).isEqualTo(line);
    }

    @Test
    void leavesALineAsItIsThatGoesBackAndForth() {
        List<DrawnPoint> line = List.of(at(0, 0), at(10, 0), at(5, 0), at(20, 0));

        assertThat(THINNING.of(line)).isEqualTo(line);
    }

    private static List<DrawnPoint> line(int points, DoubleUnaryOperator y) {
        return IntStream.range(0, points)
                .mapToDouble(i -> 650.0 * i / points)
                .mapToObj(x -> at(x, y.applyAsDouble(x)))
                .toList();
    }

    private static DrawnPoint at(double x, double y) {
        return new DrawnPoint(x, y, y, y);
    }

    private static double interpolated(List<DrawnPoint> line, double x) {
        int next = 1;
        while (line.get(next).x() < x) {
            next++;
        }
        DrawnPoint from = line.get(next - 1);
        DrawnPoint to = line.get(next);
        return from.y() + (to.y() - from.y()) * (x - from.x()) / (to.x() - from.x());
    }
}
