package stiffsweep.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random matrices whose small diagonals force row exchanges: the solution must solve. */
class LinearFactorsTest {

    /** Elimination is stable backwards: the residual is small beside the solution, whatever the condition. */
    private static final double STABLE = 1e-13;

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "2, 1, 1", "7, 6, 6", "30, 0, 3", "30, 3, 0", "30, 1, 2", "30, 4, 1", "30, 29, 29", "5, 9, 9"
    })
    void solvesSystemsOfAnyBand(int size, int lower, int upper) {
        var random = new SplittableRandom(31L * size + 7L * lower + upper);
        BandMatrix matrix = random(size, new Band(lower, upper), random);
        double[] values = random.doubles(size).toArray();
        double[] x = values.clone();
        RealFactors factors = new RealFactors(size, new Band(lower, upper));

        assertThat(factors.factorise(matrix, -2, 0.25)).isTrue();
        factors.solve(x);

        double[] product = product(matrix, x);
        for (int i = 0; i < size; i++) {
            assertThat(-2 * product[i] + 0.25 * x[i]).isCloseTo(values[i], within(STABLE * (1 + largest(x))));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "2, 1, 1", "7, 6, 6", "30, 0, 3", "30, 3, 0", "30, 1, 2", "30, 4, 1", "30, 29, 29", "5, 9, 9"
    })
    void solvesComplexSystemsOfAnyBand(int size, int lower, int upper) {
        var random = new SplittableRandom(17L * size + 5L * lower + upper);
        BandMatrix matrix = random(size, new Band(lower, upper), random);
        double[] real = random.doubles(size).toArray();
        double[] imaginary = random.doubles(size).toArray();
        double[] x = real.clone();
        double[] y = imaginary.clone();
        ComplexFactors factors = new ComplexFactors(size, new Band(lower, upper));

        assertThat(factors.factorise(matrix, 0.5, 0.75)).isTrue();
        factors.solve(x, y);

        double[] productReal = product(matrix, x);
        double[] productImaginary = product(matrix, y);
        double small = STABLE * (1 + largest(x) + largest(y));
        for (int i = 0; i < size; i++) {
            assertThat(0.5 * x[i] - 0.75 * y[i] - productReal[i]).isCloseTo(real[i], within(small));
            assertThat(0.5 * y[i] + 0.75 * x[i] - productImaginary[i]).isCloseTo(imaginary[i], within(small));
        }
    }

    /** A permutation but for 1e-20 on its diagonal: without exchanges nothing is left of the solution. */
    @Test
    void exchangesRowsWhereTheDiagonalIsTiny() {
        BandMatrix matrix = new BandMatrix(2, Band.full(2));
        matrix.put(0, 1, 1);
        matrix.put(1, 0, 1);
        RealFactors real = new RealFactors(2, Band.full(2));
        ComplexFactors complex = new ComplexFactors(2, Band.full(2));
        double[] x = {2, 3};
        double[] y = {-2, -3};
        double[] imaginary = {0, 0};

        assertThat(real.factorise(matrix, 1, 1e-20)).isTrue();
        real.solve(x);
        assertThat(complex.factorise(matrix, 0, 1e-20)).isTrue();
        complex.solve(y, imaginary);

        assertThat(x).containsExactly(3, 2);
        assertThat(y).containsExactly(3, 2);
    }

    @Test
    void saysWhereAMatrixIsSingular() {
        BandMatrix matrix = new BandMatrix(2, Band.full(2));
        matrix.put(0, 0, 1);
        matrix.put(0, 1, 2);
        matrix.put(1, 0, 2);
        matrix.put(1, 1, 4);

        assertThat(new RealFactors(2, Band.full(2)).factorise(matrix, 1, 0)).isFalse();
        assertThat(new ComplexFactors(2, Band.full(2)).factorise(matrix, 0, 0)).isFalse();
        assertThat(new RealFactors(2, Band.full(2)).factorise(matrix, 1, 1)).isTrue();
    }

    @Test
    void refusesAnEntryOutsideTheBand() {
        BandMatrix matrix = new BandMatrix(4, new Band(1, 0));

        assertThatThrownBy(() -> matrix.put(1, 2, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Band[lower=1, upper=0] of a matrix of size 4, but got row 1, column 2");
    }

    @Test
    void refusesABandOfNegativeWidth() {
        assertThatThrownBy(() -> new Band(-1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a band must have widths of 0 or more, but got lower -1, upper 0");
    }

    /** Entries in [-1, 1), those of the diagonal a tenth of that where others can take their place. */
    private static BandMatrix random(int size, Band band, SplittableRandom random) {
        BandMatrix matrix = new BandMatrix(size, band);
        boolean canExchange = band.lower() > 0;
        for (int row = 0; row < size; row++) {
            for (int column = matrix.first(row); column <= matrix.last(row); column++) {
                double entry = random.nextDouble(-1, 1);
                matrix.put(row, column, row == column ? (canExchange ? 0.1 * entry : entry + 2) : entry);
            }
        }
        return matrix;
    }

    private static double[] product(BandMatrix matrix, double[] x) {
        double[] product = new double[x.length];
        for (int row = 0; row < x.length; row++) {
            for (int column = matrix.first(row); column <= matrix.last(row); column++) {
                product[row] += matrix.at(row, column) * x[column];
            }
        }
        return product;
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }
}
