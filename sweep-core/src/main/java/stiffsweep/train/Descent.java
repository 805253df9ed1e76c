package stiffsweep.train;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stiffsweep.result.Outcome;

/**
 * A descent of every trial in a stack: a trial's parameters change only where its loss becomes lower, on the points that
 * the step was made on.
 */
interface Descent {

    /** Tries new parameters for every trial. */
    void iterate();

    /** The total loss of a trial. */
    double total(int slot);

    /** The loss terms of a trial, before their weights. */
    List<Double> terms(int slot);

    /** The parameters of a trial. */
    double[] parameters(int slot);

    /** What the method knows of a trial, at present. */
    DescentState.Method state(int slot);

    /** Why a trial can get no lower; null while it may. */
    Outcome.@Nullable StoppedBy stopped(int slot);

    /** The descent of some of the trials, as it stands. */
    Descent only(List<Integer> slots);
}
