package stiffsweep.loss;

import ai.djl.ndarray.NDArray;
import java.util.List;
import stiffsweep.network.Model;

/**
 * The losses of a stack at some parameters, with what their gradient needs.
 *
 * @param passes the networks' forward passes
 * @param losses the losses
 * @param adjoints the derivative of the totals with respect to the output of each network
 */
public record Evaluation(Model.Passes passes, Losses losses, List<NDArray> adjoints) {

    /** The derivative of each trial's total with respect to its parameters, {@code [trials, parameters]}. */
    public NDArray gradient() {
        return passes.gradient(adjoints);
    }
}
