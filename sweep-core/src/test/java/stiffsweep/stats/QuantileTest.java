package stiffsweep.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantileTest {

    private static final double[] SAMPLE = {9, 1, 4, 2};

    @Test
    void interpolatesBetweenOrderStatistics() {
        assertThat(Quantile.median(SAMPLE)).isEqualTo(3);
        assertThat(Quantile.of(SAMPLE, 0.25)).isEqualTo(1.75);
        assertThat(Quantile.of(SAMPLE, 0)).isEqualTo(1);
        assertThat(Quantile.of(SAMPLE, 1)).isEqualTo(9);
    }

    @Test
    void takesTheMiddleOfAnOddSampleEvenBesideInfinity() {
        assertThat(Quantile.median(new double[] {Double.POSITIVE_INFINITY, 2, 1}))
                .isEqualTo(2);
    }

    @Test
    void staysAtTheValueThatAllAgreeIn() {
        double[] equal = {0.1, 0.1, 0.1};
        for (int i = 0; i <= 1000; i++) {
            assertThat(Quantile.of(equal, i / 1000.0)).isEqualTo(0.1);
        }
    }

    @Test
    void isUnknownForAnEmptySample() {
        assertThat(Quantile.median(new double[0])).isNaN();
    }
}
