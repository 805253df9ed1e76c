package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import stiffsweep.tensor.Operations;

/** The gradient with respect to the parameters, summed over the points. */
final class SummedGradient implements LayerVisitor {

    /** For each layer its weights, where it has inputs, and its bias. */
    private final NDList[] pieces;

    private final JetLayout layout;

    SummedGradient(int layers, JetLayout layout) {
        pieces = new NDList[layers];
        this.layout = layout;
    }

    @Override
    public void visit(int layer, NDArray features, NDArray adjoint) {
        pieces[layer] = new NDList(AffineProducts.gradient(features, adjoint), ofBias(adjoint));
    }

    @Override
    public void visitScalars(int layer, NDArray adjoint) {
        pieces[layer] = new NDList(ofBias(adjoint));
    }

    private NDArray ofBias(NDArray adjoint) {
        return layout.values(adjoint).sum(new int[] {1});
    }

    /** {@code [trials, parameters]}. */
    NDArray flat() {
        NDList all = new NDList();
        for (NDList ofLayer : pieces) {
            all.addAll(ofLayer);
        }
        return Operations.concat(all, 1);
    }
}
