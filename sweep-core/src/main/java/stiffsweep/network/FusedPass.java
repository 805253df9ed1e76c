package stiffsweep.network;

import ai.djl.ndarray.NDArray;

/** A forward pass by the kernel, which gives gradients. Other derivatives are those of a pass by the engine. */
final class FusedPass implements Pass {

    private final FusedStack stack;
    private final NDArray parameters;
    private final JetInput input;
    private final NDArray output;

    FusedPass(FusedStack stack, NDArray parameters, JetInput input) {
        this.stack = stack;
        this.parameters = parameters;
        this.input = input;
        output = stack.forward(this, parameters, input.stacked());
    }

    @Override
    public NDArray output() {
        return output;
    }

    @Override
    public NDArray gradient(NDArray outputAdjoint) {
        if (!stack.holds(this)) {
            // Another pass of this shape came between.
            stack.forward(this, parameters, input.stacked()).close();
        }
        return stack.gradient(outputAdjoint);
    }

    @Override
    public NDArray tangent(NDArray direction) {
        throw onlyGradients();
    }

    @Override
    public NDArray jacobian(NDArray outputAdjoint) {
        throw onlyGradients();
    }

    @Override
    public NDArray gram(NDArray outputAdjoint) {
        throw onlyGradients();
    }

    private static UnsupportedOperationException onlyGradients() {
        return new UnsupportedOperationException(
                "a pass by the kernel gives its gradient, but was asked for another derivative: use Network.byEngine");
    }
}
