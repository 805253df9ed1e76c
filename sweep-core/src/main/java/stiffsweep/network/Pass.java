package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import java.util.function.UnaryOperator;

/** A finished forward pass, and what can be differentiated of it. */
public final class Pass {

    private final Network network;
    private final JetLayout layout;
    private final NDArray output;
    private final Reverse reverse;
    private final UnaryOperator<NDArray> tangent;

    /**
     * A pass.
     *
     * @param tangent the output's tangent along a direction of the parameters
     */
    Pass(Network network, JetLayout layout, NDArray output, Reverse reverse, UnaryOperator<NDArray> tangent) {
        this.network = network;
        this.layout = layout;
        this.output = output;
        this.reverse = reverse;
        this.tangent = tangent;
    }

    /** Carries the derivative with respect to the output back through the layers. */
    @FunctionalInterface
    interface Reverse {
        void run(NDArray outputAdjoint, LayerVisitor visitor);
    }

    /** The output jet, {@code [trials, rows, outputs]}. */
    public NDArray output() {
        return output;
    }

    /**
     * The tangent of the output jet, {@code [trials, rows, outputs]}; no activation is worked out again for it.
     *
     * @param direction of the parameters, {@code [trials, parameters]}
     */
    public NDArray tangent(NDArray direction) {
        return tangent.apply(direction);
    }

    /** Shows every layer to a visitor, with the derivatives that an output adjoint has there. */
    void reverse(NDArray outputAdjoint, LayerVisitor visitor) {
        reverse.run(outputAdjoint, visitor);
    }

    /**
     * The derivative of a scalar with respect to the parameters.
     *
     * @param outputAdjoint the scalar's derivative with respect to the output jet, {@code [trials, rows, outputs]}
     * @return {@code [trials, parameters]}
     */
    public NDArray gradient(NDArray outputAdjoint) {
        SummedGradient gradient = new SummedGradient(network.layers().size(), layout);
        reverse.run(outputAdjoint, gradient);
        return gradient.flat();
    }

    /**
     * The derivatives of one number at each point with respect to the parameters.
     *
     * @param outputAdjoint the derivative of each point's number with respect to the output jet at that point,
     *     {@code [trials, rows, outputs]}
     * @return the Jacobian, {@code [trials, points, parameters]}
     */
    public NDArray jacobian(NDArray outputAdjoint) {
        PointGradients gradients = new PointGradients(network.layers().size(), layout);
        reverse.run(outputAdjoint, gradients);
        return gradients.flat();
    }

    /**
     * The products of each point's gradient with every other point's: the Jacobian times its transpose, without the
     * Jacobian.
     *
     * @param outputAdjoint as for {@link #jacobian}
     * @return the Gram matrix, {@code [trials, points, points]}
     */
    public NDArray gram(NDArray outputAdjoint) {
        GramMatrix gram = new GramMatrix(layout);
        reverse.run(outputAdjoint, gram);
        return gram.sum();
    }
}
