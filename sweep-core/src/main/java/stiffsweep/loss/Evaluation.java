package stiffsweep.loss;

import ai.djl.ndarray.NDArray;
import java.util.List;
import stiffsweep.network.Model;

/**
 * The losses of a stack at some parameters.
 *
 * @param passes the networks' forward passes
 * @param terms the loss terms, {@code [trials, terms]}
 * @param totals the weighted totals, {@code [trials]}
 * @param adjoints the derivative of the totals with respect to the output of each network
 */
public record Evaluation(Model.Passes passes, NDArray terms, NDArray totals, List<NDArray> adjoints) {

    /** The derivative of each trial's total with respect to its parameters, {@code [trials, parameters]}. */
    public NDArray gradient() {
        return passes.gradient(adjoints);
    }

    /** The losses of each trial; reads from the device. */
    public List<TrialLoss> values() {
        return TrialLoss.read(terms, totals);
    }
}
