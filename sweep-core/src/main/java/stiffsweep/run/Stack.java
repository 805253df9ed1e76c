package stiffsweep.run;

import java.io.Serializable;
import java.util.List;
import stiffsweep.sweep.Trial;

/** The unit of work: trials of equal tensor shape that train together as one program. */
public record Stack(List<Trial> trials) implements Serializable {

    public Stack {
        trials = List.copyOf(trials);
        if (trials.isEmpty()) {
            throw new IllegalArgumentException("a stack must have at least one trial, but got none");
        }
    }

    public int size() {
        return trials.size();
    }
}
