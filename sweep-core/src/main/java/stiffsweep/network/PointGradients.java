package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;

/** The gradients with respect to the parameters, point by point. */
final class PointGradients implements LayerVisitor {

    private final NDArray[] pieces;
    private final JetLayout layout;

    PointGradients(int layers, JetLayout layout) {
        pieces = new NDArray[2 * layers];
        this.layout = layout;
    }

    @Override
    public void visit(int layer, NDArray features, NDArray adjoint) {
        long trials = features.getShape().get(0);
        // [trials, points, inputs, streams] times [trials, points, streams, outputs]
        NDArray left = byPoint(features).swapAxes(1, 2);
        NDArray right = byPoint(adjoint);
        pieces[2 * layer] = left.batchMatMul(right).reshape(trials, layout.points(), -1);
        pieces[2 * layer + 1] = layout.values(adjoint);
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
        return NDArrays.concat(new NDList(pieces), 2);
    }
}
