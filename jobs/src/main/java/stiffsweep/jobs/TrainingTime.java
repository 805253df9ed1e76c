package stiffsweep.jobs;

import java.util.Collection;
import stiffsweep.run.TrainingWork;
import stiffsweep.sweep.Settings;
import stiffsweep.sweep.Trial;

/**
 * How long trials train on the cores of this machine, polish included.
 *
 * <p>What is measured after the training comes on top, and a trial that stops early takes less. An assumed rate is that of a
 * simple equation in large stacks on a quiet machine; other problems are several times slower.
 *
 * @param seconds the time in seconds
 * @param cores how many stacks train at a time
 * @param basis where the rate is from, as the end of a sentence
 */
record TrainingTime(double seconds, int cores, String basis) {

    /** Of a core, for a network of 4 layers of 40 at 500 points in stacks of 8: 970 epochs per second times its work. */
    private static final double ASSUMED_RATE = 970 * 500.0 * (3 * 40 * 40 + 2 * 40);

    /**
     * One finished trial, as the rate is taken from it.
     *
     * @param resumed the epochs that an earlier training had done, which are not in the time
     */
    record Finished(Trial trial, long resumed, long epochs, double trainSeconds) {

        private double work() {
            Settings settings = trial.settings();
            return TrainingWork.of(settings, epochs) - TrainingWork.of(settings, resumed);
        }
    }

    /** The time that trials will take, at the rate of those that are finished or, where there are none, an assumed one. */
    static TrainingTime of(Collection<Trial> missing, Collection<Finished> finished) {
        double done = 0;
        double seconds = 0;
        for (Finished trial : finished) {
            if (trial.epochs() > trial.resumed() && trial.trainSeconds() > 0) {
                done += trial.work();
                seconds += trial.trainSeconds();
            }
        }
        double rate = seconds > 0 ? done / seconds : ASSUMED_RATE;
        String basis = seconds > 0
                ? "the rate of the finished trials"
                : "an assumed rate, for no trial is finished yet: it may be several times more";
        double work = 0;
        for (Trial trial : missing) {
            work += TrainingWork.of(trial.settings());
        }
        int cores = Runtime.getRuntime().availableProcessors();
        return new TrainingTime(work / rate / cores, cores, basis);
    }
}
