package stiffsweep.spark;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.result.Outcome;
import stiffsweep.store.RunStatus;

/**
 * What a run came to.
 *
 * @param state {@code FINISHED}; {@code INTERRUPTED} where trials are missing and the same command continues; {@code FAILED}
 *     where the first failure was to end the run
 * @param planned the trials that are asked for
 * @param alreadyDone how many of them had a row before
 * @param runNow how many of them this run has published
 * @param outcomes how many of them ended in which way, earlier runs included
 */
public record RunSummary(
        RunStatus.State state, int planned, int alreadyDone, int runNow, SortedMap<Outcome.Status, Integer> outcomes) {

    public RunSummary {
        outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    }

    /** How many trials failed or timed out. */
    public int failures() {
        return count(Outcome.Status.FAILED) + count(Outcome.Status.TIMED_OUT);
    }

    /** How many trials ended in this way. */
    public int count(Outcome.Status ending) {
        return outcomes.getOrDefault(ending, 0);
    }
}
