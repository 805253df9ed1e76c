package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import stiffsweep.kernel.TrialKernel;

/** A forward pass by the kernel. */
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
    public NDArray tangent(NDArray direction) {
        return derivative(TrialKernel::tangent, direction, output.getShape().slice(1));
    }

    @Override
    public NDArray gradient(NDArray outputAdjoint) {
        return derivative(
                TrialKernel::gradient, outputAdjoint, parameters.getShape().slice(1));
    }

    @Override
    public NDArray jacobian(NDArray outputAdjoint) {
        Shape ofPoint = parameters.getShape().slice(1);
        return derivative(TrialKernel::jacobian, outputAdjoint, points().addAll(ofPoint));
    }

    @Override
    public NDArray gram(NDArray outputAdjoint) {
        return derivative(TrialKernel::gram, outputAdjoint, points().addAll(points()));
    }

    private Shape points() {
        return new Shape(input.layout().points());
    }

    private NDArray derivative(FusedStack.Derivative derivative, NDArray of, Shape ofTrial) {
        if (!stack.holds(this)) {
            // Another pass of this shape came between.
            stack.forward(this, parameters, input.stacked()).close();
        }
        return stack.derivative(
                derivative, of, parameters, new Shape(parameters.getShape().get(0)).addAll(ofTrial));
    }
}
