package stiffsweep.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BinnedAnovaTest {

    private static final double[] A = {0, 1, 9};

    /** The true shares of the g-function: V_i = 1 / (3 (1 + a_i)^2), of product_i (1 + V_i) - 1. */
    private static double[] truth() {
        double[] single = Arrays.stream(A).map(a -> 1 / (3 * (1 + a) * (1 + a))).toArray();
        double all = (1 + single[0]) * (1 + single[1]) * (1 + single[2]) - 1;
        return new double[] {
            single[0] / all,
            single[1] / all,
            single[2] / all,
            single[0] * single[1] / all,
            single[0] * single[2] / all,
            single[1] * single[2] / all
        };
    }

    /** 60 samples tell a coverage of 95 % to 2.8 %; benchmarks' ImportanceCoverage runs 500. */
    @Test
    void intervalsHoldTheTrueSharesOfTheGFunction() {
        double[] truth = truth();
        SplittableRandom random = new SplittableRandom(4);
        int[] held = new int[truth.length];
        for (int sample = 0; sample < 60; sample++) {
            List<Effect> effects = drawn(random, 160, 0).effects();
            for (int i = 0; i < held.length; i++) {
                held[i] += effects.get(i).interval().contains(truth[i]) ? 1 : 0;
            }
        }

        assertThat(Arrays.stream(held).min().orElseThrow()).isGreaterThanOrEqualTo(52);
    }

    /** Seeds that scatter as much as settings differ take nothing from the shares, where their variance is known. */
    @Test
    void scatterBetweenSeedsIsNoVarianceBetweenSettings() {
        double share = 0;
        SplittableRandom random = new SplittableRandom(9);
        for (int sample = 0; sample < 20; sample++) {
            share += drawn(random, 400, 0.5).effects().get(0).share() / 20;
        }

        // Twenty estimates with a standard deviation of about 0.1 each.
        assertThat(share).isCloseTo(truth()[0], within(0.07));
    }

    private static BinnedAnova drawn(SplittableRandom random, int points, double noise) {
        double[][] axes = new double[A.length][points];
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            values[i] = 1;
            for (int axis = 0; axis < A.length; axis++) {
                axes[axis][i] = random.nextDouble();
                values[i] *= (Math.abs(4 * axes[axis][i] - 2) + A[axis]) / (1 + A[axis]);
            }
            values[i] += Math.sqrt(noise) * random.nextGaussian();
        }
        return new BinnedAnova(axes, values, noise, new Bootstrap(300, 0.95, 3));
    }
}
