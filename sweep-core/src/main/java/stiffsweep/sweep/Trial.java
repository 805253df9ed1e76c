package stiffsweep.sweep;

import java.io.Serializable;
import java.util.List;
import java.util.function.ToDoubleFunction;
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

    /** A number of the settings of each trial. */
    public static double[] numbers(List<Trial> trials, ToDoubleFunction<Settings> number) {
        return trials.stream()
                .mapToDouble(trial -> number.applyAsDouble(trial.settings()))
                .toArray();
    }

    /** A seed for one purpose, such as "weights". */
    public long seedFor(String purpose) {
        return ContentHash.seed(seed, purpose);
    }
}
