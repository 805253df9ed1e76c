package stiffsweep.loss;

import ai.djl.ndarray.NDArray;
import java.util.List;
import stiffsweep.network.Pass;

/**
 * The losses of a stack at some parameters.
 *
 * @param pass the network's forward pass
 * @param terms the loss terms, {@code [trials, terms]}
 * @param totals the weighted totals, {@code [trials]}
 * @param adjoint the derivative of the totals with respect to the network's output
 */
public record Evaluation(Pass pass, NDArray terms, NDArray totals, NDArray adjoint) {

    /** The derivative of each trial's total with respect to its parameters, {@code [trials, parameters]}. */
    public NDArray gradient() {
        return pass.gradient(adjoint);
    }

    /** The losses of each trial; reads from the device. */
    public List<TrialLoss> values() {
        return TrialLoss.read(terms, totals);
    }
}
