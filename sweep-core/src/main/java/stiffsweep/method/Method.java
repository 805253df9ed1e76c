package stiffsweep.method;

import ai.djl.ndarray.NDArray;
import java.io.Serializable;
import java.util.List;
import stiffsweep.declare.Optimizer;
import stiffsweep.loss.StackLoss;
import stiffsweep.result.Outcome;

/**
 * An optimiser at work on the trials of a stack, one in each slot. No number of a trial depends on the trials beside it. An
 * epoch is a call of {@link #evaluate} and one of {@link #step}; between them the losses are known, and rows are still
 * those that they belong to. What is said here by default is true of methods whose steps end with the losses where they
 * lead.
 */
public sealed interface Method permits StackedAdam, StackedLbfgs, LevenbergMarquardt {

    /**
     * The method of an optimiser before its first step.
     *
     * @param rows where the trials start, {@code [trials, numbers]}; may change in place
     */
    static Method start(Optimizer optimizer, StackLoss loss, NDArray rows) {
        return switch (optimizer) {
            case ADAM, ADAMW -> StackedAdam.of(loss, rows);
            case LBFGS -> StackedLbfgs.of(loss, rows);
            case LEVENBERG_MARQUARDT -> LevenbergMarquardt.of(loss, rows);
            case NONE -> throw new IllegalArgumentException("a method must train, but got none");
        };
    }

    /** The method of an optimiser from where each trial stood after so many epochs. */
    static Method resumed(Optimizer optimizer, StackLoss loss, int epoch, List<Snapshot> trials) {
        return switch (optimizer) {
            case ADAM, ADAMW -> StackedAdam.resumed(loss, epoch, known(trials, TrialSlices.class));
            case LBFGS -> StackedLbfgs.resumed(loss, known(trials, StackedLbfgs.Known.class));
            case LEVENBERG_MARQUARDT -> LevenbergMarquardt.resumed(loss, known(trials, LevenbergMarquardt.Known.class));
            case NONE -> throw new IllegalArgumentException("a method must train, but got none");
        };
    }

    private static <T> List<T> known(List<Snapshot> trials, Class<T> type) {
        return trials.stream().map(type::cast).toList();
    }

    /** The loss of the trials in its slots. */
    StackLoss loss();

    /** Where the trials are, {@code [trials, numbers]}. */
    NDArray rows();

    /** The epochs between two looks that are worth their time: what stays on a device is slow to ask for. */
    default int lookEvery() {
        return 1;
    }

    /** The last epoch whose losses become known in a training of so many epochs: those after the last step may not. */
    default int lastKnown(int epochs) {
        return epochs;
    }

    /**
     * How the trials are doing, by slot. May send a trial that has diverged back to where it was finite.
     *
     * @param epoch the steps that are done
     */
    List<Standing> look(int epoch);

    /** Works out the losses where the trials are. */
    default void evaluate(int epoch) {}

    /** Makes the step of an epoch, in the scope of tensors that its losses were worked out in. */
    void step(int epoch);

    /** The row that a trial's lowest loss was computed with. */
    double[] bestRow(int slot);

    /** All that it knows of a trial, at present. */
    Snapshot snapshot(int slot);

    /** The method for the trials in some slots, as it stands. */
    Method only(List<Integer> slots);

    /** What is said of a trial whose last loss is not finite. */
    default Outcome.Diverged diverged(int slot, Standing standing) {
        return Divergence.atTheStart(standing.last(), loss().terms().terms());
    }

    /** What a method knows of a trial, to go on from: it does not change. */
    sealed interface Snapshot extends Serializable permits TrialSlices, StackedLbfgs.Known, LevenbergMarquardt.Known {}
}
