package stiffsweep.jobs;

import stiffsweep.declare.Settings;
import stiffsweep.run.TrainingWork;
import stiffsweep.sweep.Trial;

/**
 * One finished trial, as the pace of its shape is taken from it.
 *
 * @param resumed the epochs that an earlier training had done, which are not in the times
 * @param epochs the epochs in all
 * @param stackSize how many trials trained together
 * @param trainSeconds the trial's share of its stack's training
 * @param seconds its share of all that its stack took
 */
record FinishedTrial(Trial trial, long resumed, long epochs, long stackSize, double trainSeconds, double seconds) {

    /** Its share of the time that its stack's training was assumed to take. */
    double assumedSeconds() {
        Settings settings = trial.settings();
        int stack = (int) stackSize;
        return (TrainingWork.of(settings, stack, epochs) - TrainingWork.of(settings, stack, resumed)) / stack;
    }

    /** Its share of what its stack took beside the training. */
    double asideSeconds() {
        return Math.max(0, seconds - trainSeconds);
    }

    /** Whether its times say something. */
    boolean isTimed() {
        return epochs > resumed && stackSize > 0 && trainSeconds > 0;
    }
}
