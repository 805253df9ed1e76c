package stiffsweep.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.config.CommonDefaults;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.SampleSet;
import stiffsweep.declare.Settings;
import stiffsweep.declare.SettingsSchema;
import stiffsweep.formula.Formula;
import stiffsweep.problem.LinearDecay;

class SamplePointsTest {

    private static final ProblemDeclaration LINE = new LinearDecay().declaration();

    /** Over t, spread by equal factors, x, and v, which is integrated over. */
    private static final ProblemDeclaration PLANE = ProblemDeclaration.of("plane", "u_t = u_xx", "test")
            .logInput("t", 0.1, 10, 1, "s")
            .input("x", -1, 1, 2, "m")
            .quadrature("v", -1, 1, 4, "1")
            .box("interior", 64)
            .faceAtStart("initial", "t", 10)
            .faceAtEnd("right", "x", 6)
            .grid("test", 3, 5)
            .equation("equation", "interior", 1, "the equation holds", Formula.truthOf("u"))
            .fields("u")
            .build();

    @Test
    void logSpacedPointsHaveEqualRatiosAndExactEnds() {
        double[] points = onLine("residual", Map.of("points.residual.count", 1000L));
        assertThat(points).hasSize(1000);
        assertThat(points[0]).isEqualTo(Math.exp(-15));
        assertThat(points[999]).isEqualTo(1);
        for (int i = 1; i < points.length; i++) {
            assertThat(Math.log(points[i] / points[i - 1])).isCloseTo(15.0 / 999, within(1e-12));
        }
    }

    @Test
    void linearPointsHaveEqualDistances() {
        Map<String, Object> changes = Map.of(
                "points.residual.spacing",
                "linear",
                "points.residual.from",
                1.0,
                "points.residual.to",
                3.0,
                "points.residual.count",
                5L);
        assertThat(onLine("residual", changes)).containsExactly(1, 1.5, 2, 2.5, 3);
    }

    /** With its own points, those between them make the line that has three times as many gaps. */
    @ParameterizedTest
    @ValueSource(strings = {"log", "linear"})
    void pointsBetweenAreSpacedAsTheLine(String spacing) {
        Map<String, Object> changes = Map.of("points.residual.spacing", spacing, "points.residual.count", 5L);
        double[] line = onLine("residual", changes);
        Points between = sampler(LINE, changes, 1).between((SampleSet.Interval) LINE.sampleSet("residual"), 2);

        double[] finer = onLine("residual", Map.of("points.residual.spacing", spacing, "points.residual.count", 13L));
        assertThat(between.count()).isEqualTo(2 * 4);
        assertThat(DoubleStream.concat(Arrays.stream(line), Arrays.stream(between.x()))
                        .sorted()
                        .toArray())
                .containsExactly(finer, within(1e-15));
        assertThat(between.x()).doesNotContain(line).isSorted();
    }

    @Test
    void startIsTheFirstPointOfItsInterval() {
        assertThat(onLine("start", Map.of("points.residual.from", 0.25))).containsExactly(0.25);
    }

    /** One of the points in each 64th of either input, by the logarithm where it is spread by equal factors. */
    @Test
    void aBoxIsSpreadOverTheWholeDomain() {
        Points points = points(PLANE, "interior", Map.of("points.interior.sampling", "latin-hypercube"), 1);

        assertThat(points.inputs()).containsExactly("t", "x");
        assertThat(Arrays.stream(points.of("t")).map(t -> Math.floor(32 * (Math.log10(t) + 1))))
                .containsExactlyInAnyOrder(parts());
        assertThat(Arrays.stream(points.of("x")).map(x -> Math.floor(32 * (x + 1))))
                .containsExactlyInAnyOrder(parts());
    }

    private static Double[] parts() {
        return IntStream.range(0, 64).mapToObj(i -> (double) i).toArray(Double[]::new);
    }

    @Test
    void aDomainThatAFileMovesTakesItsPointsAlong() {
        Points points = points(PLANE, "interior", Map.of("domain.x.from", 2.0, "domain.x.to", 3.0), 1);

        assertThat(points.count()).isEqualTo(64);
        assertThat(Arrays.stream(points.of("x"))).allMatch(x -> x >= 2 && x <= 3);
    }

    @Test
    void aFaceHoldsOneInputAtAnEndAndSpreadsTheOthers() {
        Points initial = points(PLANE, "initial", Map.of(), 1);
        Points right = points(PLANE, "right", Map.of("domain.x.to", 4.0), 1);

        assertThat(initial.count()).isEqualTo(10);
        assertThat(initial.of("t")).containsOnly(0.1);
        assertThat(Arrays.stream(initial.of("x")).distinct()).hasSize(10).allMatch(x -> x >= -1 && x <= 1);
        assertThat(right.count()).isEqualTo(6);
        assertThat(right.of("x")).containsOnly(4);
        assertThat(Arrays.stream(right.of("t")).distinct()).hasSize(6).allMatch(t -> t >= 0.1 && t <= 10);
    }

    @Test
    void aGridHasBothEndsOfEachInputAndTheFirstInputSlowest() {
        Points grid = points(PLANE, "test", Map.of("points.test.x", 2L), 1);

        assertThat(grid.of("t")).containsExactly(new double[] {0.1, 0.1, 1, 1, 10, 10}, within(1e-15));
        assertThat(grid.of("x")).containsExactly(-1, 1, -1, 1, -1, 1);
    }

    @Test
    void spreadPointsAreThoseOfTheSeedAndTheirSet() {
        Points points = points(PLANE, "interior", Map.of(), 1);

        assertThat(points(PLANE, "interior", Map.of(), 1)).isEqualTo(points);
        assertThat(points(PLANE, "interior", Map.of(), 2)).isNotEqualTo(points);
        assertThat(points(PLANE, "initial", Map.of("points.initial.count", 64L), 1)
                        .of("x"))
                .isNotEqualTo(points.of("x"));
    }

    @Test
    void aSetThatIsDrawnAnewHasOtherPointsAfterItsEpochsAndFixedOnesForValidation() {
        Map<String, Object> changes = Map.of(
                "points.interior.redraw", 5L,
                "points.interior.validation", 30L,
                "points.initial.redraw", 2L,
                "points.initial.validation", 7L);
        Function<Integer, Points> interior = epoch -> sampler(PLANE, changes, 1).of(PLANE.sampleSet("interior"), epoch);

        assertThat(interior.apply(0).count()).isEqualTo(64);
        assertThat(interior.apply(4)).isEqualTo(interior.apply(0));
        assertThat(interior.apply(5)).isNotEqualTo(interior.apply(4));
        assertThat(interior.apply(9)).isEqualTo(interior.apply(5));
        assertThat(sampler(PLANE, changes, 2).of(PLANE.sampleSet("interior"), 0))
                .isNotEqualTo(interior.apply(0));

        Points validation = points(PLANE, "interior", changes, 1);
        assertThat(validation.count()).isEqualTo(30);
        assertThat(validation.of("x")).isNotEqualTo(firstOf(30, interior.apply(0)));
        assertThat(points(PLANE, "initial", changes, 1).of("t")).hasSize(7).containsOnly(0.1);
        assertThat(sampler(PLANE, changes, 1).of(PLANE.sampleSet("initial"), 1).count())
                .isEqualTo(10);
    }

    @Test
    void aSetThatIsNotDrawnAnewIsTheSameAtEachEpochAndInValidation() {
        Map<String, Object> changes = Map.of("points.interior.validation", 30L);
        SamplePoints sampler = sampler(PLANE, changes, 1);

        assertThat(sampler.of(PLANE.sampleSet("interior"), 1000)).isEqualTo(points(PLANE, "interior", Map.of(), 1));
        assertThat(sampler.of(PLANE.sampleSet("interior"))).isEqualTo(points(PLANE, "interior", Map.of(), 1));
    }

    private static double[] firstOf(int count, Points points) {
        return Arrays.copyOf(points.of("x"), count);
    }

    private static double[] onLine(String set, Map<String, Object> changes) {
        return points(LINE, set, changes, 1).x();
    }

    private static Points points(ProblemDeclaration declaration, String set, Map<String, Object> changes, long seed) {
        return sampler(declaration, changes, seed).of(declaration.sampleSet(set));
    }

    private static SamplePoints sampler(ProblemDeclaration declaration, Map<String, Object> changes, long seed) {
        SettingsSchema schema = SettingsSchema.of(declaration, CommonDefaults.read());
        SortedMap<String, Object> values = new TreeMap<>(schema.defaults().values());
        values.putAll(changes);
        Settings settings = new Settings(values);
        return new SamplePoints(declaration, settings, purpose -> 31 * seed + purpose.hashCode());
    }
}
