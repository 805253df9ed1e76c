package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import java.util.function.UnaryOperator;

/** A forward pass by the engine, whose adjoint is written by hand layer by layer. */
final class EnginePass implements Pass {

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
    EnginePass(Network network, JetLayout layout, NDArray output, Reverse reverse, UnaryOperator<NDArray> tangent) {
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

    @Override
    public NDArray output() {
        return output;
    }

    @Override
    public NDArray tangent(NDArray direction) {
        return tangent.apply(direction);
    }

    @Override
    public NDArray gradient(NDArray outputAdjoint) {
        SummedGradient gradient = new SummedGradient(network.layers().size(), layout);
        reverse.run(outputAdjoint, gradient);
        return gradient.flat();
    }

    @Override
    public NDArray jacobian(NDArray outputAdjoint) {
        PointGradients gradients = new PointGradients(network.layers().size(), layout);
        reverse.run(outputAdjoint, gradients);
        return gradients.flat();
    }

    @Override
    public NDArray gram(NDArray outputAdjoint) {
        GramMatrix gram = new GramMatrix(layout);
        reverse.run(outputAdjoint, gram);
        return gram.sum();
    }
}
