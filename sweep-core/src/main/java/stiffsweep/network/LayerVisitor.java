package stiffsweep.network;

import ai.djl.ndarray.NDArray;

/** Sees every affine layer of a network on the way back, in no given order. */
@FunctionalInterface
interface LayerVisitor {

    /**
     * Called once for each affine layer.
     *
     * @param layer the layer's place in {@link Network#layers}
     * @param features the layer's input jet, {@code [trials, rows, inputs]}
     * @param adjoint the derivative with respect to the layer's output jet, {@code [trials, rows, outputs]}
     */
    void visit(int layer, NDArray features, NDArray adjoint);
}
