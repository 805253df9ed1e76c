package stiffsweep.loss;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * The losses of a stack at some parameters.
 *
 * @param terms the loss terms, {@code [trials, terms]}
 * @param totals the weighted totals, {@code [trials]}
 */
public record Losses(NDArray terms, NDArray totals) {

    /** The losses of each trial; reads from the device. */
    public List<TrialLoss> values() {
        return TrialLoss.read(terms, totals);
    }
}
