package stiffsweep.train;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * A stack after its training.
 *
 * @param bestParameters the parameters that each trial's lowest loss was computed with, {@code [trials, parameters]}
 * @param trials how each trial's training went
 */
public record TrainedStack(NDArray bestParameters, List<TrainedTrial> trials) {

    public TrainedStack {
        trials = List.copyOf(trials);
    }
}
