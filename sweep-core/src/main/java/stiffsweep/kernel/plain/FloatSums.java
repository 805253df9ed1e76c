package stiffsweep.kernel.plain;

import static stiffsweep.kernel.lane.FloatVector.fromArray;
import static stiffsweep.kernel.lane.FloatVector.zero;
import static stiffsweep.kernel.plain.FloatLanes.LANES;
import static stiffsweep.kernel.plain.FloatLanes.POINTS;
import static stiffsweep.kernel.plain.FloatLanes.ROW;
import static stiffsweep.kernel.plain.FloatLanes.SPECIES;
import static stiffsweep.kernel.plain.FloatLanes.VIRTUAL_LANES;
import static stiffsweep.kernel.plain.FloatLanes.WIDE;

import stiffsweep.kernel.FloatTiles;
import stiffsweep.kernel.TileLayout;
import stiffsweep.kernel.lane.FloatVector;

/**
 * Sums over all points. Each has as many partial sums as there are virtual lanes: column c of a tile goes into lane {@code c
 * mod VIRTUAL_LANES}, in the order of tiles and columns; the lanes are added up by halves. A machine with narrower vectors
 * goes over the tiles several times, each time for some of the lanes, so the order is the same on all.
 */
final class FloatSums {

    private static final int BLOCK = FloatTiles.BLOCK;
    /** How many numbers are left of a sum's lanes before the last two halvings. */
    private static final int QUARTET = 4;

    /** The partial sums of some rows, {@code [BLOCK, outputs, VIRTUAL_LANES]}, and room for a vector that is read past the last. */
    private final float[] partial;

    /** Of the sums of a row, {@code [outputs, QUARTET]}, and room for a vector that is written past the last. */
    private final float[] quartets;

    private final int tiles;

    /**
     * Sums over the points of a layout.
     *
     * @param features the most that an adjoint has
     */
    FloatSums(TileLayout layout, int features) {
        tiles = layout.tiles();
        int sums = FloatTiles.rows(features);
        partial = new float[(BLOCK * sums + 1) * VIRTUAL_LANES];
        quartets = new float[sums * QUARTET + VIRTUAL_LANES];
    }

    /**
     * The gradient of a layer's weights: sums of products of its input with the adjoint of its output.
     *
     * @param gradient takes them, {@code [inputs, outputs]}
     * @param to where they start
     */
    void ofProducts(FloatTiles input, FloatTiles adjoint, float[] gradient, int to) {
        int inputs = input.features();
        int outputs = adjoint.features();
        int filled = FloatTiles.rows(outputs);
        int rows = WIDE ? 4 : 2;
        for (int i = 0; i < inputs; i += rows) {
            for (int j = 0; j < outputs; j += BLOCK) {
                for (int lane = 0; lane < VIRTUAL_LANES; lane += LANES) {
                    int x = input.at(0) + i * ROW + lane;
                    int d = adjoint.at(0) + j * ROW + lane;
                    int sums = j * VIRTUAL_LANES + lane;
                    if (WIDE) {
                        fourRows(input, x, adjoint, d, sums, filled * VIRTUAL_LANES);
                    } else {
                        twoRows(input, x, adjoint, d, sums, filled * VIRTUAL_LANES);
                    }
                }
            }
            for (int row = 0; row < Math.min(rows, inputs - i); row++) {
                addUp(row * filled, outputs, gradient, to + (i + row) * outputs);
            }
        }
    }

    /**
     * The gradient of a layer's biases: sums of the adjoint of the values.
     *
     * @param gradient takes them, {@code [outputs]}
     * @param to where they start
     */
    void ofValues(FloatTiles adjoint, float[] gradient, int to) {
        int outputs = adjoint.features();
        for (int j = 0; j < outputs; j += BLOCK) {
            for (int lane = 0; lane < VIRTUAL_LANES; lane += LANES) {
                values(adjoint, adjoint.at(0) + j * ROW + lane, j * VIRTUAL_LANES + lane);
            }
        }
        addUp(0, outputs, gradient, to);
    }

    private void fourRows(FloatTiles input, int x, FloatTiles adjoint, int d, int sums, int row) {
        float[] xs = input.numbers();
        float[] ds = adjoint.numbers();
        int nextX = input.stride() - ROW;
        int nextD = adjoint.stride() - ROW;
        FloatVector s00 = zero(SPECIES), s01 = s00, s02 = s00, s03 = s00;
        FloatVector s10 = s00, s11 = s00, s12 = s00, s13 = s00;
        FloatVector s20 = s00, s21 = s00, s22 = s00, s23 = s00;
        FloatVector s30 = s00, s31 = s00, s32 = s00, s33 = s00;
        int count = tiles * (ROW / VIRTUAL_LANES);
        int column = 0;
        for (int k = 0; k < count; k++) {
            FloatVector x0 = fromArray(SPECIES, xs, x);
            FloatVector x1 = fromArray(SPECIES, xs, x + ROW);
            FloatVector x2 = fromArray(SPECIES, xs, x + 2 * ROW);
            FloatVector x3 = fromArray(SPECIES, xs, x + 3 * ROW);
            FloatVector d0 = fromArray(SPECIES, ds, d);
            s00 = x0.fma(d0, s00);
            s10 = x1.fma(d0, s10);
            s20 = x2.fma(d0, s20);
            s30 = x3.fma(d0, s30);
            FloatVector d1 = fromArray(SPECIES, ds, d + ROW);
            s01 = x0.fma(d1, s01);
            s11 = x1.fma(d1, s11);
            s21 = x2.fma(d1, s21);
            s31 = x3.fma(d1, s31);
            FloatVector d2 = fromArray(SPECIES, ds, d + 2 * ROW);
            s02 = x0.fma(d2, s02);
            s12 = x1.fma(d2, s12);
            s22 = x2.fma(d2, s22);
            s32 = x3.fma(d2, s32);
            FloatVector d3 = fromArray(SPECIES, ds, d + 3 * ROW);
            s03 = x0.fma(d3, s03);
            s13 = x1.fma(d3, s13);
            s23 = x2.fma(d3, s23);
            s33 = x3.fma(d3, s33);
            column += VIRTUAL_LANES;
            int end = atEnd(column, ROW);
            column &= ~end;
            x += VIRTUAL_LANES + (nextX & end);
            d += VIRTUAL_LANES + (nextD & end);
        }
        store(s00, s01, s02, s03, sums);
        store(s10, s11, s12, s13, sums + row);
        store(s20, s21, s22, s23, sums + 2 * row);
        store(s30, s31, s32, s33, sums + 3 * row);
    }

    private void twoRows(FloatTiles input, int x, FloatTiles adjoint, int d, int sums, int row) {
        float[] xs = input.numbers();
        float[] ds = adjoint.numbers();
        int nextX = input.stride() - ROW;
        int nextD = adjoint.stride() - ROW;
        FloatVector s00 = zero(SPECIES), s01 = s00, s02 = s00, s03 = s00;
        FloatVector s10 = s00, s11 = s00, s12 = s00, s13 = s00;
        int count = tiles * (ROW / VIRTUAL_LANES);
        int column = 0;
        for (int k = 0; k < count; k++) {
            FloatVector x0 = fromArray(SPECIES, xs, x);
            FloatVector x1 = fromArray(SPECIES, xs, x + ROW);
            FloatVector d0 = fromArray(SPECIES, ds, d);
            s00 = x0.fma(d0, s00);
            s10 = x1.fma(d0, s10);
            FloatVector d1 = fromArray(SPECIES, ds, d + ROW);
            s01 = x0.fma(d1, s01);
            s11 = x1.fma(d1, s11);
            FloatVector d2 = fromArray(SPECIES, ds, d + 2 * ROW);
            s02 = x0.fma(d2, s02);
            s12 = x1.fma(d2, s12);
            FloatVector d3 = fromArray(SPECIES, ds, d + 3 * ROW);
            s03 = x0.fma(d3, s03);
            s13 = x1.fma(d3, s13);
            column += VIRTUAL_LANES;
            int end = atEnd(column, ROW);
            column &= ~end;
            x += VIRTUAL_LANES + (nextX & end);
            d += VIRTUAL_LANES + (nextD & end);
        }
        store(s00, s01, s02, s03, sums);
        store(s10, s11, s12, s13, sums + row);
    }

    /** All bits where a row is at its end, else none: a condition here would split the loop. */
    private static int atEnd(int column, int row) {
        return (row - 1 - column) >> 31;
    }

    private void values(FloatTiles adjoint, int d, int sums) {
        float[] ds = adjoint.numbers();
        int next = adjoint.stride() - POINTS;
        FloatVector s0 = zero(SPECIES), s1 = s0, s2 = s0, s3 = s0;
        int count = tiles * (POINTS / VIRTUAL_LANES);
        int column = 0;
        for (int k = 0; k < count; k++) {
            s0 = s0.add(fromArray(SPECIES, ds, d));
            s1 = s1.add(fromArray(SPECIES, ds, d + ROW));
            s2 = s2.add(fromArray(SPECIES, ds, d + 2 * ROW));
            s3 = s3.add(fromArray(SPECIES, ds, d + 3 * ROW));
            column += VIRTUAL_LANES;
            int end = atEnd(column, POINTS);
            column &= ~end;
            d += VIRTUAL_LANES + (next & end);
        }
        store(s0, s1, s2, s3, sums);
    }

    private void store(FloatVector s0, FloatVector s1, FloatVector s2, FloatVector s3, int to) {
        s0.intoArray(partial, to);
        s1.intoArray(partial, to + VIRTUAL_LANES);
        s2.intoArray(partial, to + 2 * VIRTUAL_LANES);
        s3.intoArray(partial, to + 3 * VIRTUAL_LANES);
    }

    /** Adds up the lanes of some sums by halves. */
    private void addUp(int first, int sums, float[] gradient, int to) {
        for (int i = 0; i < sums; i++) {
            for (int lane = 0; lane < QUARTET; lane += LANES) {
                everyFourth((first + i) * VIRTUAL_LANES + lane).intoArray(quartets, i * QUARTET + lane);
            }
        }
        for (int i = 0; i < sums; i++) {
            int from = i * QUARTET;
            gradient[to + i] = (quartets[from] + quartets[from + 2]) + (quartets[from + 1] + quartets[from + 3]);
        }
    }

    /** The sum of every fourth lane; where vectors are longer than four, what follows means nothing. */
    private FloatVector everyFourth(int from) {
        FloatVector near = fromArray(SPECIES, partial, from);
        FloatVector far = fromArray(SPECIES, partial, from + QUARTET);
        if (VIRTUAL_LANES == 2 * QUARTET) {
            return near.add(far);
        }
        return near.add(fromArray(SPECIES, partial, from + 2 * QUARTET))
                .add(far.add(fromArray(SPECIES, partial, from + 3 * QUARTET)));
    }
}
