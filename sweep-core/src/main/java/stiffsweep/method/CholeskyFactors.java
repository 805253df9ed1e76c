package stiffsweep.method;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The factors {@code U^T U} of a symmetric positive definite matrix.
 *
 * <p>Rows are arrays of their own, and what is known of a row is taken from all that follow it at once: loops over the columns,
 * which the virtual machine turns into vectors. The sum behind each number is in the order of the rows, one rounding for each
 * product and difference, so that its bits are those of the textbook's loops (EJML's below 1000 rows) at many times their speed.
 */
final class CholeskyFactors {

    /** Each from the diagonal on. */
    private final double[][] rows;

    private CholeskyFactors(double[][] rows) {
        this.rows = rows;
    }

    /**
     * The factors of a matrix with a number added to its diagonal; null where rounding keeps it from being positive definite.
     *
     * @param matrix row by row, of which the upper triangle is read
     */
    static @Nullable CholeskyFactors of(double[] matrix, int size, double damping) {
        double[][] rows = new double[size][];
        for (int i = 0; i < size; i++) {
            double[] row = Arrays.copyOfRange(matrix, i * size, (i + 1) * size);
            row[i] += damping;
            reduce(row, i, rows);
            if (row[i] <= 0) {
                return null;
            }
            row[i] = Math.sqrt(row[i]);
            double inverse = 1 / row[i];
            for (int j = i + 1; j < size; j++) {
                row[j] *= inverse;
            }
            rows[i] = row;
        }
        return new CholeskyFactors(rows);
    }

    /** Takes the products of the rows above from a row, four at a time to read and write it less often. */
    private static void reduce(double[] row, int i, double[][] rows) {
        int k = 0;
        for (; k + 4 <= i; k += 4) {
            reduce(row, i, rows[k], rows[k + 1], rows[k + 2], rows[k + 3]);
        }
        for (; k < i; k++) {
            reduce(row, i, rows[k][i], rows[k]);
        }
    }

    private static void reduce(double[] row, int i, double[] a, double[] b, double[] c, double[] d) {
        double ofA = a[i];
        double ofB = b[i];
        double ofC = c[i];
        double ofD = d[i];
        for (int j = i; j < row.length; j++) {
            row[j] = row[j] - ofA * a[j] - ofB * b[j] - ofC * c[j] - ofD * d[j];
        }
    }

    private static void reduce(double[] row, int from, double factor, double[] other) {
        for (int j = from; j < row.length; j++) {
            row[j] -= factor * other[j];
        }
    }

    /** The solution for a right-hand side. */
    double[] solve(double[] right) {
        double[] x = right.clone();
        for (int k = 0; k < x.length; k++) {
            x[k] /= rows[k][k];
            reduce(x, k + 1, x[k], rows[k]);
        }
        for (int i = x.length - 1; i >= 0; i--) {
            double[] row = rows[i];
            double sum = x[i];
            for (int k = i + 1; k < x.length; k++) {
                sum -= row[k] * x[k];
            }
            x[i] = sum / row[i];
        }
        return x;
    }
}
