package stiffsweep.kernel.plain;

import stiffsweep.kernel.ChainShape;
import stiffsweep.kernel.FloatTiles;

/** The weights of a chain in the blocks that {@link FloatProducts} reads, for the way forward and for that back. */
final class FloatWeights {

    private final ChainShape shape;
    private final float[][] forward;
    private final float[][] back;

    FloatWeights(ChainShape shape) {
        this.shape = shape;
        forward = new float[shape.layers()][];
        back = new float[shape.layers()][];
        for (int layer = 0; layer < shape.layers(); layer++) {
            forward[layer] = new float[FloatTiles.rows(shape.outputs(layer)) * shape.inputs(layer)];
            back[layer] = new float[FloatTiles.rows(shape.inputs(layer)) * shape.outputs(layer)];
        }
    }

    /** Takes them from the flat parameters, which start somewhere in an array. */
    void load(float[] parameters, int from) {
        int block = FloatTiles.BLOCK;
        for (int layer = 0; layer < shape.layers(); layer++) {
            int inputs = shape.inputs(layer);
            int outputs = shape.outputs(layer);
            int at = from + shape.weightsAt(layer);
            // A loop for each array: so the inner ones have no divisions.
            for (int j = 0; j < outputs; j++) {
                int to = j / block * inputs * block + j % block;
                for (int i = 0; i < inputs; i++) {
                    forward[layer][to + i * block] = parameters[at + i * outputs + j];
                }
            }
            for (int i = 0; i < inputs; i++) {
                int to = i / block * outputs * block + i % block;
                for (int j = 0; j < outputs; j++) {
                    back[layer][to + j * block] = parameters[at + i * outputs + j];
                }
            }
        }
    }

    /** Those of a layer, {@code [outputs / 4, inputs, 4]}. */
    float[] forward(int layer) {
        return forward[layer];
    }

    /** Those of a layer, {@code [inputs / 4, outputs, 4]}. */
    float[] back(int layer) {
        return back[layer];
    }
}
