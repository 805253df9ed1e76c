package stiffsweep.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A sequence that is not as even as it says, or whose points move when it grows, would be noticed nowhere else. */
class SequenceTest {

    private static final long[] SEEDS = {11, 222, 3333};

    /** Other coordinates would give the trials of every sweep whose points were drawn before other ids. */
    @Test
    void isTheSameInEveryVersion() {
        // Worked out by a program of its own, in Python, with the direction numbers of Sobol's second axis by hand.
        assertThat(Sequence.RANDOM.coordinates(1, 5, 3))
                .containsExactly(0.386768045983934, 0.7523070158382239, 0.2327091656774618);
        assertThat(Sequence.SOBOL.coordinates(1, 5, 6))
                .containsExactly(
                        0.5601803766613527,
                        0.18874781416215147,
                        0.774899759908154,
                        0.44170733717020694,
                        0.8964754037095801,
                        0.3337152130052037);
        assertThat(Sequence.LATIN_HYPERCUBE.coordinates(1, 5, 6))
                .containsExactly(
                        0.1756069267726249,
                        0.6036441186538947,
                        0.3525363256780072,
                        0.8398105455244724,
                        0.9943565823317686,
                        0.662000339042883);
    }

    @ParameterizedTest
    @EnumSource
    void aLongerStretchKeepsTheFirstPoints(Sequence sequence) {
        double[] all = sequence.coordinates(1, 5, 300);
        for (int count : new int[] {1, 2, 37, 64, 299}) {
            assertThat(sequence.coordinates(1, 5, count)).containsExactly(Arrays.copyOf(all, count));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherSeedGivesOtherPoints(Sequence sequence) {
        double[] one = sequence.coordinates(0, 5, 100);
        double[] other = sequence.coordinates(0, 6, 100);
        for (int i = 0; i < 100; i++) {
            assertThat(other[i]).isNotEqualTo(one[i]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void fillsTheUnitInterval(Sequence sequence) {
        double[] coordinates = sequence.coordinates(2, 7, 4096);

        assertThat(Arrays.stream(coordinates)).allMatch(coordinate -> coordinate >= 0 && coordinate < 1);
        // Four standard errors of 4096 independent draws; the others are far more even.
        assertThat(Arrays.stream(coordinates).average().orElseThrow()).isCloseTo(0.5, within(4 / Math.sqrt(12 * 4096)));
    }

    @ParameterizedTest
    @EnumSource
    void pairsItsAxesWithoutCorrelation(Sequence sequence) {
        int count = 4096;
        double[] x = sequence.coordinates(0, SEEDS[0], count);
        double[] y = sequence.coordinates(1, SEEDS[1], count);
        double covariance = 0;
        for (int i = 0; i < count; i++) {
            covariance += (x[i] - 0.5) * (y[i] - 0.5) / count;
        }

        // Four standard errors of a correlation of independent draws.
        assertThat(12 * covariance).isCloseTo(0, within(4 / Math.sqrt(count)));
    }

    @ParameterizedTest
    @EnumSource(names = {"SOBOL", "LATIN_HYPERCUBE"})
    void everyPartOfAnAxisHoldsOnePointAtPowersOfTwo(Sequence sequence) {
        for (int axis = 0; axis < 12; axis++) {
            double[] coordinates = sequence.coordinates(axis, 99 + axis, 256);
            for (int count = 1; count <= 256; count *= 2) {
                assertThat(counts(count, 1, coordinates, coordinates, count)).containsOnly(1);
            }
        }
    }

    @Test
    void theHalvesOfALatinHypercubeMeetAtRandom() {
        // With one pairing for all axes, two of the four quarters would stay empty.
        double[] x = Sequence.LATIN_HYPERCUBE.coordinates(0, SEEDS[0], 64);
        double[] y = Sequence.LATIN_HYPERCUBE.coordinates(1, SEEDS[1], 64);

        assertThat(Arrays.stream(counts(2, 2, x, y, 64))).allMatch(count -> count > 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void everyElementaryRectangleHoldsOneOf256SobolPoints(int halvings) {
        double[] x = Sequence.SOBOL.coordinates(0, SEEDS[0], 256);
        double[] y = Sequence.SOBOL.coordinates(1, SEEDS[1], 256);

        assertThat(counts(1 << halvings, 256 >> halvings, x, y, 256)).containsOnly(1);
    }

    @Test
    void scrambledSobolIntegratesBetterThanRandomPoints() {
        // The integral of x y z over the unit cube is 1/8; 1024 random points have a standard error of 0.0046.
        assertThat(meanOfProducts(Sequence.SOBOL, 1024)).isCloseTo(0.125, within(5e-4));
    }

    private static double meanOfProducts(Sequence sequence, int count) {
        double[] product = new double[count];
        Arrays.fill(product, 1.0 / count);
        for (int axis = 0; axis < SEEDS.length; axis++) {
            double[] coordinates = sequence.coordinates(axis, SEEDS[axis], count);
            Arrays.setAll(product, i -> product[i] * coordinates[i]);
        }
        return Arrays.stream(product).sum();
    }

    /** How many of the first points lie in each rectangle of a unit square that is cut into columns and rows. */
    private static int[] counts(int columns, int rows, double[] x, double[] y, int first) {
        int[] counts = new int[columns * rows];
        for (int i = 0; i < first; i++) {
            int column = (int) (x[i] * columns);
            int row = (int) (y[i] * rows);
            counts[column * rows + row]++;
        }
        return counts;
    }
}
