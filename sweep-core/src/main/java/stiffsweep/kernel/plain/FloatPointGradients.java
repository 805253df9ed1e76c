package stiffsweep.kernel.plain;

import static stiffsweep.kernel.lane.FloatVector.fromArray;
import static stiffsweep.kernel.plain.FloatLanes.LANES;
import static stiffsweep.kernel.plain.FloatLanes.POINTS;
import static stiffsweep.kernel.plain.FloatLanes.ROW;
import static stiffsweep.kernel.plain.FloatLanes.SPECIES;

import stiffsweep.kernel.FloatTiles;
import stiffsweep.kernel.lane.FloatVector;

/** The gradients with respect to the parameters, point by point: each a sum over the streams of the jet. */
final class FloatPointGradients {

    private static final int BLOCK = FloatTiles.BLOCK;

    private final float[] rows;
    private final int columns;
    private final float[] products = new float[BLOCK * POINTS];

    /**
     * Gradients that are still to be worked out.
     *
     * @param rows takes them, {@code [points, columns]}
     */
    FloatPointGradients(float[] rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /** Those with respect to a layer's weights, of which the first one of the first point stands at a place. */
    void ofWeights(FloatTiles input, FloatTiles adjoint, int to) {
        int outputs = adjoint.features();
        for (int t = 0; t < adjoint.layout().tiles(); t++) {
            for (int i = 0; i < input.features(); i++) {
                int x = input.at(t) + i * ROW;
                for (int j = 0; j < outputs; j += BLOCK) {
                    int count = Math.min(BLOCK, outputs - j);
                    for (int row = 0; row < count; row++) {
                        int d = adjoint.at(t) + (j + row) * ROW;
                        product(input.numbers(), x, adjoint.numbers(), d, row * POINTS);
                    }
                    put(products, 0, POINTS, count, adjoint, t, to + i * outputs + j);
                }
            }
        }
    }

    /** Those with respect to a layer's biases. */
    void ofBiases(FloatTiles adjoint, int to) {
        for (int t = 0; t < adjoint.layout().tiles(); t++) {
            put(adjoint.numbers(), adjoint.at(t), ROW, adjoint.features(), adjoint, t, to);
        }
    }

    private void product(float[] xs, int x, float[] ds, int d, int to) {
        for (int point = 0; point < POINTS; point += LANES) {
            FloatVector sum = fromArray(SPECIES, xs, x + point).mul(fromArray(SPECIES, ds, d + point));
            for (int derivative = POINTS; derivative < ROW; derivative += POINTS) {
                sum = fromArray(SPECIES, xs, x + derivative + point)
                        .fma(fromArray(SPECIES, ds, d + derivative + point), sum);
            }
            sum.intoArray(products, to + point);
        }
    }

    /** Writes rows of a tile's points as parts of the points' rows. */
    private void put(float[] from, int at, int row, int count, FloatTiles like, int t, int to) {
        int first = t * POINTS;
        int points = Math.min(POINTS, like.layout().points() - first);
        for (int point = 0; point < points; point++) {
            int start = to + (first + point) * columns;
            for (int i = 0; i < count; i++) {
                rows[start + i] = from[at + i * row + point];
            }
        }
    }
}
