package stiffsweep.run;

import java.io.Serializable;
import java.util.List;
import stiffsweep.sweep.Trial;
import stiffsweep.train.TrainingState;

/**
 * The unit of work: trials of equal tensor shape that train together as one program.
 *
 * @param trials the trials
 * @param states where the training of each one stands, all alike; none where all are at their beginning
 */
public record Stack(List<Trial> trials, List<TrainingState> states) implements Serializable {

    public Stack {
        trials = List.copyOf(trials);
        states = List.copyOf(states);
        if (trials.isEmpty()) {
            throw new IllegalArgumentException("a stack must have at least one trial, but got none");
        }
        if (states.size() != trials.size() && !states.isEmpty()) {
            throw new IllegalArgumentException("a stack must have a state for each of its " + trials.size()
                    + " trials or none at all, but got " + states.size());
        }
    }

    /** Trials at their beginning. */
    public Stack(List<Trial> trials) {
        this(trials, List.of());
    }

    public int size() {
        return trials.size();
    }
}
