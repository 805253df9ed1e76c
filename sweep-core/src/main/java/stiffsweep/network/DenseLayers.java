package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import stiffsweep.choice.Activation;
import stiffsweep.jet.Activations;
import stiffsweep.jet.Dual;

/**
 * Affine layers with an activation between them, the last one linear, whose jets and adjoint are written by hand.
 *
 * <p>Values and derivatives of all points stand in one tensor, so a layer is one matrix product: the same weights for all
 * streams of the jet, the bias for the values alone.
 */
final class DenseLayers {

    private final List<Layer> layers;
    private final Activation activation;
    /** The place of the first layer among the network's. */
    private final int offset;

    DenseLayers(List<Layer> layers, Activation activation, int offset) {
        this.layers = List.copyOf(layers);
        this.activation = activation;
        this.offset = offset;
    }

    /** The layers' weights and biases as views of all flat parameters of the network. */
    static NDList views(NDArray parameters, List<Layer> layers) {
        List<Dual> flat = Dual.constant(parameters).split(1, pieceSizes(layers));
        NDList views = new NDList();
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            views.add(flat.get(2 * i).value().reshape(-1, layer.inputs(), layer.outputs()));
            views.add(flat.get(2 * i + 1).value().reshape(-1, 1, layer.outputs()));
        }
        return views;
    }

    /** The sizes of the weights and biases in the flat parameters. */
    static long[] pieceSizes(List<Layer> layers) {
        long[] sizes = new long[2 * layers.size()];
        for (int i = 0; i < layers.size(); i++) {
            sizes[2 * i] = (long) layers.get(i).inputs() * layers.get(i).outputs();
            sizes[2 * i + 1] = layers.get(i).outputs();
        }
        return sizes;
    }

    /** The forward pass of a stacked jet. */
    Forward forward(NDList views, NDArray input, JetLayout layout) {
        List<NDArray> features = new ArrayList<>();
        List<ActivatedJet> activated = new ArrayList<>();
        NDArray jet = input;
        for (int i = 0; i < layers.size(); i++) {
            features.add(jet);
            jet = AffineProducts.forward(jet, views.get(2 * (offset + i)));
            layout.values(jet).addi(views.get(2 * (offset + i) + 1));
            if (i < layers.size() - 1) {
                activated.add(ActivatedJet.apply(activation, jet, layout));
            }
        }
        return new Forward(views, layout, features, activated, jet);
    }

    /** The same on the tape, from the weights and biases of the whole network. */
    Dual formula(List<Dual> pieces, Dual input, JetLayout layout) {
        Dual jet = input;
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            Dual weights = pieces.get(2 * (offset + i)).reshape(-1, layer.inputs(), layer.outputs());
            Dual bias = pieces.get(2 * (offset + i) + 1).reshape(-1, 1, layer.outputs());
            List<Dual> streams = new ArrayList<>(jet.matrixTimes(weights).split(1, streamSizes(layout)));
            streams.set(0, streams.get(0).plus(bias));
            jet = Dual.concat(i < layers.size() - 1 ? activated(streams, layout) : streams, 1);
        }
        return jet;
    }

    /** The activation on the streams of a jet, on the tape. */
    private List<Dual> activated(List<Dual> jet, JetLayout layout) {
        Dual u = jet.get(0);
        List<NDArray> g = Activations.derivatives(activation, u.value(), layout.order() + 1);
        List<Dual> activated = new ArrayList<>();
        activated.add(u.mapped(g.get(0), g.get(1)));
        if (layout.order() >= 1) {
            Dual slope = u.mapped(g.get(1), g.get(2));
            jet.subList(1, jet.size()).forEach(derivative -> activated.add(slope.times(derivative)));
        }
        if (layout.order() == 2) {
            Dual bend = u.mapped(g.get(2), g.get(3));
            for (int direction = 1; direction <= layout.seconds(); direction++) {
                int second = direction + layout.firsts();
                Dual square = jet.get(direction).square();
                activated.set(second, activated.get(second).plus(bend.times(square)));
            }
        }
        return activated;
    }

    private static long[] streamSizes(JetLayout layout) {
        long[] sizes = new long[layout.streams()];
        Arrays.fill(sizes, layout.points());
        return sizes;
    }

    /** A finished forward pass: every layer's input and slopes. */
    final class Forward {

        private final NDList views;
        private final JetLayout layout;
        private final List<NDArray> features;
        private final List<ActivatedJet> activated;
        private final NDArray output;

        private Forward(
                NDList views, JetLayout layout, List<NDArray> features, List<ActivatedJet> activated, NDArray output) {
            this.views = views;
            this.layout = layout;
            this.features = features;
            this.activated = activated;
            this.output = output;
        }

        NDArray output() {
            return output;
        }

        /**
         * The tangent of the output along a direction of parameter space.
         *
         * @param direction the direction's weights and biases, of the whole network
         */
        NDArray tangent(NDList direction) {
            return tangent(direction, features.get(0).zerosLike());
        }

        /** The same where the input has a tangent too. */
        NDArray tangent(NDList direction, NDArray ofInput) {
            NDArray tangent = ofInput;
            for (int i = 0; i < layers.size(); i++) {
                int weights = 2 * (offset + i);
                NDArray next = AffineProducts.forward(features.get(i), direction.get(weights));
                next.addi(AffineProducts.forward(tangent, views.get(weights)));
                layout.values(next).addi(direction.get(weights + 1));
                if (i < layers.size() - 1) {
                    activated.get(i).pushForward(next);
                }
                tangent = next;
            }
            return tangent;
        }

        /** Visits every layer, last to first. */
        void reverse(NDArray outputAdjoint, LayerVisitor visitor) {
            reverseTo(outputAdjoint, visitor);
        }

        /** Visits every layer; the derivative with respect to the input jet. */
        NDArray reverseToInput(NDArray outputAdjoint, LayerVisitor visitor) {
            return throughWeights(reverseTo(outputAdjoint, visitor), 0);
        }

        /** Visits every layer; the derivative with respect to the first affine layer's output. */
        private NDArray reverseTo(NDArray outputAdjoint, LayerVisitor visitor) {
            NDArray adjoint = outputAdjoint;
            for (int i = layers.size() - 1; i >= 0; i--) {
                visitor.visit(offset + i, features.get(i), adjoint);
                if (i > 0) {
                    adjoint = throughWeights(adjoint, i);
                    activated.get(i - 1).pullBack(adjoint);
                }
            }
            return adjoint;
        }

        private NDArray throughWeights(NDArray adjoint, int layer) {
            return AffineProducts.backward(adjoint, views.get(2 * (offset + layer)));
        }
    }
}
