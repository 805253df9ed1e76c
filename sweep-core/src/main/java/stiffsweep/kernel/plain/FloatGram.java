package stiffsweep.kernel.plain;

import static stiffsweep.kernel.lane.FloatVector.fromArray;
import static stiffsweep.kernel.plain.FloatLanes.LANES;
import static stiffsweep.kernel.plain.FloatLanes.POINTS;
import static stiffsweep.kernel.plain.FloatLanes.ROW;
import static stiffsweep.kernel.plain.FloatLanes.SPECIES;

import stiffsweep.kernel.FloatTiles;
import stiffsweep.kernel.lane.FloatVector;

/**
 * The products of the points' gradients with each other. The gradient of one point with respect to a layer's weights is a sum of
 * outer products, one for each stream of the jet; so the products of gradients are products of features times products of
 * adjoints, and no gradient is ever formed. Both are made for four rows of one tile and all columns of another, and are used while
 * they are in the nearest cache.
 */
final class FloatGram {

    private static final int BLOCK = FloatTiles.BLOCK;

    private final float[] matrix;
    private final float[] ofFeatures = new float[BLOCK * ROW];
    private final float[] ofAdjoints = new float[BLOCK * ROW];

    /**
     * Sums over layers.
     *
     * @param matrix takes them, {@code [points, points]} with whole tiles of points
     */
    FloatGram(float[] matrix) {
        this.matrix = matrix;
    }

    /** Adds the part of a layer, for the points from each one's tile on. */
    void add(FloatTiles input, FloatTiles adjoint) {
        int tiles = input.layout().tiles();
        float[] x = new float[ROW * input.features()];
        float[] d = new float[ROW * adjoint.features()];
        for (int a = 0; a < tiles; a++) {
            readColumns(input, a, x);
            readColumns(adjoint, a, d);
            for (int b = a; b < tiles; b++) {
                for (int row = 0; row < ROW; row += BLOCK) {
                    products(x, row, input, b, ofFeatures);
                    products(d, row, adjoint, b, ofAdjoints);
                    int point = a * POINTS + row % POINTS;
                    // The bias is the weight of one more feature of the values, which is 1.
                    float bias = row < POINTS ? 1f : 0f;
                    for (int i = 0; i < BLOCK; i++) {
                        add(i * ROW, bias, (point + i) * tiles * POINTS + b * POINTS);
                    }
                }
            }
        }
    }

    /** Brings a tile into the blocks that {@link FloatProducts} reads: its columns are the rows of the products. */
    private static void readColumns(FloatTiles jet, int t, float[] blocks) {
        int features = jet.features();
        float[] numbers = jet.numbers();
        for (int row = 0; row < ROW; row += BLOCK) {
            for (int feature = 0; feature < features; feature++) {
                int from = jet.at(t) + feature * ROW + row;
                int to = row * features + feature * BLOCK;
                for (int i = 0; i < BLOCK; i++) {
                    blocks[to + i] = numbers[from + i];
                }
            }
        }
    }

    private static void products(float[] columns, int row, FloatTiles jet, int t, float[] into) {
        int features = jet.features();
        FloatProducts.product(columns, row * features, features, BLOCK, jet.numbers(), jet.at(t), into, 0);
    }

    /** Adds the products of one row, which has one stream, with all streams of the tile's points. */
    private void add(int from, float bias, int to) {
        for (int point = 0; point < POINTS; point += LANES) {
            FloatVector sum = fromArray(SPECIES, ofFeatures, from + point)
                    .add(bias)
                    .fma(fromArray(SPECIES, ofAdjoints, from + point), fromArray(SPECIES, matrix, to + point));
            for (int derivative = POINTS; derivative < ROW; derivative += POINTS) {
                int at = from + derivative + point;
                sum = fromArray(SPECIES, ofFeatures, at).fma(fromArray(SPECIES, ofAdjoints, at), sum);
            }
            sum.intoArray(matrix, to + point);
        }
    }
}
