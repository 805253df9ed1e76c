package stiffsweep.spark;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import stiffsweep.sweep.Outcome;
import stiffsweep.sweep.Provenance;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialResult;

/** A trial of which nothing came back, each time it ran alone. */
final class LostTrial {

    private LostTrial() {}

    /** The result that such a trial has: FAILED, with nothing measured. */
    static TrialResult result(Trial trial, String reason, Instant startedAt) {
        // Where and by what it was run is not known: that went with its process.
        Provenance unknown = new Provenance("", "", "", startedAt, 0, Double.NaN);
        return new TrialResult(trial, new Outcome.Failed(reason), 0, new TreeMap<>(), List.of(), List.of(), unknown);
    }
}
