package stiffsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import stiffsweep.declare.Settings;
import stiffsweep.space.IntervalAxis;
import stiffsweep.space.ParzenSearch;
import stiffsweep.space.Point;

class SpreadTest {

    private static final String X = "x";

    @Test
    void aSearchGoesWhereItWouldHadItsLawlessPointsFailed() {
        Spread.Points lawless = search(SpreadTest::lawfulBelowHalf).points(List.of(), SpreadTest::fall);
        Spread.Points failed = search(SpreadTest::lawful)
                .points(
                        List.of(),
                        point -> isBelowHalf(point) ? fall(point) : OptionalDouble.of(Double.POSITIVE_INFINITY));

        assertThat(lawless.settings())
                .isEqualTo(failed.settings().stream()
                        .filter(SpreadTest::isBelowHalf)
                        .toList());
        assertThat(lawless.settings().size() + lawless.lawless().size()).isEqualTo(30);
        assertThat(lawless.lawless()).isNotEmpty().containsOnly("x: must be below 0.5");
    }

    private static Spread search(Function<Point, MadePoint> maker) {
        ParzenSearch search = new ParzenSearch(
                List.of(new IntervalAxis.Uniform(X, 0, 1)), 30, 5, new ParzenSearch.Tuning(4, 3, 24, 0.25));
        return new Spread.Search(search, "error_mse", maker, new TreeMap<>());
    }

    /** The larger the better. */
    private static OptionalDouble fall(Settings point) {
        return OptionalDouble.of(-point.number(X));
    }

    private static boolean isBelowHalf(Settings point) {
        return point.number(X) < 0.5;
    }

    private static MadePoint lawful(Point point) {
        Settings settings = new Settings(new TreeMap<>(point.values()));
        return new MadePoint(point, settings, List.of());
    }

    private static MadePoint lawfulBelowHalf(Point point) {
        Settings settings = lawful(point).settings();
        return isBelowHalf(settings)
                ? lawful(point)
                : new MadePoint(point, settings, List.of("x: must be below 0.5", "x: must be small"));
    }
}
