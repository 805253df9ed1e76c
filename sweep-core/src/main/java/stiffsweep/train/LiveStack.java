package stiffsweep.train;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;

/**
 * The trials of a stack that are still in the arithmetic of a first-order training.
 *
 * @param members the place in the whole stack of the trial in each slot
 * @param loss their loss
 * @param parameters their parameters, {@code [slots, parameters]}; changed in place
 * @param optimizer their optimiser
 * @param checkpoints what is kept of them
 */
record LiveStack(List<Integer> members, StackLoss loss, NDArray parameters, Adam optimizer, Checkpoints checkpoints) {

    /** The engine's products for a stack of one differ in their last bits from those for two or more. */
    static final int SMALLEST = 2;

    LiveStack {
        members = List.copyOf(members);
    }

    /** The trials in some slots, with one of them twice where there is only one. */
    LiveStack only(List<Integer> slots) {
        List<Integer> padded = padded(slots);
        return new LiveStack(
                padded.stream().map(members::get).toList(),
                loss.only(padded),
                loss.tensors().slices(parameters, padded),
                optimizer.only(padded),
                checkpoints.only(padded));
    }

    /** The stack when every trial has left. */
    LiveStack none() {
        return new LiveStack(List.of(), loss, parameters, optimizer, checkpoints);
    }

    /** Slots for a stack of at least two. */
    static <T> List<T> padded(List<T> slots) {
        List<T> padded = new ArrayList<>(slots);
        while (padded.size() < SMALLEST) {
            padded.add(slots.get(0));
        }
        return padded;
    }
}
