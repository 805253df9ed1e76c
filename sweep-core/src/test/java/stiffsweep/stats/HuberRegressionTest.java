package stiffsweep.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the regression against published fits, and against what defines its minimum. */
class HuberRegressionTest {

    private static final double[] X = {0, 1, 2, 3, 4, 5, 6, 7};
    private static final double[] Y = {1.1, 2.9, 5.2, 6.8, 9.1, 10.9, 13.2, 400};

    /**
     * The largest Hessian eigenvalues of arXiv 2602.21988 and their fits by scikit-learn's HuberRegressor with default
     * settings, as printed: half a unit of the last digit, and a little for the four digits of the stiffness.
     */
    @ParameterizedTest
    @CsvSource({
        "t1_plain,    1.7826, 1.192",
        "t1_jacobian, 0.5795, 0.437",
        "t2_plain,    1.5437, 2.300",
        "t2_jacobian, 0.6651, 0.569",
        "t3_plain,    1.7985, 1.372",
        "t3_jacobian, 0.4929, 0.585"
    })
    void meetsThePublishedFitsOfScikitLearn(String column, double exponent, double prefactor) throws IOException {
        PowerLawFit fit = PowerLaw.fit(published("stiffness"), published(column));

        assertThat(fit.exponent()).isCloseTo(exponent, within(0.000_06));
        assertThat(fit.prefactor()).isCloseTo(prefactor, within(0.000_6));
    }

    @Test
    void findsTheLowestPointOfItsObjective() {
        HuberRegression.Line line = HuberRegression.STANDARD.fit(X, Y);

        double lowest = objective(line.slope(), line.intercept(), line.scale());
        for (double step : new double[] {-1e-4, 1e-4}) {
            assertThat(objective(line.slope() + step, line.intercept(), line.scale()))
                    .isGreaterThan(lowest);
            assertThat(objective(line.slope(), line.intercept() + step, line.scale()))
                    .isGreaterThan(lowest);
            assertThat(objective(line.slope(), line.intercept(), line.scale() + step))
                    .isGreaterThan(lowest);
        }
    }

    @Test
    void boundsThePullOfAnOutlier() {
        double[] further = Y.clone();
        further[7] = 1e9;

        HuberRegression.Line line = HuberRegression.STANDARD.fit(X, Y);

        assertThat(line.slope()).isCloseTo(2, within(0.3));
        assertThat(HuberRegression.STANDARD.fit(X, further).slope()).isCloseTo(line.slope(), within(1e-6));
    }

    @Test
    void recoversAnExactLineThroughMostPoints() {
        double[] y = {1, 3, 5, 7, 9, 11, -50, 80};

        HuberRegression.Line line = HuberRegression.STANDARD.fit(X, y);

        assertThat(line.slope()).isCloseTo(2, within(1e-9));
        assertThat(line.intercept()).isCloseTo(1, within(1e-9));
    }

    @Test
    void equalsLeastSquaresWhereNothingIsAnOutlier() {
        double[] y = {1, -1, 1, -1, 1, -1, 1, -1};

        HuberRegression.Line line = new HuberRegression(10, 0).fit(X, y);

        assertThat(line.slope()).isCloseTo(-4 / 42.0, within(1e-12));
        assertThat(line.scale()).isCloseTo(Math.sqrt(1 - 8 / 42.0 * 8 / 42.0 * 42 / 32), within(1e-12));
    }

    @Test
    void refusesPointsWithoutALine() {
        double[] constant = {2, 2, 2};
        assertThatThrownBy(() -> HuberRegression.STANDARD.fit(constant, new double[] {1, 2, 3}))
                .hasMessage("x must take at least two values, but got only 2.0");
        assertThatThrownBy(() -> HuberRegression.STANDARD.fit(new double[] {1, 2}, new double[] {1, Double.NaN}))
                .hasMessage("points must be finite, but got (2.0, NaN)");
    }

    /** The objective as scikit-learn's documentation writes it. */
    private static double objective(double slope, double intercept, double scale) {
        double sum = 1e-4 * slope * slope;
        for (int i = 0; i < X.length; i++) {
            double z = Math.abs(Y[i] - slope * X[i] - intercept) / scale;
            sum += scale + scale * (z < 1.35 ? z * z : 2 * 1.35 * z - 1.35 * 1.35);
        }
        return sum;
    }

    private static double[] published(String column) throws IOException {
        try (InputStream csv = HuberRegressionTest.class.getResourceAsStream("published-hessian-lambda-max.csv")) {
            List<String> lines = new String(csv.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
            int index = List.of(lines.get(0).split(",")).indexOf(column);
            return lines.stream()
                    .skip(1)
                    .mapToDouble(
                            line -> Double.parseDouble(List.of(line.split(",")).get(index)))
                    .toArray();
        }
    }
}
