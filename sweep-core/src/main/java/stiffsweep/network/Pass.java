package stiffsweep.network;

import ai.djl.ndarray.NDArray;

/** A finished forward pass, and what can be differentiated of it. */
public sealed interface Pass permits EnginePass, FusedPass {

    /** The output jet, {@code [trials, rows, outputs]}. */
    NDArray output();

    /**
     * The tangent of the output jet, {@code [trials, rows, outputs]}; no activation is worked out again for it.
     *
     * @param direction of the parameters, {@code [trials, parameters]}
     */
    NDArray tangent(NDArray direction);

    /**
     * The derivative of a scalar with respect to the parameters.
     *
     * @param outputAdjoint the scalar's derivative with respect to the output jet, {@code [trials, rows, outputs]}
     * @return {@code [trials, parameters]}
     */
    NDArray gradient(NDArray outputAdjoint);

    /**
     * The derivatives of one number at each point with respect to the parameters.
     *
     * @param outputAdjoint the derivative of each point's number with respect to the output jet at that point,
     *     {@code [trials, rows, outputs]}
     * @return the Jacobian, {@code [trials, points, parameters]}
     */
    NDArray jacobian(NDArray outputAdjoint);

    /**
     * The products of each point's gradient with every other point's: the Jacobian times its transpose, without the
     * Jacobian.
     *
     * @param outputAdjoint as for {@link #jacobian}
     * @return the Gram matrix, {@code [trials, points, points]}
     */
    NDArray gram(NDArray outputAdjoint);
}
