package stiffsweep.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LackOfFitTest {

    private static final double[] X = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3};
    private static final double[] BENT = {0.85, 0.89, 0.95, 2.80, 2.86, 2.90, 4.30, 4.38, 4.41, 6.33, 6.38, 6.45};

    /** The F test of these points by SciPy 1.16: F(2, 8) = 23.7273743. */
    @Test
    void agreesWithTheTestByScipy() {
        LackOfFit lack = of(X, BENT);

        assertThat(lack.probability()).isCloseTo(4.3311675508e-4, within(1e-12));
        assertThat(lack.slopes()).hasSize(3);
        assertThat(lack.slopes().get(0)).isCloseTo(1.97, within(1e-12));
        assertThat(lack.isLine()).isFalse();
    }

    /** The same bend with a scatter of half a decade, by SciPy 1.16: F(2, 8) = 0.18394018. */
    @Test
    void takesABendWithinTheScatterForALine() {
        double[] scattered = {0.45, 0.89, 1.45, 3.20, 2.86, 2.40, 3.90, 4.38, 4.91, 6.73, 6.38, 5.95};

        LackOfFit lack = of(X, scattered);

        assertThat(lack.probability()).isCloseTo(0.8354069774, within(1e-9));
        assertThat(lack.residual()).isGreaterThan(LackOfFit.NEGLIGIBLE);
        assertThat(lack.isLine()).isTrue();
    }

    @Test
    void takesABendThatIsTooSmallToMatterForALine() {
        LackOfFit lack = of(new double[] {0, 0, 1, 1, 2, 2}, new double[] {0, 1e-6, 1.02, 1.02 + 1e-6, 2, 2 + 1e-6});

        assertThat(lack.probability()).isLessThan(1e-9);
        assertThat(lack.isLine()).isTrue();
    }

    @Test
    void cannotTestTwoAbscissaeOrSinglePoints() {
        LackOfFit two = of(new double[] {0, 0, 1, 1}, new double[] {0, 1, 5, 7});
        LackOfFit single = of(new double[] {0, 1, 2}, new double[] {0, 1, 0});

        assertThat(two.probability()).isNaN();
        assertThat(two.isLine()).isTrue();
        assertThat(single.probability()).isNaN();
        assertThat(single.isLine()).isFalse();
    }

    /** At 5 % one line in twenty is taken for none: 400 lines tell that to about 1.1 %. */
    @Test
    void doubtsOneTrueLineInTwenty() {
        Random random = new Random(7);
        int doubted = 0;
        for (int line = 0; line < 400; line++) {
            double[] y = new double[X.length];
            for (int i = 0; i < y.length; i++) {
                y[i] = 1.7 * X[i] + 0.3 * random.nextGaussian();
            }
            doubted += of(X, y).probability() < 0.05 ? 1 : 0;
        }

        assertThat(doubted / 400.0).isCloseTo(0.05, within(0.033));
    }

    private static LackOfFit of(double[] x, double[] y) {
        return LackOfFit.of(x, y, HuberRegression.STANDARD.fit(x, y));
    }
}
