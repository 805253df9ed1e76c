package stiffsweep.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapTest {

    @Test
    void givesTheMedianOfFiveItsWholeRange() {
        // The smallest of five is the median of 5.8 % of all resamples: more than any 95 % interval leaves outside.
        Interval interval = Bootstrap.STANDARD.ofMedian(new double[] {4, 1, 5, 2, 3});

        assertThat(interval).isEqualTo(new Interval(1, 5, Interval.Method.BOOTSTRAP, 0.95, 5));
        assertThat(interval.kind()).isEqualTo("95 % bootstrap");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void givesFewerThanFiveTheirRangeAndNoLevel(int size) {
        double[] sample = Arrays.copyOf(new double[] {4, 1, 5, 2}, size);

        Interval interval = Bootstrap.STANDARD.ofMedian(sample);

        assertThat(interval).isEqualTo(Interval.range(sample));
        assertThat(interval.level()).isNaN();
        assertThat(interval.kind()).isEqualTo("range (n = " + size + ")");
    }

    @Test
    void doesNotDependOnTheOrderOfTheSample() {
        double[] sample = {4, 1, 5, 2, 3, 9, 8, 7, 6, 10, 12, 11};
        double[] reordered = {12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1};

        assertThat(Bootstrap.STANDARD.ofMedian(sample)).isEqualTo(Bootstrap.STANDARD.ofMedian(reordered));
    }

    @Test
    void leavesTheIntervalOfOneValueUnknown() {
        assertThat(Bootstrap.STANDARD.ofMedian(new double[] {4}).known()).isFalse();
    }

    /** SciPy 1.17: {@code bootstrap((v,), np.mean, n_resamples=2_000_000, method="BCa")} is 0.68 to 2.58. */
    @Test
    void bcaMeetsSciPyOnASkewedSample() {
        double[] skewed = {0.3, 1.2, 0.7, 2.9, 0.1, 0.5, 4.8, 0.9, 1.6, 0.2};
        Interval interval = new Bootstrap(200_000, 0.95, 1).bca(skewed.length, drawn -> mean(skewed, drawn));

        // The mean of ten goes by steps of 0.01; 200 000 resamples tell an end to one of them.
        assertThat(interval.lower()).isCloseTo(0.68, within(0.011));
        assertThat(interval.upper()).isCloseTo(2.58, within(0.021));
        assertThat(interval.kind()).isEqualTo("95 % BCa");
    }

    @Test
    void bcaOfEqualValuesIsTheValue() {
        Interval interval = Bootstrap.STANDARD.bca(6, drawn -> 2);

        assertThat(interval.lower()).isEqualTo(2);
        assertThat(interval.upper()).isEqualTo(2);
    }

    /** 400 samples tell a coverage of 95 % to about 1.1 %. */
    @Test
    void coversTheMeanOfANormalSampleAsOftenAsStudentsInterval() {
        Random random = new Random(5);
        Bootstrap bootstrap = new Bootstrap(1000, 0.95, 11);
        int covered = 0;
        for (int trial = 0; trial < 400; trial++) {
            double[] sample = random.doubles(12).map(u -> random.nextGaussian()).toArray();
            Interval interval = bootstrap.interval(sample.length, drawn -> mean(sample, drawn));
            covered += interval.contains(0) ? 1 : 0;
        }

        assertThat(covered / 400.0).isCloseTo(0.95, within(0.03));
    }

    @Test
    void shortensWithTheRootOfTheSampleSize() {
        double small = length(100);
        double large = length(1600);

        assertThat(small / large).isCloseTo(4, within(0.5));
    }

    private static double length(int size) {
        double[] sample = new double[size];
        for (int i = 0; i < size; i++) {
            sample[i] = i % 2 == 0 ? 1 : -1;
        }
        Interval interval = Bootstrap.STANDARD.interval(size, drawn -> mean(sample, drawn));
        return interval.upper() - interval.lower();
    }

    private static double mean(double[] sample, int[] drawn) {
        double sum = 0;
        for (int index : drawn) {
            sum += sample[index];
        }
        return sum / drawn.length;
    }
}
