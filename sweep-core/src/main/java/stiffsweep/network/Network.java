package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import java.util.List;
import stiffsweep.jet.Dual;

/**
 * A network over a stack of trials, evaluated on jets. Its parameters stand in one flat tensor {@code [trials,
 * parameters]}: weights and biases, layer by layer.
 */
public interface Network {

    /** The affine layers in the order of their parameters. */
    List<Layer> layers();

    /** The name of each of the layers, such as {@code layers.0}. */
    List<String> layerNames();

    /**
     * The number of parameters of one trial.
     *
     * @throws IllegalArgumentException if they are more than a tensor can be addressed with
     */
    default int parameters() {
        long parameters = layers().stream().mapToLong(Layer::count).sum();
        if (parameters > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a network must have at most " + Integer.MAX_VALUE
                    + " parameters, but has " + parameters + ": lower network.width or network.depth");
        }
        return (int) parameters;
    }

    /**
     * The forward pass that training uses.
     *
     * @param parameters the flat parameters, {@code [trials, parameters]}
     * @param input where to evaluate
     */
    Pass forward(NDArray parameters, JetInput input);

    /**
     * The same function as a formula on the engine's tape, with tangents: slower than {@link #forward}, used for
     * Hessian-vector products and as the oracle of its adjoint.
     *
     * @param parameters the flat parameters, {@code [trials, parameters]}
     * @param input where to evaluate
     * @return the output jet, {@code [trials, rows, outputs]}
     */
    Dual formula(Dual parameters, JetInput input);
}
