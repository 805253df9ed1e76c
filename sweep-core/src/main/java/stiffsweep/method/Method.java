package stiffsweep.method;

import ai.djl.ndarray.NDArray;
import java.io.Serializable;
import java.util.List;
import stiffsweep.loss.StackLoss;
import stiffsweep.result.Outcome;

/**
 * An optimiser at work on the trials of a stack, one in each slot. No number of a trial depends on the trials beside it. A
 * trial goes on until its slot is left out.
 */
public sealed interface Method permits StackedAdam, StackedLbfgs, LevenbergMarquardt {

    /** The loss of the trials in its slots. */
    StackLoss loss();

    /** Where the trials are, {@code [trials, numbers]}. */
    NDArray rows();

    /** The epochs between two looks that are worth their time. */
    int lookEvery();

    /** The last epoch whose losses become known in a training of so many epochs: the last step may lead to unknown ones. */
    int lastKnown(int epochs);

    /**
     * How the trials are doing, by slot. Needs a scope of its own for tensors.
     *
     * @param epoch the epochs that are done
     */
    List<Standing> look(int epoch);

    /** Works out the losses where the trials are, unless the step before has done so. */
    void evaluate(int epoch);

    /** Makes the step of an epoch, within the scope for tensors that its losses were worked out in. */
    void step(int epoch);

    /** The row that a trial's lowest loss was computed with. */
    double[] bestRow(int slot);

    /** All that it knows of a trial, at present. */
    Snapshot snapshot(int slot);

    /** The method for the trials in some slots, as it stands. */
    Method only(List<Integer> slots);

    /** What is said of a trial whose last loss is not finite. */
    Outcome.Diverged diverged(int slot, Standing standing);

    /** What a method knows of a trial, to go on from: it does not change. */
    sealed interface Snapshot extends Serializable permits TrialSlices, StackedLbfgs.Known, LevenbergMarquardt.Known {}
}
