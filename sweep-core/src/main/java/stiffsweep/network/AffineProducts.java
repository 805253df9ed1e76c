package stiffsweep.network;

import ai.djl.ndarray.NDArray;

/**
 * The three matrix products of an affine layer. With one input or one output they are products of rows and columns, for
 * which the engine's matrix product takes several times as long as a multiplication and a sum.
 */
final class AffineProducts {

    private static final int[] ROWS = {1};
    private static final int[] FEATURES = {2};

    private AffineProducts() {}

    /** {@code [trials, rows, inputs]} times {@code [trials, inputs, outputs]}. */
    static NDArray forward(NDArray features, NDArray weights) {
        if (inputs(weights) == 1) {
            return features.mul(weights);
        }
        if (outputs(weights) == 1) {
            return features.mul(asRow(weights)).sum(FEATURES, true);
        }
        return features.batchMatMul(weights);
    }

    /** {@code [trials, rows, outputs]} times the transposed weights. */
    static NDArray backward(NDArray adjoint, NDArray weights) {
        if (outputs(weights) == 1) {
            return adjoint.mul(asRow(weights));
        }
        return adjoint.batchMatMul(weights.swapAxes(1, 2));
    }

    /** The transposed features times the adjoint: the weights' gradient, {@code [trials, inputs outputs]}. */
    static NDArray gradient(NDArray features, NDArray adjoint) {
        if (adjoint.getShape().get(2) == 1) {
            return features.mul(adjoint).sum(ROWS);
        }
        NDArray gradient = features.swapAxes(1, 2).batchMatMul(adjoint);
        return gradient.reshape(gradient.getShape().get(0), -1);
    }

    private static NDArray asRow(NDArray column) {
        return column.reshape(-1, 1, inputs(column));
    }

    private static long inputs(NDArray weights) {
        return weights.getShape().get(1);
    }

    private static long outputs(NDArray weights) {
        return weights.getShape().get(2);
    }
}
