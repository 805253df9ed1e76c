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
    private final List<FloatTiles> outputs = new ArrayList<>();
    /** What every activation left for the way back, which turns it into the adjoint of that layer's affine output. */
    private final List<FloatTiles> adjoints = new ArrayList<>();
    /** One tile of the widest layer. */
    private final float[] tile;

    private final float[] parameters;
    private final float[][] weights;
    private final float[][] transposed;
    private final FloatJets jets = new FloatJets();
    private final FloatSums sums = new FloatSums();

    private @Nullable FloatTiles input;
    private @Nullable FloatTiles outputAdjoint;

    public FloatDenseChain(ChainShape shape, TileLayout layout) {
        this.shape = shape;
        this.layout = layout;
        last = shape.layers() - 1;
        int widest = 1;
        int length = (64 - HEADER) / Float.BYTES;
        int[] starts = new int[2 * last + 1];
        for (int layer = 0; layer <= last; layer++) {
            int tiles = FloatTiles.length(layout, shape.outputs(layer));
            starts[layer] = length;
            length = Math.addExact(length, tiles);
            if (layer < last) {
                starts[last + 1 + layer] = length;
                length = Math.addExact(length, tiles);
                widest = Math.max(widest, shape.outputs(layer));
            }
        }
        float[] numbers = new float[length];
        for (int layer = 0; layer <= last; layer++) {
            outputs.add(new FloatTiles(layout, shape.outputs(layer), numbers, starts[layer]));
        }
        for (int layer = 0; layer < last; layer++) {
            adjoints.add(new FloatTiles(layout, shape.outputs(layer), numbers, starts[last + 1 + layer]));
        }
        tile = new float[blocks(widest) * layout.row()];
        parameters = new float[shape.parameters()];
        weights = new float[last + 1][];
        transposed = new float[last + 1][];
        for (int layer = 0; layer <= last; layer++) {
            weights[layer] = new float[blocks(shape.outputs(layer)) * shape.inputs(layer)];
            transposed[layer] = new float[blocks(shape.inputs(layer)) * shape.outputs(layer)];
        }
    }

    /** So many features, the last block filled up. */
    private static int blocks(int features) {
        return (features + FloatTiles.BLOCK - 1) / FloatTiles.BLOCK * FloatTiles.BLOCK;
    }

    @Override
    public ChainShape shape() {
        return shape;
    }

    @Override
    public void load(float[] from, int start) {
        System.arraycopy(from, start, parameters, 0, parameters.length);
        int block = FloatTiles.BLOCK;
        for (int layer = 0; layer <= last; layer++) {
            int inputs = shape.inputs(layer);
            int outputs = shape.outputs(layer);
            int at = shape.weightsAt(layer);
            for (int i = 0; i < inputs; i++) {
                for (int j = 0; j < outputs; j++) {
                    float weight = parameters[at + i * outputs + j];
                    weights[layer][(j / block * inputs + i) * block + j % block] = weight;
                    transposed[layer][(i / block * outputs + j) * block + i % block] = weight;
                }
            }
        }
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
                        weights[layer], 0, shape.inputs(layer), features, x.numbers(), x.at(t), numbers, y.at(t));
                if (layer < last) {
                    int slopes = adjoints.get(layer).at(t);
                    jets.pushForward(numbers, y.at(t), features, parameters, bias, numbers, slopes);
                } else {
                    FloatJets.shift(numbers, y.at(t), features, parameters, bias);
                }
                x = y;
            }
        }
        return outputs.get(last);
    }

    @Override
    public void backward(FloatTiles outputAdjoint, float[] gradient, int to) {
        if (input == null) {
            throw new IllegalStateException("a backward pass must come after a forward pass");
        }
        this.outputAdjoint = outputAdjoint;
        for (int t = layout.tiles() - 1; t >= 0; t--) {
            for (int layer = last; layer > 0; layer--) {
                FloatTiles slopes = adjoints.get(layer - 1);
                throughWeights(layer, t, tile, 0);
                FloatJets.pullBack(tile, 0, shape.inputs(layer), slopes.numbers(), slopes.at(t));
            }
        }
        for (int layer = last; layer >= 0; layer--) {
            FloatTiles features = layer == 0 ? input : outputs.get(layer - 1);
            sums.ofProducts(features, adjointOf(layer), gradient, to + shape.weightsAt(layer));
            sums.ofValues(adjointOf(layer), gradient, to + shape.biasesAt(layer));
        }
    }

    @Override
    public void inputAdjoint(FloatTiles adjoint) {
        for (int t = 0; t < layout.tiles(); t++) {
            throughWeights(0, t, adjoint.numbers(), adjoint.at(t));
        }
    }

    /** The derivative with respect to a layer's input, one tile. */
    private void throughWeights(int layer, int t, float[] into, int to) {
        FloatTiles adjoint = adjointOf(layer);
        FloatProducts.product(
                transposed[layer],
                0,
                shape.outputs(layer),
                shape.inputs(layer),
                adjoint.numbers(),
                adjoint.at(t),
                into,
                to);
    }

    /** The derivative with respect to a layer's affine output. */
    private FloatTiles adjointOf(int layer) {
        FloatTiles adjoint = layer == last ? outputAdjoint : adjoints.get(layer);
        if (adjoint == null) {
            throw new IllegalStateException("the input's adjoint must come after a backward pass");
        }
        return adjoint;
    }
}
