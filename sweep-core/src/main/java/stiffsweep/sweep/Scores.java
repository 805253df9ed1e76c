package stiffsweep.sweep;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What is known of a sweep's trials.
 *
 * @param byTrial for every trial that has a result, the numbers that were measured on it, by column; none on a trial that did
 *     not complete
 */
public record Scores(Map<TrialId, Map<String, Double>> byTrial) {

    /** Before any trial has run. */
    public static final Scores NONE = new Scores(Map.of());

    public Scores {
        byTrial = Map.copyOf(byTrial);
    }

    /** A trial's number in a column: nothing where it has not run, infinite where it has and there is no finite number. */
    OptionalDouble of(TrialId trial, String metric) {
        Map<String, Double> measured = byTrial.get(trial);
        if (measured == null) {
            return OptionalDouble.empty();
        }
        double number = measured.getOrDefault(metric, Double.POSITIVE_INFINITY);
        return OptionalDouble.of(Double.isFinite(number) ? number : Double.POSITIVE_INFINITY);
    }
}
