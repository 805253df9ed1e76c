package stiffsweep.sweep;

import java.io.Serializable;
import stiffsweep.declare.Settings;

/**
 * One training run to be made: settings and a seed.
 *
 * @param id the content hash of the settings and the seed
 * @param replicate the index of the replicate, from 0; all settings share the replicate's seed
 * @param seed the replicate's seed
 * @param settings the resolved settings
 */
public record Trial(TrialId id, int replicate, long seed, Settings settings) implements Serializable {

    /** The name of the trial's problem. */
    public String problem() {
        return settings.problem();
    }

    /** A seed for one purpose, such as "weights". */
    public long seedFor(String purpose) {
        return ContentHash.seed(seed, purpose);
    }
}
