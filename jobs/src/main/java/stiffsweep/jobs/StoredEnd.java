package stiffsweep.jobs;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.Outcome;
import stiffsweep.store.Row;
import stiffsweep.sweep.TrialId;
import stiffsweep.train.Progress;

/**
 * Ends a trial that is run again where a rule ended it when its row was made.
 *
 * @param epoch the epoch of that
 */
record StoredEnd(long epoch, Outcome.Stopped end) implements Progress {

    /** What ends the trial of a row; a trial that no rule ended trains to its end. */
    static Progress of(Row row) {
        if (row.value("rung") instanceof Long rung && row.value("epochs") instanceof Long epochs) {
            return new StoredEnd(epochs, new Outcome.Stopped(String.valueOf(row.value("failure")), rung));
        }
        return (epoch, epochs, bestError) -> {};
    }

    @Override
    public void at(long epoch, long epochs, double bestError) {}

    @Override
    public SortedMap<TrialId, Outcome.Stopped> judge(SortedMap<TrialId, CurvePoint> points) {
        SortedMap<TrialId, Outcome.Stopped> ends = new TreeMap<>();
        points.forEach((trial, point) -> {
            if (point.epoch() == epoch) {
                ends.put(trial, end);
            }
        });
        return Collections.unmodifiableSortedMap(ends);
    }
}
