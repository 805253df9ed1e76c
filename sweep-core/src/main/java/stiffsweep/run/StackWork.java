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
     * <p>What goes wrong inside a trial is its outcome when it runs alone; a larger stack may throw, and its trials are
     * then to be run one by one.
     *
     * @return one result for each trial, in the stack's order
     */
    List<TrialResult> run(Stack stack, Progress progress);
}
