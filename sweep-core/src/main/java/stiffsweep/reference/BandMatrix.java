package stiffsweep.reference;

import java.util.Arrays;

/** A square matrix that keeps the entries of a band; every other entry is zero. */
public final class BandMatrix {

    private final int size;
    private final Band band;

    /** Row i holds the columns from {@code first(i)} on. */
    private final double[][] rows;

    BandMatrix(int size, Band band) {
        this.size = size;
        this.band = band.within(size);
        rows = new double[size][];
        for (int row = 0; row < size; row++) {
            rows[row] = new double[last(row) - first(row) + 1];
        }
    }

    /** The number of rows, and of columns. */
    public int size() {
        return size;
    }

    Band band() {
        return band;
    }

    /** Sets an entry, which must lie within the band. */
    public void put(int row, int column, double value) {
        if (row < 0 || row >= size || column < first(row) || column > last(row)) {
            throw new IllegalArgumentException("an entry must lie within the " + band + " of a matrix of size " + size
                    + ", but got row " + row + ", column " + column + ": widen the band");
        }
        rows[row][column - first(row)] = value;
    }

    /** An entry within the band. */
    double at(int row, int column) {
        return rows[row][column - first(row)];
    }

    int first(int row) {
        return Math.max(0, row - band.lower());
    }

    int last(int row) {
        return Math.min(size - 1, row + band.upper());
    }

    void clear() {
        for (double[] row : rows) {
            Arrays.fill(row, 0);
        }
    }

    boolean isFinite() {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    }
}
