package stiffsweep.kernel.plain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stiffsweep.kernel.ChainShape;
import stiffsweep.kernel.FloatChain;
import stiffsweep.kernel.FloatTiles;
import stiffsweep.kernel.TileLayout;

/** A dense chain whose tiles go through all layers one after the other, forward and backward. */
public final class FloatDenseChain implements FloatChain {

    /** Java puts this many bytes before the numbers of an array; where large arrays start on a line of the cache, so do tiles. */
    private static final int HEADER = 16;

    private final ChainShape shape;
    private final TileLayout layout;
    private final int last;
    /** The output of every layer; in the end that of the chain. */
    private final List<FloatTiles> outputs;
    /** What every activation left for the way back, and for tangents. */
    private final List<FloatTiles> slopes;
    /** The derivative with respect to the affine output of every layer but the last. */
    private final List<FloatTiles> adjoints;

    private final float[] parameters;
    private final FloatWeights weights;
    private final FloatJets jets = new FloatJets();
    private final FloatSums sums;

    private @Nullable FloatTiles input;
    private @Nullable FloatTiles outputAdjoint;
    private @Nullable FloatTangents tangents;

    public FloatDenseChain(ChainShape shape, TileLayout layout) {
        this.shape = shape;
        this.layout = layout;
        last = shape.layers() - 1;
        int length = 0;
        for (int layer = 0; layer <= last; layer++) {
            length = Math.addExact(length, FloatTiles.length(layout, shape.outputs(layer)));
        }
        int ofActivations = length - FloatTiles.length(layout, shape.outputs(last));
        int first = (64 - HEADER) / Float.BYTES;
        float[] numbers = new float[Math.addExact(first + length, Math.multiplyExact(2, ofActivations))];
        outputs = layers(last + 1, numbers, first);
        slopes = layers(last, numbers, first + length);
        adjoints = layers(last, numbers, first + length + ofActivations);
        parameters = new float[shape.parameters()];
        weights = new FloatWeights(shape);
        sums = new FloatSums(layout, shape.widestOutputs());
    }

    /** A jet of each of the first layers' outputs, one after the other in an array. */
    private List<FloatTiles> layers(int count, float[] numbers, int first) {
        List<FloatTiles> jets = new ArrayList<>();
        int start = first;
        for (int layer = 0; layer < count; layer++) {
            jets.add(new FloatTiles(layout, shape.outputs(layer), numbers, start));
            start += FloatTiles.length(layout, shape.outputs(layer));
        }
        return jets;
    }

    @Override
    public ChainShape shape() {
        return shape;
    }

    @Override
    public void load(float[] from, int start) {
        System.arraycopy(from, start, parameters, 0, parameters.length);
        weights.load(parameters, 0);
    }

    @Override
    public FloatTiles forward(FloatTiles input) {
        this.input = input;
        for (int t = 0; t < layout.tiles(); t++) {
            FloatTiles x = input;
            for (int layer = 0; layer <= last; layer++) {
                FloatTiles y = outputs.get(layer);
                float[] numbers = y.numbers();
                int features = shape.outputs(layer);
                int bias = shape.biasesAt(layer);
                FloatProducts.product(
                        weights.forward(layer),
                        0,
                        shape.inputs(layer),
                        features,
                        x.numbers(),
                        x.at(t),
                        numbers,
                        y.at(t));
                if (layer < last) {
                    FloatTiles left = slopes.get(layer);
                    jets.pushForward(numbers, y.at(t), features, parameters, bias, left.numbers(), left.at(t));
                } else {
                    FloatJets.shift(numbers, y.at(t), features, parameters, bias);
                }
                x = y;
            }
        }
        return outputs.get(last);
    }

    @Override
    public void backward(FloatTiles outputAdjoint) {
        this.outputAdjoint = outputAdjoint;
        for (int t = layout.tiles() - 1; t >= 0; t--) {
            for (int layer = last; layer > 0; layer--) {
                FloatTiles x = adjoints.get(layer - 1);
                FloatTiles left = slopes.get(layer - 1);
                throughWeights(layer, t, x);
                FloatJets.pullBack(x.numbers(), x.at(t), shape.inputs(layer), left.numbers(), left.at(t));
            }
        }
    }

    @Override
    public void gradient(float[] gradient, int to) {
        for (int layer = last; layer >= 0; layer--) {
            sums.ofProducts(features(layer), adjoint(layer), gradient, to + shape.weightsAt(layer));
            sums.ofValues(adjoint(layer), gradient, to + shape.biasesAt(layer));
        }
    }

    @Override
    public void inputAdjoint(FloatTiles adjoint) {
        for (int t = 0; t < layout.tiles(); t++) {
            throughWeights(0, t, adjoint);
        }
    }

    @Override
    public void jacobian(float[] rows, int to, int columns) {
        FloatPointGradients gradients = new FloatPointGradients(rows, columns);
        for (int layer = 0; layer <= last; layer++) {
            gradients.ofWeights(features(layer), adjoint(layer), to + shape.weightsAt(layer));
            gradients.ofBiases(adjoint(layer), to + shape.biasesAt(layer));
        }
    }

    @Override
    public void addGram(float[] matrix) {
        FloatGram gram = new FloatGram(matrix);
        for (int layer = 0; layer <= last; layer++) {
            gram.add(features(layer), adjoint(layer));
        }
    }

    @Override
    public FloatTiles tangent(float[] direction, int from, @Nullable FloatTiles ofInput) {
        if (tangents == null) {
            tangents = new FloatTangents(shape, layout, weights, slopes);
        }
        List<FloatTiles> features = new ArrayList<>();
        for (int layer = 0; layer <= last; layer++) {
            features.add(features(layer));
        }
        return tangents.along(direction, from, features, ofInput);
    }

    /** The derivative with respect to a layer's input, one tile. */
    private void throughWeights(int layer, int t, FloatTiles into) {
        FloatTiles adjoint = adjoint(layer);
        FloatProducts.product(
                weights.back(layer),
                0,
                shape.outputs(layer),
                shape.inputs(layer),
                adjoint.numbers(),
                adjoint.at(t),
                into.numbers(),
                into.at(t));
    }

    /** The input of a layer. */
    private FloatTiles features(int layer) {
        if (input == null) {
            throw new IllegalStateException("derivatives must come after a forward pass");
        }
        return layer == 0 ? input : outputs.get(layer - 1);
    }

    /** The derivative with respect to a layer's affine output. */
    private FloatTiles adjoint(int layer) {
        FloatTiles adjoint = layer == last ? outputAdjoint : adjoints.get(layer);
        if (adjoint == null) {
            throw new IllegalStateException("adjoints must come after a backward pass");
        }
        return adjoint;
    }
}
