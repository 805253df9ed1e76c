package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/** A forward pass by the kernel. Tangents, Jacobians and Gram matrices are those of the engine's pass, which is made for them. */
final class FusedPass implements Pass {

    private final Network engine;
    private final FusedStack stack;
    private final NDArray parameters;
    private final JetInput input;
    private final NDArray output;
    private @Nullable Pass byEngine;

    FusedPass(Network engine, FusedStack stack, NDArray parameters, JetInput input) {
        this.engine = engine;
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
        return byEngine().tangent(direction);
    }

    @Override
    public NDArray jacobian(NDArray outputAdjoint) {
        return byEngine().jacobian(outputAdjoint);
    }

    @Override
    public NDArray gram(NDArray outputAdjoint) {
        return byEngine().gram(outputAdjoint);
    }

    private Pass byEngine() {
        if (byEngine == null) {
            byEngine = engine.forward(parameters, input);
        }
        return byEngine;
    }
}
