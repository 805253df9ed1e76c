package stiffsweep.kernel.plain;

import static stiffsweep.kernel.plain.FloatLanes.ROW;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stiffsweep.kernel.ChainShape;
import stiffsweep.kernel.FloatTiles;
import stiffsweep.kernel.TileLayout;

/** Carries tangents through the layers of a chain, with what its forward pass has left. */
final class FloatTangents {

    private final ChainShape shape;
    private final FloatWeights weights;
    private final List<FloatTiles> slopes;
    /** The weights' part of the direction. */
    private final FloatWeights turns;
    /** One tile of the layers, by turns, and one of a product. */
    private final float[] even;

    private final float[] odd;
    private final float[] moved;
    private final FloatTiles output;

    FloatTangents(ChainShape shape, TileLayout layout, FloatWeights weights, List<FloatTiles> slopes) {
        this.shape = shape;
        this.weights = weights;
        this.slopes = slopes;
        turns = new FloatWeights(shape);
        even = new float[FloatTiles.rows(shape.widestOutputs()) * ROW];
        odd = new float[even.length];
        moved = new float[even.length];
        output = new FloatTiles(layout, shape.outputs(shape.layers() - 1));
    }

    /**
     * The tangent of the output along a direction of the parameters.
     *
     * @param direction where it stands
     * @param from where it starts
     * @param features the input of each layer
     * @param ofInput the tangent of the chain's input; null where it stays as it is
     */
    FloatTiles along(float[] direction, int from, List<FloatTiles> features, @Nullable FloatTiles ofInput) {
        turns.load(direction, from);
        for (int t = 0; t < output.layout().tiles(); t++) {
            float[] x = ofInput == null ? null : ofInput.numbers();
            int at = ofInput == null ? 0 : ofInput.at(t);
            for (int layer = 0; layer < slopes.size(); layer++) {
                float[] y = layer % 2 == 0 ? even : odd;
                affine(layer, features.get(layer), t, x, at, y, 0, direction, from);
                FloatTiles left = slopes.get(layer);
                FloatJets.pushTangent(y, 0, shape.outputs(layer), left.numbers(), left.at(t));
                x = y;
                at = 0;
            }
            int last = slopes.size();
            affine(last, features.get(last), t, x, at, output.numbers(), output.at(t), direction, from);
        }
        return output;
    }

    /** The tangent of a layer's affine output, one tile: the input times the turn of the weights, and the other way round. */
    private void affine(
            int layer,
            FloatTiles features,
            int t,
            float @Nullable [] x,
            int at,
            float[] y,
            int to,
            float[] direction,
            int from) {
        int inputs = shape.inputs(layer);
        int outputs = shape.outputs(layer);
        FloatProducts.product(turns.forward(layer), 0, inputs, outputs, features.numbers(), features.at(t), y, to);
        if (x != null) {
            FloatProducts.product(weights.forward(layer), 0, inputs, outputs, x, at, moved, 0);
            FloatJets.add(y, to, outputs, moved);
        }
        FloatJets.shift(y, to, outputs, direction, from + shape.biasesAt(layer));
    }
}
