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
     * A trial whose process was lost each time, or that took longer than it may.
     *
     * @param last how it was lost the last time
     * @param tries how often it ran alone
     */
    static TrialResult of(Trial trial, LostStackException last, int tries, Instant startedAt) {
        // Where and by what it was run is not known: that went with its process.
        Provenance unknown =
                new Provenance(Software.UNKNOWN, Machine.UNKNOWN, startedAt, Instant.now(), 1, 0, Double.NaN, 0);
        return new TrialResult(trial, end(last, tries), 0, new TreeMap<>(), List.of(), List.of(), List.of(), unknown);
    }

    private static Outcome end(LostStackException last, int tries) {
        if (last.isOverdue()) {
            return new Outcome.TimedOut(last.reason()
                    + "; raise it, and with --retry timed-out the trial goes on from its last state, if there is one");
        }
        // One that ends the run does it once, whatever became of the tries before.
        int losses = last.hasEndedTheRun() ? 1 : tries;
        return new Outcome.Failed(
                "the trial was lost " + losses + (losses == 1 ? " time" : " times") + " when alone: " + last.reason()
                        + "; spark.log has more, and with --retry failed it goes on from its last state, if there is one");
    }
}
