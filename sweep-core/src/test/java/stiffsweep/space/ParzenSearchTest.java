package stiffsweep.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ParzenSearchTest {

    private static final ParzenSearch.Tuning TUNING = new ParzenSearch.Tuning(10, 4, 24, 0.25);
    private static final List<Axis> BOWL_AXES = List.of(
            new IntervalAxis.LogUniform("rate", 1e-6, 1),
            new IntervalAxis.Uniform("shift", -5, 5),
            new IntervalAxis.IntUniform("width", 1, 100));
    private static final List<Axis> CHOICE_AXES = List.of(
            new ListedAxis.Values("method", List.of("first", "second", "third")),
            new IntervalAxis.LogUniform("rate", 1e-6, 1),
            new IntervalAxis.LogUniform("damping", 1e-6, 1));

    @Test
    void aBatchLargerThanTheSearchAsksForAllThatIsLeft() {
        var tuning = new ParzenSearch.Tuning(10, Integer.MAX_VALUE, 24, 0.25);
        var search = new ParzenSearch(BOWL_AXES, 30, 1, tuning);
        List<Scored> scored = search.next(List.of()).stream()
                .map(point -> new Scored(point, bowl(point)))
                .toList();

        assertThat(search.next(scored)).hasSize(20);
    }

    @Test
    void findsTheBottomOfABowlThatRandomPointsMiss() {
        assertThat(medianOfBests(BOWL_AXES, ParzenSearchTest::bowl))
                .isLessThan(0.5 * medianOfRandomBests(BOWL_AXES, ParzenSearchTest::bowl));
    }

    @Test
    void findsTheBottomUnderAChoiceWithAnAxisOfItsOwn() {
        assertThat(medianOfBests(CHOICE_AXES, ParzenSearchTest::choice))
                .isLessThan(0.5 * medianOfRandomBests(CHOICE_AXES, ParzenSearchTest::choice));
    }

    @Test
    void settlesOnTheBetterOfTwoChoices() {
        List<Scored> all = searched(search(CHOICE_AXES, 60, 5), ParzenSearchTest::choice);
        assertThat(all.subList(40, 60))
                .filteredOn(scored -> value(scored.point(), "method").equals("second"))
                .hasSizeGreaterThan(12);
    }

    @Test
    void theSameSearchAsksForTheSamePointsWhateverTheOrderOfTheScores() {
        ParzenSearch search = search(BOWL_AXES, 60, 3);
        List<Scored> scored = searched(search(BOWL_AXES, 30, 3), ParzenSearchTest::bowl);
        List<Scored> shuffled = new ArrayList<>(scored);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(search.next(scored)).hasSize(4).isEqualTo(search.next(shuffled));
        assertThat(search(BOWL_AXES, 60, 4).next(scored)).doesNotContainAnyElementsOf(search.next(scored));
    }

    @Test
    void equalScoresHaveNoOrderEither() {
        ParzenSearch search = search(BOWL_AXES, 60, 3);
        List<Scored> scored = searched(search(BOWL_AXES, 30, 3), point -> 1);
        List<Scored> shuffled = new ArrayList<>(scored);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(search.next(scored)).isEqualTo(search.next(shuffled));
    }

    @Test
    void aLargerCountKeepsTheFirstPointsAlsoWithinABatch() {
        List<Scored> large = searched(search(BOWL_AXES, 60, 3), ParzenSearchTest::bowl);
        for (int count : new int[] {4, 10, 23, 24}) {
            assertThat(searched(search(BOWL_AXES, count, 3), ParzenSearchTest::bowl))
                    .isEqualTo(large.subList(0, count));
        }
    }

    @Test
    void everyPointLiesOnItsAxes() {
        for (Scored scored : searched(search(BOWL_AXES, 100, 9), point -> -bowl(point))) {
            assertThat(BOWL_AXES).allMatch(axis -> axis.contains(value(scored.point(), axis.path())));
        }
    }

    @Test
    void pointsOfWhichNothingCameAreNeverGood() {
        List<Scored> all =
                searched(search(BOWL_AXES, 80, 2), point -> number(point, "shift") < 0 ? Double.POSITIVE_INFINITY : 1);
        assertThat(all.subList(40, 80)).filteredOn(scored -> scored.score() < 2).hasSizeGreaterThan(30);
    }

    @Test
    void theEdgesHoldEveryListedValueAndBothEnds() {
        assertThat(search(CHOICE_AXES, 9, 1).edges())
                .extracting(point -> point.values().get("method"))
                .contains("first", "second", "third");
        assertThat(search(BOWL_AXES, 9, 1).edges())
                .extracting(point -> point.values().get("width"))
                .contains(1L, 100L);
    }

    private static Object value(Point point, String path) {
        return Objects.requireNonNull(point.values().get(path));
    }

    private static double number(Point point, String path) {
        return ((Number) value(point, path)).doubleValue();
    }

    private static double bowl(Point point) {
        double rate = Math.log10(number(point, "rate")) + 3.5;
        double shift = number(point, "shift") - 1.7;
        double width = (number(point, "width") - 70) / 30.0;
        return rate * rate + shift * shift + width * width;
    }

    private static double choice(Point point) {
        boolean isSecond = value(point, "method").equals("second");
        double rate = Math.log10(number(point, "rate")) + 2;
        double damping = isSecond ? Math.log10(number(point, "damping")) + 4 : 3;
        return rate * rate + damping * damping;
    }

    /** Only the second method has a damping. */
    private static Point applied(Point point) {
        SortedMap<String, Object> values = new TreeMap<>(point.values());
        if (!"second".equals(values.getOrDefault("method", "second"))) {
            values.remove("damping");
        }
        return new Point(values);
    }

    private static ParzenSearch search(List<Axis> axes, int count, long seed) {
        return new ParzenSearch(axes, count, seed, TUNING);
    }

    private static List<Scored> searched(ParzenSearch search, ToDoubleFunction<Point> score) {
        List<Scored> scored = new ArrayList<>();
        List<Point> next = search.next(scored);
        while (!next.isEmpty()) {
            next.forEach(point -> scored.add(new Scored(applied(point), score.applyAsDouble(point))));
            next = search.next(scored);
        }
        return scored;
    }

    private static double medianOfBests(List<Axis> axes, ToDoubleFunction<Point> score) {
        return median(LongStream.range(0, 15)
                .mapToDouble(seed -> searched(search(axes, 60, seed), score).stream()
                        .mapToDouble(Scored::score)
                        .min()
                        .orElseThrow())
                .toArray());
    }

    private static double medianOfRandomBests(List<Axis> axes, ToDoubleFunction<Point> score) {
        return median(LongStream.range(0, 15)
                .mapToDouble(seed -> new Design.Drawn(Sequence.RANDOM, axes, 60, seed)
                        .points().stream().mapToDouble(score).min().orElseThrow())
                .toArray());
    }

    private static double median(double[] sample) {
        Arrays.sort(sample);
        return sample[sample.length / 2];
    }
}
