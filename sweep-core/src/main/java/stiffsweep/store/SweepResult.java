package stiffsweep.store;

import stiffsweep.result.Provenance;
import stiffsweep.result.TrialResult;
import stiffsweep.sweep.Trial;

/**
 * A result beside the sweep that asked for it: what a row of {@code trials} is made of.
 *
 * @param sweep the sweep's name
 * @param configHash the hash over all its resolved settings
 * @param result the result
 */
record SweepResult(String sweep, String configHash, TrialResult result) {

    Trial trial() {
        return result.trial();
    }

    Provenance provenance() {
        return result.provenance();
    }
}
