package stiffsweep.kernel.plain;

import static stiffsweep.kernel.lane.FloatVector.broadcast;
import static stiffsweep.kernel.lane.FloatVector.fromArray;
import static stiffsweep.kernel.lane.FloatVector.zero;
import static stiffsweep.kernel.plain.FloatLanes.LANES;
import static stiffsweep.kernel.plain.FloatLanes.ROW;
import static stiffsweep.kernel.plain.FloatLanes.SPECIES;
import static stiffsweep.kernel.plain.FloatLanes.WIDE;

import stiffsweep.kernel.FloatTiles;
import stiffsweep.kernel.lane.FloatVector;

/**
 * The product of a layer's weights with a tile: {@code y[j] = sum over i of w[i][j] x[i]}, each sum in the order of i.
 * Weights stand in blocks of four outputs, {@code [outputs / 4, inputs, 4]}, the last block filled up with zeros.
 */
final class FloatProducts {

    private static final int BLOCK = FloatTiles.BLOCK;

    private FloatProducts() {}

    /**
     * The product for all columns of a tile, as many at a time as registers hold.
     *
     * @param w where weights stand, in blocks
     * @param weights where they start
     * @param terms how many rows are added up
     * @param rows how many sums there are
     * @param x where the tile stands that is read
     * @param from where it starts
     * @param y where the tile stands that is written
     * @param to where it starts
     */
    static void product(float[] w, int weights, int terms, int rows, float[] x, int from, float[] y, int to) {
        int column = 0;
        while (WIDE && column + 4 * LANES <= ROW) {
            for (int j = 0; j < rows; j += BLOCK) {
                fourVectors(w, weights + j * terms, terms, x, from + column, y, to + column + j * ROW);
            }
            column += 4 * LANES;
        }
        while (column + 2 * LANES <= ROW) {
            for (int j = 0; j < rows; j += BLOCK) {
                twoVectors(w, weights + j * terms, terms, x, from + column, y, to + column + j * ROW);
            }
            column += 2 * LANES;
        }
        for (int j = 0; column < ROW && j < rows; j += BLOCK) {
            oneVector(w, weights + j * terms, terms, x, from + column, y, to + column + j * ROW);
        }
    }

    private static void fourVectors(float[] w, int weights, int terms, float[] x, int from, float[] y, int to) {
        FloatVector y00 = zero(SPECIES), y01 = y00, y02 = y00, y03 = y00;
        FloatVector y10 = y00, y11 = y00, y12 = y00, y13 = y00;
        FloatVector y20 = y00, y21 = y00, y22 = y00, y23 = y00;
        FloatVector y30 = y00, y31 = y00, y32 = y00, y33 = y00;
        for (int i = 0; i < terms; i++) {
            FloatVector x0 = fromArray(SPECIES, x, from + i * ROW);
            FloatVector x1 = fromArray(SPECIES, x, from + i * ROW + LANES);
            FloatVector x2 = fromArray(SPECIES, x, from + i * ROW + 2 * LANES);
            FloatVector x3 = fromArray(SPECIES, x, from + i * ROW + 3 * LANES);
            FloatVector w0 = broadcast(SPECIES, w[weights + i * BLOCK]);
            y00 = x0.fma(w0, y00);
            y01 = x1.fma(w0, y01);
            y02 = x2.fma(w0, y02);
            y03 = x3.fma(w0, y03);
            FloatVector w1 = broadcast(SPECIES, w[weights + i * BLOCK + 1]);
            y10 = x0.fma(w1, y10);
            y11 = x1.fma(w1, y11);
            y12 = x2.fma(w1, y12);
            y13 = x3.fma(w1, y13);
            FloatVector w2 = broadcast(SPECIES, w[weights + i * BLOCK + 2]);
            y20 = x0.fma(w2, y20);
            y21 = x1.fma(w2, y21);
            y22 = x2.fma(w2, y22);
            y23 = x3.fma(w2, y23);
            FloatVector w3 = broadcast(SPECIES, w[weights + i * BLOCK + 3]);
            y30 = x0.fma(w3, y30);
            y31 = x1.fma(w3, y31);
            y32 = x2.fma(w3, y32);
            y33 = x3.fma(w3, y33);
        }
        store(y00, y01, y02, y03, y, to);
        store(y10, y11, y12, y13, y, to + ROW);
        store(y20, y21, y22, y23, y, to + 2 * ROW);
        store(y30, y31, y32, y33, y, to + 3 * ROW);
    }

    private static void store(FloatVector y0, FloatVector y1, FloatVector y2, FloatVector y3, float[] y, int to) {
        y0.intoArray(y, to);
        y1.intoArray(y, to + LANES);
        y2.intoArray(y, to + 2 * LANES);
        y3.intoArray(y, to + 3 * LANES);
    }

    private static void twoVectors(float[] w, int weights, int terms, float[] x, int from, float[] y, int to) {
        FloatVector y00 = zero(SPECIES), y01 = y00;
        FloatVector y10 = y00, y11 = y00;
        FloatVector y20 = y00, y21 = y00;
        FloatVector y30 = y00, y31 = y00;
        for (int i = 0; i < terms; i++) {
            FloatVector x0 = fromArray(SPECIES, x, from + i * ROW);
            FloatVector x1 = fromArray(SPECIES, x, from + i * ROW + LANES);
            FloatVector w0 = broadcast(SPECIES, w[weights + i * BLOCK]);
            y00 = x0.fma(w0, y00);
            y01 = x1.fma(w0, y01);
            FloatVector w1 = broadcast(SPECIES, w[weights + i * BLOCK + 1]);
            y10 = x0.fma(w1, y10);
            y11 = x1.fma(w1, y11);
            FloatVector w2 = broadcast(SPECIES, w[weights + i * BLOCK + 2]);
            y20 = x0.fma(w2, y20);
            y21 = x1.fma(w2, y21);
            FloatVector w3 = broadcast(SPECIES, w[weights + i * BLOCK + 3]);
            y30 = x0.fma(w3, y30);
            y31 = x1.fma(w3, y31);
        }
        y00.intoArray(y, to);
        y01.intoArray(y, to + LANES);
        y10.intoArray(y, to + ROW);
        y11.intoArray(y, to + ROW + LANES);
        y20.intoArray(y, to + 2 * ROW);
        y21.intoArray(y, to + 2 * ROW + LANES);
        y30.intoArray(y, to + 3 * ROW);
        y31.intoArray(y, to + 3 * ROW + LANES);
    }

    private static void oneVector(float[] w, int weights, int terms, float[] x, int from, float[] y, int to) {
        FloatVector y0 = zero(SPECIES), y1 = y0, y2 = y0, y3 = y0;
        for (int i = 0; i < terms; i++) {
            FloatVector x0 = fromArray(SPECIES, x, from + i * ROW);
            y0 = x0.fma(broadcast(SPECIES, w[weights + i * BLOCK]), y0);
            y1 = x0.fma(broadcast(SPECIES, w[weights + i * BLOCK + 1]), y1);
            y2 = x0.fma(broadcast(SPECIES, w[weights + i * BLOCK + 2]), y2);
            y3 = x0.fma(broadcast(SPECIES, w[weights + i * BLOCK + 3]), y3);
        }
        y0.intoArray(y, to);
        y1.intoArray(y, to + ROW);
        y2.intoArray(y, to + 2 * ROW);
        y3.intoArray(y, to + 3 * ROW);
    }
}
