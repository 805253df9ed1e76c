package stiffsweep.train;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
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

    /** Where the training of the trial in a slot stands after some epochs. */
    FirstOrderState state(int slot, int epoch, Curves curves) {
        return new FirstOrderState(epoch, TrialSlices.of(memory(), slot), curves.of(members.get(slot)));
    }

    /** Lets every trial stand where it stood. */
    void resume(List<FirstOrderState> states) {
        TrialSlices.write(states.stream().map(FirstOrderState::numbers).toList(), memory(), loss.tensors());
        optimizer.resume(states.get(0).epoch());
    }

    private List<NDArray> memory() {
        List<NDArray> memory = new ArrayList<>(List.of(rows));
        memory.addAll(optimizer.memory());
        memory.addAll(checkpoints.memory());
        return memory;
    }

    /** The stack when every trial has left. */
    LiveStack none() {
        return new LiveStack(List.of(), loss, rows, optimizer, checkpoints);
    }
}
