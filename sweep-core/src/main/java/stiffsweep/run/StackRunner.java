package stiffsweep.run;

import java.util.List;
import stiffsweep.sweep.TrialResult;

/** Trains and measures the trials of a stack on this machine. */
public final class StackRunner implements StackWork {

    private static final long serialVersionUID = 1;

    @Override
    public List<TrialResult> run(Stack stack, Progress progress) {
        throw new IllegalStateException("not there yet");
    }
}
