package stiffsweep.train;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * The trials of a stack that are still in the arithmetic of a first-order training.
 *
 * @param members the place in the whole stack of the trial in each slot
 * @param loss their loss
 * @param rows their rows, {@code [slots, numbers]}; changed in place
 * @param optimizer their optimiser
 * @param checkpoints what is kept of them
 */
record LiveStack(List<Integer> members, StackLoss loss, NDArray rows, Adam optimizer, Checkpoints checkpoints) {

    LiveStack {
        members = List.copyOf(members);
    }

    /** The trials in some slots, with one of them twice where there is only one. */
    LiveStack only(List<Integer> slots) {
        List<Integer> padded = StackLoss.padded(slots);
        return new LiveStack(
                padded.stream().map(members::get).toList(),
                loss.only(padded),
                loss.tensors().slices(rows, padded),
                optimizer.only(padded),
                checkpoints.only(padded));
    }

    /** The stack when every trial has left. */
    LiveStack none() {
        return new LiveStack(List.of(), loss, rows, optimizer, checkpoints);
    }
}
