package stiffsweep.train;

import stiffsweep.sweep.TrialId;

/** Hears from a stack while it trains. */
@FunctionalInterface
public interface Progress {

    /**
     * Called every few hundred milliseconds at most.
     *
     * @param epoch epochs done so far
     * @param epochs the longest training of the stack
     * @param bestError the lowest mean squared error against the truth in the stack at present; NaN where there is no truth
     */
    void at(long epoch, long epochs, double bestError);

    /**
     * Called with all that a trial needs to train on, every {@code training.checkpoint-every} minutes.
     *
     * @param state where the trial stands; it no longer changes
     */
    default void keep(TrialId trial, TrainingState state) {}
}
