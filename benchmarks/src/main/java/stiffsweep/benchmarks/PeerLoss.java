package stiffsweep.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** A loss with its parameters, differentiated by the engine. */
sealed interface PeerLoss permits TapeLoss, ScriptLoss {

    /** Where the loss is differentiated; an optimiser changes them in place. */
    NDList parameters();

    /** The loss and its derivatives with respect to the parameters. */
    Differentiated differentiate();

    /**
     * What came of it.
     *
     * @param loss the loss, without axes
     * @param gradients one for each parameter
     */
    record Differentiated(NDArray loss, NDList gradients) {}

    /** A tensor as a leaf of a new tape, sharing its memory. */
    static NDArray leaf(NDArray tensor) {
        NDArray leaf = tensor.stopGradient();
        leaf.setRequiresGradient(true);
        return leaf;
    }
}
