package stiffsweep.reference;

import java.util.Arrays;

/**
 * Triangular factors of a real matrix, with row exchanges inside its band.
 *
 * <p>Gaussian elimination with partial pivoting as in LINPACK's {@code dgbfa} and {@code dgbsl} (Dongarra, Moler, Bunch,
 * Stewart, LINPACK Users' Guide, 1979, chapter 2). Exchanges widen the upper band by the lower. A full matrix is the band
 * of its own size and costs what dense elimination costs.
 */
final class RealFactors {

    private final int size;
    private final int lower;
    private final int reach;
    private final double[][] rows;
    private final int[] pivots;

    RealFactors(int size, Band band) {
        this.size = size;
        lower = band.within(size).lower();
        reach = lower + band.within(size).upper();
        pivots = new int[size];
        rows = new double[size][];
        for (int row = 0; row < size; row++) {
            rows[row] = new double[last(row) - first(row) + 1];
        }
    }

    private int first(int row) {
        return Math.max(0, row - lower);
    }

    private int last(int row) {
        return Math.min(size - 1, row + reach);
    }

    /** Factorises {@code scale matrix + shift I}; false where that is singular to the last bit. */
    boolean factorise(BandMatrix matrix, double scale, double shift) {
        for (int row = 0; row < size; row++) {
            Arrays.fill(rows[row], 0);
            for (int column = matrix.first(row); column <= matrix.last(row); column++) {
                rows[row][column - first(row)] = scale * matrix.at(row, column);
            }
            rows[row][row - first(row)] += shift;
        }
        for (int column = 0; column < size; column++) {
            exchange(column);
            double pivot = rows[column][column - first(column)];
            if (pivot == 0 || !Double.isFinite(pivot)) {
                return false;
            }
            eliminate(column, pivot);
        }
        return true;
    }

    /** Brings the largest entry of a column, from the diagonal down, onto the diagonal. */
    private void exchange(int column) {
        int best = column;
        for (int row = column + 1; row <= Math.min(size - 1, column + lower); row++) {
            if (Math.abs(rows[row][column - first(row)]) > Math.abs(rows[best][column - first(best)])) {
                best = row;
            }
        }
        pivots[column] = best;
        if (best != column) {
            for (int j = column; j <= last(column); j++) {
                double held = rows[column][j - first(column)];
                rows[column][j - first(column)] = rows[best][j - first(best)];
                rows[best][j - first(best)] = held;
            }
        }
    }

    private void eliminate(int column, double pivot) {
        double[] source = rows[column];
        for (int row = column + 1; row <= Math.min(size - 1, column + lower); row++) {
            double[] target = rows[row];
            double multiplier = target[column - first(row)] / pivot;
            target[column - first(row)] = multiplier;
            if (multiplier != 0) {
                for (int j = column + 1; j <= last(column); j++) {
                    target[j - first(row)] -= multiplier * source[j - first(column)];
                }
            }
        }
    }

    /** Replaces a right-hand side by the solution. */
    void solve(double[] values) {
        for (int column = 0; column < size; column++) {
            double held = values[pivots[column]];
            values[pivots[column]] = values[column];
            values[column] = held;
            for (int row = column + 1; row <= Math.min(size - 1, column + lower); row++) {
                values[row] -= rows[row][column - first(row)] * held;
            }
        }
        for (int row = size - 1; row >= 0; row--) {
            double sum = values[row];
            for (int j = row + 1; j <= last(row); j++) {
                sum -= rows[row][j - first(row)] * values[j];
            }
            values[row] = sum / rows[row][row - first(row)];
        }
    }
}
