package stiffsweep.train;

import java.util.Collections;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.Outcome;
import stiffsweep.sweep.TrialId;

/** Keeps a training interruptible, lets others hear of it, and has its states kept now and then. */
final class TrainingMonitor {

    private static final long REPORT_NANOS = 300_000_000;

    /** A training that is cut off has seconds to end: what was done before an epoch this long is kept by then. */
    private static final long SLOW_EPOCH_NANOS = 2_000_000_000;

    private static final double NANOS_OF_A_MINUTE = 60e9;

    private final Progress progress;
    private final long earlier;
    private final long epochs;
    private final long all;
    private final double keepNanos;
    private long keptAt = System.nanoTime();
    private long epochAt = keptAt;
    // The first epoch is reported at once.
    private long reportedAt = keptAt - REPORT_NANOS;

    /**
     * A monitor of a training, or of the polish that follows it.
     *
     * @param earlier the epochs of the training that this one polishes; 0 where this is that training
     * @param epochs the longest training, or polish
     * @param all the epochs of both
     * @param keepEvery the minutes between two states of the training that are kept; 0 keeps none
     */
    TrainingMonitor(Progress progress, long earlier, long epochs, long all, double keepEvery) {
        this.progress = progress;
        this.earlier = earlier;
        this.epochs = epochs;
        this.all = all;
        keepNanos = keepEvery == 0 ? Double.POSITIVE_INFINITY : keepEvery * NANOS_OF_A_MINUTE;
    }

    /**
     * Called at each epoch.
     *
     * @param done the epochs that are done
     * @param lowestError the lowest mean squared error among the newest points of the curves; NaN where none is known
     * @param states where the trials stand, asked for now and then, and not at the end
     * @throws CancellationException if the thread is interrupted or the training is cut off
     */
    void at(long done, double lowestError, Supplier<SortedMap<TrialId, TrainingState>> states) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the training was interrupted");
        }
        if (System.nanoTime() - reportedAt >= REPORT_NANOS) {
            progress.at(earlier + done, all, lowestError);
            reportedAt = System.nanoTime();
        }
        // What is left to do at the end of a training is worth waiting for.
        if (done < epochs) {
            keepIfDue(states);
        }
        epochAt = System.nanoTime();
    }

    private void keepIfDue(Supplier<SortedMap<TrialId, TrainingState>> states) {
        boolean isCutOff = progress.isCutOff();
        long now = System.nanoTime();
        boolean isDue = isCutOff || now - epochAt > SLOW_EPOCH_NANOS || now - keptAt > keepNanos;
        if (isDue && keepNanos < Double.POSITIVE_INFINITY) {
            states.get().forEach(progress::keep);
            keptAt = System.nanoTime();
        }
        if (isCutOff) {
            throw new CancellationException("the training was cut off");
        }
    }

    /** The trials that must end early, by the newest points of those that still train. */
    SortedMap<TrialId, Outcome.Stopped> judge(SortedMap<TrialId, CurvePoint> points) {
        return points.isEmpty() ? Collections.emptySortedMap() : progress.judge(points);
    }
}
