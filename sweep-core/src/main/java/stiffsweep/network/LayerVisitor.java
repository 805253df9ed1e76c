package stiffsweep.network;

import ai.djl.ndarray.NDArray;

/** Sees every layer of a network on the way back, in no given order: each by one call of one of the two methods. */
interface LayerVisitor {

    /**
     * Called for a layer with inputs.
     *
     * @param layer the layer's place in {@link Network#layers}
     * @param features the layer's input jet, {@code [trials, rows, inputs]}
     * @param adjoint the derivative with respect to the layer's output jet, {@code [trials, rows, outputs]}
     */
    void visit(int layer, NDArray features, NDArray adjoint);

    /**
     * Called for a layer without inputs, which is a bias alone.
     *
     * @param layer the layer's place in {@link Network#layers}
     * @param adjoint the derivative with respect to the layer's output jet, {@code [trials, rows, outputs]}
     */
    void visitScalars(int layer, NDArray adjoint);
}
