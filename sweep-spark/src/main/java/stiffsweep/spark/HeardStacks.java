package stiffsweep.spark;

import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import stiffsweep.result.Outcome;
import stiffsweep.stop.Judge;
import stiffsweep.sweep.TrialId;

/** Passes what executors say of stacks on to those whom it concerns. None of them waits. */
record HeardStacks(RunBook book, ExecutorWords words, TrainingStates states, Judge judge, BooleanSupplier ending)
        implements SweepPlugin.StackListener {

    @Override
    public void progressed(String stack, long epoch, long epochs, double bestError) {
        if (epochs == 0) {
            words.takenUp(stack);
        } else {
            words.trains(stack);
        }
        book.progressed(stack, epoch, epochs, bestError);
    }

    @Override
    public boolean isEnding() {
        return ending.getAsBoolean();
    }

    @Override
    public void kept(String trial, byte[] state) {
        states.keep(trial, state);
    }

    @Override
    public SortedMap<TrialId, Outcome.Stopped> judge(long epoch, SortedMap<TrialId, Double> values) {
        return judge.judge(epoch, values);
    }

    @Override
    public void lastWords(String stack, String reason) {
        words.said(stack, reason);
    }
}
