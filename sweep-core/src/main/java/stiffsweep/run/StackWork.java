package stiffsweep.run;

import java.io.Serializable;
import java.util.List;
import stiffsweep.result.TrialResult;
import stiffsweep.sweep.Trial;
import stiffsweep.train.Progress;

/** What is done with a stack: a value that travels to where it is done. */
@FunctionalInterface
public interface StackWork extends Serializable {

    /** The size of a stack where nothing was measured. */
    int ASSUMED_SIZE = 8;

    /**
     * Runs every trial of a stack.
     *
     * <p>What goes wrong inside a trial is its outcome when it runs alone; a larger stack may throw, and its trials are
     * then to be run one by one.
     *
     * @param gpus the addresses of the GPUs that are given to this work; empty where there are none
     * @return one result for each trial, in the stack's order
     */
    List<TrialResult> run(Stack stack, List<String> gpus, Progress progress);

    /**
     * Makes sure that the machine that this is called on can do the work at all.
     *
     * @throws stiffsweep.tensor.UnusableEngineException if it cannot, whatever the trial
     */
    default void requireUsable() {}

    /**
     * The number of trials that train fastest together on the machine that this is called on.
     *
     * @param example one of the trials, which are of one shape
     * @param trials how many there are
     * @param gpus as for {@link #run}
     */
    default StackSize bestSize(Trial example, int trials, List<String> gpus) {
        return StackSize.of(ASSUMED_SIZE);
    }
}
