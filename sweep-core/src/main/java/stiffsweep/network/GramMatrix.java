package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import org.jspecify.annotations.Nullable;
import stiffsweep.tensor.Tensors;

/**
 * The products of the points' gradients with each other. The gradient of one point with respect to a layer's weights is a
 * sum of outer products, one for each stream of the jet; so the products of gradients are products of features times
 * products of adjoints, and no gradient is ever formed.
 */
final class GramMatrix implements LayerVisitor {

    private final JetLayout layout;
    private @Nullable NDArray sum;

    GramMatrix(JetLayout layout) {
        this.layout = layout;
    }

    @Override
    public void visit(int layer, NDArray features, NDArray adjoint) {
        NDList left = layout.streams(features);
        NDList right = layout.streams(adjoint);
        NDArray one = Tensors.constant(1, features);
        for (int first = 0; first < left.size(); first++) {
            // The bias is the weight of one more feature of the values, which is 1.
            NDArray own = products(left, first, first);
            add((first == 0 ? own.addi(one) : own).muli(products(right, first, first)));
            for (int second = first + 1; second < left.size(); second++) {
                NDArray mixed = products(left, first, second).muli(products(right, first, second));
                add(mixed.add(mixed.swapAxes(1, 2)));
            }
        }
    }

    @Override
    public void visitScalars(int layer, NDArray adjoint) {
        NDArray values = layout.values(adjoint);
        add(values.batchMatMul(values.swapAxes(1, 2)));
    }

    /** The products of all rows of one stream with all rows of another, {@code [trials, points, points]}. */
    private static NDArray products(NDList streams, int first, int second) {
        return streams.get(first).batchMatMul(streams.get(second).swapAxes(1, 2));
    }

    private void add(NDArray part) {
        sum = sum == null ? part : sum.addi(part);
    }

    /** {@code [trials, points, points]}. */
    NDArray sum() {
        if (sum == null) {
            throw new IllegalStateException("a Gram matrix needs a network with at least one layer");
        }
        return sum;
    }
}
