package stiffsweep.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GridAnovaTest {

    /** The same numbers in NumPy: docs/statistics.md has the lines. */
    @Test
    void meetsAnAnalysisInNumPy() {
        double[][] values = new double[4][24];
        for (int r = 0; r < 4; r++) {
            for (int cell = 0; cell < 24; cell++) {
                int i = cell / 8;
                int j = cell / 4 % 2;
                int k = cell % 4;
                values[r][cell] = i * i
                        + 0.5 * j * k
                        + Math.sin(1 + 7 * i + 3 * j + 2 * k) * 0.3
                        + 0.2 * Math.cos(5 * r + i * 3 + j * 11 + k * 17)
                        + r;
            }
        }
        GridAnova anova = new GridAnova(new int[] {3, 2, 4}, values, Bootstrap.STANDARD);

        assertThat(anova.effects().stream().map(Effect::axes))
                .containsExactly(
                        List.of(0), List.of(1), List.of(2), List.of(0, 1), List.of(0, 2), List.of(1, 2), List.of());
        double[] shares = anova.effects().stream().mapToDouble(Effect::share).toArray();
        assertThat(shares)
                .containsExactly(
                        new double[] {
                            0.9040229948358942,
                            0.031752100934599015,
                            0.025890719370497913,
                            0,
                            0,
                            0.036746216017722155,
                            0.0022858723701477397
                        },
                        within(1e-12));
        assertThat(anova.deviation()).isCloseTo(1.7834764516426809, within(1e-12));
        assertThat(anova.noise()).isCloseTo(1.2966365186795532, within(1e-12));
    }

    /** The g-function at two places on each side: |4x - 2| + a over 1 + a, whose shares are products of single variances. */
    @Test
    void findsTheSharesOfTheGFunction() {
        double[] a = {0, 1, 4.5};
        double[] variances = Arrays.stream(a).map(own -> variance(own)).toArray();
        double all = 1;
        for (double variance : variances) {
            all *= 1 + variance;
        }
        List<Effect> effects = new GridAnova(new int[] {8, 8, 8}, new double[][] {g(a)}, Bootstrap.STANDARD).effects();

        assertThat(effects.get(0).share()).isCloseTo(variances[0] / (all - 1), within(1e-12));
        assertThat(effects.get(3).share()).isCloseTo(variances[0] * variances[1] / (all - 1), within(1e-12));
        assertThat(effects.get(6).share())
                .isCloseTo(variances[0] * variances[1] * variances[2] / (all - 1), within(1e-12));
        assertThat(effects.get(0).interval().known()).isFalse();
    }

    private static double variance(double a) {
        double square = 0;
        for (int i = 0; i < 8; i++) {
            square += Math.pow(factor(i, a) / mean(a) - 1, 2) / 8;
        }
        return square;
    }

    private static double mean(double a) {
        double sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += factor(i, a) / 8;
        }
        return sum;
    }

    private static double factor(int place, double a) {
        return (Math.abs(4 * (place + 0.5) / 8 - 2) + a) / (1 + a);
    }

    private static double[] g(double[] a) {
        double[] values = new double[512];
        Arrays.setAll(values, cell -> factor(cell / 64, a[0]) * factor(cell / 8 % 8, a[1]) * factor(cell % 8, a[2]));
        return values;
    }

    /**
     * Ishigami's function on a grid, with seeds that shift all settings and scatter each. 100 samples tell a coverage of 95 %
     * to 2.2 %; benchmarks' ImportanceCoverage runs 500.
     */
    @Test
    void intervalsHoldTheTrueSharesOfIshigamisFunction() {
        double[] truth = ishigami();
        int[] levels = {5, 6, 4};
        List<Effect> exact = new GridAnova(levels, new double[][] {truth}, Bootstrap.STANDARD).effects();
        SplittableRandom random = new SplittableRandom(17);
        int[] held = new int[exact.size()];
        for (int sample = 0; sample < 100; sample++) {
            double[][] values = new double[10][];
            for (int r = 0; r < values.length; r++) {
                double shift = 2 * random.nextGaussian();
                values[r] = Arrays.stream(truth)
                        .map(y -> y + shift + random.nextGaussian())
                        .toArray();
            }
            List<Effect> effects = new GridAnova(levels, values, new Bootstrap(500, 0.95, 3)).effects();
            for (int i = 0; i < held.length; i++) {
                held[i] += effects.get(i).interval().contains(exact.get(i).share()) ? 1 : 0;
            }
        }

        assertThat(Arrays.stream(held).min().orElseThrow()).isGreaterThanOrEqualTo(88);
    }

    private static double[] ishigami() {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 6; j++) {
                for (int k = 0; k < 4; k++) {
                    double x = Math.PI * (2 * (i + 0.5) / 5 - 1);
                    double y = Math.PI * (2 * (j + 0.3) / 6 - 1);
                    double z = Math.PI * (2 * (k + 0.5) / 4 - 1);
                    values.add(Math.sin(x) + 7 * Math.pow(Math.sin(y), 2) + 0.1 * Math.pow(z, 4) * Math.sin(x));
                }
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    void takesScatterForNoEffect() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] values = new double[6][];
        for (int r = 0; r < values.length; r++) {
            values[r] = random.doubles(30).toArray();
            for (int cell = 0; cell < 30; cell++) {
                values[r][cell] += cell < 15 ? 1 : 0;
            }
        }
        List<Effect> effects = new GridAnova(new int[] {2, 15}, values, Bootstrap.STANDARD).effects();

        // Within-cell scatter of variance 1/12 in place of 14/15 of it shared out among the effects of axis and pair.
        assertThat(effects.get(0).share()).isGreaterThan(0.93);
        assertThat(effects.get(1).interval().lower()).isZero();
    }

    @Test
    void fewReplicatesHaveTheRangeOfTheirPairs() {
        double[][] values = {{0, 1, 2, 4}, {0, 1, 3, 4}, {0, 2, 2, 5}};
        Effect effect = new GridAnova(new int[] {2, 2}, values, Bootstrap.STANDARD)
                .effects()
                .get(0);

        assertThat(effect.interval().kind()).isEqualTo("range (n = 3)");
        assertThat(effect.interval().contains(effect.share())).isTrue();
    }
}
