package stiffsweep.measure;

import ai.djl.ndarray.NDArray;
import java.util.function.Function;
import stiffsweep.jet.Dual;
import stiffsweep.network.Network;
import stiffsweep.tensor.Tape;
import stiffsweep.train.StackSamples;

/**
 * The Hessian of a loss with respect to the parameters, trial by trial, as exact products with vectors.
 *
 * <p>The tangent of the loss along a vector is computed forward and differentiated backward once (Pearlmutter, Fast
 * exact multiplication by the Hessian, 1994).
 */
public final class Curvature {

    private final Network network;
    private final StackSamples samples;
    private final NDArray parameters;
    private final Function<Dual, Dual> loss;

    /**
     * The curvature at given parameters.
     *
     * @param parameters where, {@code [trials, parameters]}
     * @param loss the loss of each trial, {@code [trials]}, from the network's output jet
     */
    public Curvature(Network network, StackSamples samples, NDArray parameters, Function<Dual, Dual> loss) {
        this.network = network;
        this.samples = samples;
        this.parameters = parameters;
        this.loss = loss;
    }

    /** The product of each trial's Hessian with its vector, {@code [trials, parameters]} both. */
    public NDArray times(NDArray vectors) {
        return Tape.gradient(parameters, leaf -> {
            Dual output = network.formula(Dual.of(leaf, vectors), samples.input());
            return loss.apply(output).tangentOrZero();
        });
    }

    /** The gradient of each trial's loss, {@code [trials, parameters]}. */
    public NDArray gradient() {
        return Tape.gradient(
                parameters,
                leaf -> loss.apply(network.formula(Dual.constant(leaf), samples.input()))
                        .value());
    }
}
