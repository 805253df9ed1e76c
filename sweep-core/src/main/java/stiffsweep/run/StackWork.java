package stiffsweep.run;

import java.io.Serializable;
import java.util.List;
import stiffsweep.sweep.TrialResult;
import stiffsweep.train.Progress;

/** What is done with a stack: a value that travels to where it is done. */
@FunctionalInterface
public interface StackWork extends Serializable {

    /**
     * Runs every trial of a stack.
     *
     * @return one result for each trial, in the stack's order; what goes wrong inside a trial is its outcome
     */
    List<TrialResult> run(Stack stack, Progress progress);
}
