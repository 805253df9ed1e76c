package stiffsweep.train;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.loss.StackLoss;
import stiffsweep.method.Adam;
import stiffsweep.result.Outcome;
import stiffsweep.sweep.TrialId;

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
        return new FirstOrderState(
                epoch,
                TrialSlices.of(memory(), slot),
                curves.of(members.get(slot)),
                checkpoints.stop(loss.trials().get(slot).id()));
    }

    /** Lets every trial stand where it stood. */
    void resume(List<FirstOrderState> states) {
        TrialSlices.write(states.stream().map(FirstOrderState::numbers).toList(), memory(), loss.tensors());
        optimizer.resume(states.get(0).epoch());
        SortedMap<TrialId, Outcome.Stopped> stops = new TreeMap<>();
        for (int slot = 0; slot < states.size(); slot++) {
            Outcome.Stopped stop = states.get(slot).stop();
            if (stop != null) {
                stops.put(loss.trials().get(slot).id(), stop);
            }
        }
        checkpoints.stop(loss.trials(), stops);
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
