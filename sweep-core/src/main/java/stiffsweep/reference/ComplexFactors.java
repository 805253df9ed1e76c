package stiffsweep.reference;

import java.util.Arrays;

/** Triangular factors of a complex matrix whose imaginary part is on its diagonal; otherwise as {@link RealFactors}. */
final class ComplexFactors {

    private final int size;
    private final int lower;
    private final int reach;
    private final double[][] real;
    private final double[][] imaginary;
    private final int[] pivots;

    ComplexFactors(int size, Band band) {
        this.size = size;
        lower = band.within(size).lower();
        reach = lower + band.within(size).upper();
        pivots = new int[size];
        real = new double[size][];
        imaginary = new double[size][];
        for (int row = 0; row < size; row++) {
            real[row] = new double[last(row) - first(row) + 1];
            imaginary[row] = new double[last(row) - first(row) + 1];
        }
    }

    private int first(int row) {
        return Math.max(0, row - lower);
    }

    private int last(int row) {
        return Math.min(size - 1, row + reach);
    }

    /** Factorises {@code (shift + i turn) I - matrix}; false where that is singular to the last bit. */
    boolean factorise(BandMatrix matrix, double shift, double turn) {
        for (int row = 0; row < size; row++) {
            Arrays.fill(real[row], 0);
            Arrays.fill(imaginary[row], 0);
            for (int column = matrix.first(row); column <= matrix.last(row); column++) {
                real[row][column - first(row)] = -matrix.at(row, column);
            }
            real[row][row - first(row)] += shift;
            imaginary[row][row - first(row)] = turn;
        }
        for (int column = 0; column < size; column++) {
            exchange(column);
            double size = magnitude(column, column);
            if (size == 0 || !Double.isFinite(size)) {
                return false;
            }
            eliminate(column);
        }
        return true;
    }

    private double magnitude(int row, int column) {
        return Math.abs(real[row][column - first(row)]) + Math.abs(imaginary[row][column - first(row)]);
    }

    private void exchange(int column) {
        int best = column;
        for (int row = column + 1; row <= Math.min(size - 1, column + lower); row++) {
            if (magnitude(row, column) > magnitude(best, column)) {
                best = row;
            }
        }
        pivots[column] = best;
        if (best != column) {
            swap(real, column, best);
            swap(imaginary, column, best);
        }
    }

    private void swap(double[][] part, int column, int other) {
        for (int j = column; j <= last(column); j++) {
            double held = part[column][j - first(column)];
            part[column][j - first(column)] = part[other][j - first(other)];
            part[other][j - first(other)] = held;
        }
    }

    private void eliminate(int column) {
        double pivotReal = real[column][column - first(column)];
        double pivotImaginary = imaginary[column][column - first(column)];
        double square = pivotReal * pivotReal + pivotImaginary * pivotImaginary;
        for (int row = column + 1; row <= Math.min(size - 1, column + lower); row++) {
            int place = column - first(row);
            double upperReal = real[row][place];
            double upperImaginary = imaginary[row][place];
            double factorReal = (upperReal * pivotReal + upperImaginary * pivotImaginary) / square;
            double factorImaginary = (upperImaginary * pivotReal - upperReal * pivotImaginary) / square;
            real[row][place] = factorReal;
            imaginary[row][place] = factorImaginary;
            if (factorReal != 0 || factorImaginary != 0) {
                subtract(row, column, factorReal, factorImaginary);
            }
        }
    }

    /** Subtracts a multiple of the pivot's row, right of the pivot. */
    private void subtract(int row, int column, double factorReal, double factorImaginary) {
        double[] sourceReal = real[column];
        double[] sourceImaginary = imaginary[column];
        for (int j = column + 1; j <= last(column); j++) {
            double a = sourceReal[j - first(column)];
            double b = sourceImaginary[j - first(column)];
            real[row][j - first(row)] -= factorReal * a - factorImaginary * b;
            imaginary[row][j - first(row)] -= factorReal * b + factorImaginary * a;
        }
    }

    /** Replaces a right-hand side, in real and imaginary parts, by the solution. */
    void solve(double[] x, double[] y) {
        for (int column = 0; column < size; column++) {
            swap(x, column, pivots[column]);
            swap(y, column, pivots[column]);
            for (int row = column + 1; row <= Math.min(size - 1, column + lower); row++) {
                reduce(x, y, row, column);
            }
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int j = row + 1; j <= last(row); j++) {
                reduce(x, y, row, j);
            }
            double a = real[row][row - first(row)];
            double b = imaginary[row][row - first(row)];
            double square = a * a + b * b;
            double quotient = (x[row] * a + y[row] * b) / square;
            y[row] = (y[row] * a - x[row] * b) / square;
            x[row] = quotient;
        }
    }

    /** Subtracts from one unknown's equation what another unknown adds to it. */
    private void reduce(double[] x, double[] y, int row, int column) {
        double a = real[row][column - first(row)];
        double b = imaginary[row][column - first(row)];
        x[row] -= a * x[column] - b * y[column];
        y[row] -= a * y[column] + b * x[column];
    }

    private static void swap(double[] values, int i, int j) {
        double held = values[i];
        values[i] = values[j];
        values[j] = held;
    }
}
