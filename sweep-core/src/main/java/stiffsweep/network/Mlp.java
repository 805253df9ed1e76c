package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import stiffsweep.jet.Activation;
import stiffsweep.jet.Dual;
import stiffsweep.network.NetworkShape.Layer;
import stiffsweep.tensor.Tensors;

/**
 * A fully connected network whose first-order jets and their adjoint are written by hand.
 *
 * <p>Values and derivatives of all points stand in one tensor {@code [trials, (1 + directions) points, features]}, so a
 * layer is one matrix product: {@code (u, u') = (h, h') W + (b, 0)}, then {@code h = g(u)}, {@code h' = g'(u) u'}.
 */
public final class Mlp implements Network {

    private final NetworkShape shape;

    public Mlp(NetworkShape shape) {
        this.shape = shape;
    }

    @Override
    public Pass forward(NDArray parameters, JetInput input) {
        NDList pieces = pieces(parameters);
        List<Hidden> hidden = new ArrayList<>();
        NDArray features = input.stacked();
        for (int i = 0; i < shape.depth(); i++) {
            NDArray next = affine(features, pieces, i, input);
            hidden.add(Hidden.activate(shape.activation(), features, next, input));
            features = next;
        }
        NDArray output = affine(features, pieces, shape.depth(), input);
        return new MlpPass(pieces, hidden, features, output, input);
    }

    @Override
    public Dual formula(Dual parameters, JetInput input) {
        List<Dual> pieces = parameters.split(1, shape.pieceSizes());
        Dual features = Dual.constant(input.stacked());
        List<Layer> layers = shape.layers();
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            Dual weights = pieces.get(2 * i).reshape(-1, layer.inputs(), layer.outputs());
            Dual bias = pieces.get(2 * i + 1).reshape(-1, 1, layer.outputs());
            List<Dual> jet = features.matrixTimes(weights).split(1, partSizes(input));
            List<Dual> affine = new ArrayList<>(jet);
            affine.set(0, jet.get(0).plus(bias));
            features = Dual.concat(i < shape.depth() ? activated(affine) : affine, 1);
        }
        return features;
    }

    /** The activation on a jet, for the tape. */
    private List<Dual> activated(List<Dual> jet) {
        Dual u = jet.get(0);
        List<NDArray> g = shape.activation().derivatives(u.value(), 2);
        Dual slope = u.mapped(g.get(1), g.get(2));
        List<Dual> activated = new ArrayList<>();
        activated.add(u.mapped(g.get(0), g.get(1)));
        jet.subList(1, jet.size()).forEach(derivative -> activated.add(slope.times(derivative)));
        return activated;
    }

    private static long[] partSizes(JetInput input) {
        long[] sizes = new long[1 + input.directions()];
        Arrays.fill(sizes, input.points());
        return sizes;
    }

    /** The layers' weights {@code [trials, inputs, outputs]} and biases {@code [trials, 1, outputs]}, as views. */
    private NDList pieces(NDArray parameters) {
        List<Dual> flat = Dual.constant(parameters).split(1, shape.pieceSizes());
        NDList pieces = new NDList();
        List<Layer> layers = shape.layers();
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            pieces.add(flat.get(2 * i).value().reshape(-1, layer.inputs(), layer.outputs()));
            pieces.add(flat.get(2 * i + 1).value().reshape(-1, 1, layer.outputs()));
        }
        return pieces;
    }

    private static NDArray affine(NDArray features, NDList pieces, int layer, JetInput input) {
        NDArray product = features.batchMatMul(pieces.get(2 * layer));
        values(product, input).addi(pieces.get(2 * layer + 1));
        return product;
    }

    /** The rows of a stacked jet that hold values, as a view. */
    private static NDArray values(NDArray stacked, JetInput input) {
        return halves(stacked, input).get(0);
    }

    /** Values and derivatives of a stacked jet, as views. */
    private static NDList halves(NDArray stacked, JetInput input) {
        return stacked.split(new long[] {input.points()}, 1);
    }

    /** What the reverse pass needs of a hidden layer. */
    private record Hidden(NDArray input, NDArray slope, NDArray bend) {

        /**
         * Turns {@code (u, u')} into {@code (g(u), g'(u) u')} in place.
         *
         * @return the layer's input, g'(u), and g''(u) u' for each direction
         */
        static Hidden activate(Activation activation, NDArray input, NDArray jet, JetInput layout) {
            NDList halves = halves(jet, layout);
            NDArray u = halves.get(0);
            NDArray derivatives = halves.get(1);
            List<NDArray> g = activation.derivatives(u, 2);
            NDArray slope = g.get(1);
            NDArray bend = perDirection(g.get(2), derivatives, layout);
            Tensors.assign(u, g.get(0));
            scalePerDirection(derivatives, slope, layout);
            return new Hidden(input, slope, bend);
        }

        /** {@code (u, u')} adjoints from {@code (h, h')} adjoints, in place. */
        void pullBack(NDArray adjoint, JetInput layout) {
            NDList halves = halves(adjoint, layout);
            NDArray value = halves.get(0);
            NDArray derivatives = halves.get(1);
            NDArray bent = derivatives.mul(bend);
            value.muli(slope);
            value.addi(layout.directions() == 1 ? bent : sumOverDirections(bent, layout));
            scalePerDirection(derivatives, slope, layout);
        }

        /** Multiplies each direction of {@code [trials, directions points, ..]} with a factor, in place. */
        private static void scalePerDirection(NDArray derivatives, NDArray factor, JetInput layout) {
            if (layout.directions() == 1) {
                derivatives.muli(factor);
            } else {
                Tensors.assign(derivatives, perDirection(factor, derivatives, layout));
            }
        }

        /** A factor {@code [trials, points, features]} times each direction of {@code [trials, directions points, ..]}. */
        private static NDArray perDirection(NDArray factor, NDArray derivatives, JetInput layout) {
            if (layout.directions() == 1) {
                return factor.mul(derivatives);
            }
            long features = factor.getShape().get(2);
            return derivatives
                    .reshape(-1, layout.directions(), layout.points(), features)
                    .mul(factor.expandDims(1))
                    .reshape(-1, (long) layout.directions() * layout.points(), features);
        }

        private static NDArray sumOverDirections(NDArray derivatives, JetInput layout) {
            long features = derivatives.getShape().get(2);
            return derivatives
                    .reshape(-1, layout.directions(), layout.points(), features)
                    .sum(new int[] {1});
        }
    }

    /** Keeps every layer's input and slopes until the reverse pass. */
    private record MlpPass(NDList pieces, List<Hidden> hidden, NDArray lastFeatures, NDArray output, JetInput input)
            implements Pass {

        @Override
        public NDArray gradient(NDArray outputAdjoint) {
            NDArray[] gradients = new NDArray[pieces.size()];
            NDArray adjoint = outputAdjoint;
            NDArray features = lastFeatures;
            for (int layer = hidden.size(); layer >= 0; layer--) {
                gradients[2 * layer] = flat(features.swapAxes(1, 2).batchMatMul(adjoint));
                gradients[2 * layer + 1] = values(adjoint, input).sum(new int[] {1});
                if (layer > 0) {
                    adjoint = adjoint.batchMatMul(pieces.get(2 * layer).swapAxes(1, 2));
                    Hidden below = hidden.get(layer - 1);
                    below.pullBack(adjoint, input);
                    features = below.input();
                }
            }
            return NDArrays.concat(new NDList(gradients), 1);
        }

        private static NDArray flat(NDArray weights) {
            return weights.reshape(weights.getShape().get(0), -1);
        }
    }
}
