package stiffsweep.spark;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import stiffsweep.result.Machine;
import stiffsweep.result.Outcome;
import stiffsweep.result.Provenance;
import stiffsweep.result.Software;
import stiffsweep.result.TrialResult;
import stiffsweep.sweep.Trial;

/** The result of a trial of which nothing came back when it ran alone, with nothing measured. */
final class LostTrial {

    private LostTrial() {}

    /**
     * A trial whose process was lost each time.
     *
     * @param tries how often it ran alone
     * @param reason what is known of the last time
     */
    static TrialResult failed(Trial trial, int tries, String reason, Instant startedAt) {
        String failure = "the trial was lost " + tries + (tries == 1 ? " time" : " times") + " when alone: " + reason
                + "; spark.log has more, and --retry failed runs it again";
        return result(trial, new Outcome.Failed(failure), startedAt);
    }

    /** A trial that took longer than it may. */
    static TrialResult timedOut(Trial trial, String reason, Instant startedAt) {
        String failure = reason + "; raise it, and --retry timed-out runs the trial again";
        return result(trial, new Outcome.TimedOut(failure), startedAt);
    }

    private static TrialResult result(Trial trial, Outcome outcome, Instant startedAt) {
        // Where and by what it was run is not known: that went with its process.
        Provenance unknown =
                new Provenance(Software.UNKNOWN, Machine.UNKNOWN, startedAt, Instant.now(), 1, 0, Double.NaN, 0);
        return new TrialResult(trial, outcome, 0, new TreeMap<>(), List.of(), List.of(), List.of(), unknown);
    }
}
