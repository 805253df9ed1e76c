package stiffsweep.train;

import java.util.Collections;
import java.util.SortedMap;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.Outcome;
import stiffsweep.sweep.TrialId;

/** Hears from a stack while it trains. */
@FunctionalInterface
public interface Progress {

    /**
     * Called every few hundred milliseconds at most.
     *
     * @param epoch epochs done so far
     * @param epochs the longest training of the stack, with its polish
     * @param bestError the lowest mean squared error against the truth at the newest point of the stack's curves; NaN where there is
     *     no truth
     */
    void at(long epoch, long epochs, double bestError);

    /**
     * Called with all that a trial needs to train on: every {@code training.checkpoint-every} minutes, after an epoch that took
     * some seconds, and before a training that is cut off ends.
     *
     * @param state where the trial stands; it no longer changes
     */
    default void keep(TrialId trial, TrainingState state) {}

    /** Whether the training is to be cut off, with its state kept; asked after each epoch. */
    default boolean isCutOff() {
        return false;
    }

    /**
     * Which trials must end early. Called with each new point of the curves, but not with the last ones of a training
     * nor with those of a polish.
     *
     * @param points the newest point of every trial that still trains
     * @return the ends of those that must not go on; none of them by default
     */
    default SortedMap<TrialId, Outcome.Stopped> judge(SortedMap<TrialId, CurvePoint> points) {
        return Collections.emptySortedMap();
    }
}
