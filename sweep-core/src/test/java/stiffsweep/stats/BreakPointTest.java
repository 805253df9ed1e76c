package stiffsweep.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BreakPointTest {

    private static final int ABSCISSAE = 9;
    private static final Bootstrap FEW = new Bootstrap(400, 0.95, 2);

    @Test
    void findsTwoLawsWithoutScatterExactly() {
        BreakPoint two = laws(1, 100, 2, 0, new SplittableRandom(1), 5);

        assertThat(two.below()).isCloseTo(1, within(0.03));
        assertThat(two.above()).isCloseTo(2, within(0.03));
        // Forty places between 10^0.5 and 10^3.5 are 0.077 decades apart.
        assertThat(Math.log10(two.at())).isCloseTo(2, within(0.04));
        assertThat(two.isTold()).isTrue();
    }

    @Test
    void holdsTheExponentsOnBothSides() {
        SplittableRandom random = new SplittableRandom(8);
        int below = 0;
        int above = 0;
        for (int sample = 0; sample < 60; sample++) {
            BreakPoint two = laws(0.5, 100, 1.5, 0.15, random, 8);
            below += two.belowInterval().contains(0.5) ? 1 : 0;
            above += two.aboveInterval().contains(1.5) ? 1 : 0;
        }

        // 60 samples tell a coverage of 95 % to 2.8 %.
        assertThat(below).isGreaterThanOrEqualTo(52);
        assertThat(above).isGreaterThanOrEqualTo(52);
    }

    /** 200 samples tell a level of 5 % to 1.5 %. */
    @Test
    void findsABendInOneLawAsSeldomAsItSays() {
        SplittableRandom random = new SplittableRandom(3);
        int told = 0;
        for (int sample = 0; sample < 200; sample++) {
            told += laws(1.5, 100, 1.5, 0.2, random, 5).isTold() ? 1 : 0;
        }

        assertThat(told / 200.0).isBetween(0.01, 0.1);
    }

    @Test
    void threeAbscissaeTellNoBreakPoint() {
        assertThat(BreakPoint.of(
                        new double[] {1, 10, 100, 1, 10, 100}, new double[] {1, 2, 9, 1, 3, 8}, new long[6], FEW))
                .isEmpty();
    }

    private static BreakPoint laws(
            double below, double at, double above, double scatter, SplittableRandom random, int replicates) {
        double[] x = new double[ABSCISSAE * replicates];
        double[] y = new double[x.length];
        long[] replicate = new long[x.length];
        Arrays.setAll(x, i -> Math.pow(10, i % ABSCISSAE / 2.0));
        Arrays.setAll(
                y, i -> Math.pow(x[i] / at, x[i] < at ? below : above) * Math.pow(10, scatter * random.nextGaussian()));
        Arrays.setAll(replicate, i -> i / ABSCISSAE);
        return BreakPoint.of(x, y, replicate, FEW).orElseThrow();
    }
}
