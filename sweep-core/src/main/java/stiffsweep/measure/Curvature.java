package stiffsweep.measure;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.function.Function;
import stiffsweep.jet.Dual;
import stiffsweep.loss.StackLoss;
import stiffsweep.tensor.Tape;

/**
 * The Hessian of a loss with respect to the parameters, trial by trial, as exact products with vectors.
 *
 * <p>The tangent of the loss along a vector is computed forward and differentiated backward once (Pearlmutter, Fast
 * exact multiplication by the Hessian, 1994).
 */
public final class Curvature {

    private final StackLoss stack;
    private final NDArray parameters;
    private final Function<List<Dual>, Dual> loss;

    /**
     * The curvature at given parameters.
     *
     * @param parameters where, {@code [trials, parameters]}
     * @param stack the trials, their network and their samples
     * @param loss the loss of each trial whose Hessian it is, {@code [trials]}, from the networks' output jets
     */
    public Curvature(StackLoss stack, NDArray parameters, Function<List<Dual>, Dual> loss) {
        this.stack = stack;
        this.parameters = parameters;
        this.loss = loss;
    }

    /** The product of each trial's Hessian with its vector, {@code [trials, parameters]} both. */
    public NDArray times(NDArray vectors) {
        return Tape.gradient(parameters, leaf -> at(Dual.of(leaf, vectors)).tangentOrZero());
    }

    /** The gradient of each trial's loss, {@code [trials, parameters]}. */
    public NDArray gradient() {
        return Tape.gradient(parameters, leaf -> at(Dual.constant(leaf)).value());
    }

    private Dual at(Dual there) {
        return loss.apply(stack.model().formula(there, stack.inputs()));
    }
}
