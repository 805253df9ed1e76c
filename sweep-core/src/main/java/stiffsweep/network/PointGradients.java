package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;

/** The gradients with respect to the parameters, point by point. */
final class PointGradients implements LayerVisitor {

    /** For each layer its weights, where it has inputs, and its bias. */
    private final NDList[] pieces;

    private final JetLayout layout;

    PointGradients(int layers, JetLayout layout) {
        pieces = new NDList[layers];
        this.layout = layout;
    }

    @Override
    public void visit(int layer, NDArray features, NDArray adjoint) {
        long trials = features.getShape().get(0);
        // [trials, points, inputs, streams] times [trials, points, streams, outputs]
        NDArray left = byPoint(features).swapAxes(1, 2);
        NDArray right = byPoint(adjoint);
        NDArray ofWeights = left.batchMatMul(right).reshape(trials, layout.points(), -1);
        pieces[layer] = new NDList(ofWeights, layout.values(adjoint));
    }

    @Override
    public void visitScalars(int layer, NDArray adjoint) {
        pieces[layer] = new NDList(layout.values(adjoint));
    }

    /** {@code [trials, rows, features] -> [trials points, streams, features]}. */
    private NDArray byPoint(NDArray stacked) {
        long features = stacked.getShape().get(2);
        return stacked.reshape(-1, layout.streams(), layout.points(), features)
                .swapAxes(1, 2)
                .reshape(-1, layout.streams(), features);
    }

    /** {@code [trials, points, parameters]}. */
    NDArray flat() {
        NDList all = new NDList();
        for (NDList ofLayer : pieces) {
            all.addAll(ofLayer);
        }
        return NDArrays.concat(all, 2);
    }
}
