package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;

/** The gradient with respect to the parameters, summed over the points. */
final class SummedGradient implements LayerVisitor {

    private final NDArray[] pieces;
    private final JetLayout layout;

    SummedGradient(int layers, JetLayout layout) {
        pieces = new NDArray[2 * layers];
        this.layout = layout;
    }

    @Override
    public void visit(int layer, NDArray features, NDArray adjoint) {
        pieces[2 * layer] = AffineProducts.gradient(features, adjoint);
        pieces[2 * layer + 1] = layout.values(adjoint).sum(new int[] {1});
    }

    /** {@code [trials, parameters]}. */
    NDArray flat() {
        return NDArrays.concat(new NDList(pieces), 1);
    }
}
