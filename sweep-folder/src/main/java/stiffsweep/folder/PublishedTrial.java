package stiffsweep.folder;

import java.util.Map;
import stiffsweep.result.Outcome;

/**
 * What a row says of its trial.
 *
 * @param startedAt when its stack started [microseconds since 1970]
 * @param outcome how it ended
 * @param numbers what was measured on it, if it completed: those columns that were asked for and have a number
 */
public record PublishedTrial(long startedAt, Outcome.Status outcome, Map<String, Double> numbers) {

    /** Keeps a copy of the numbers. */
    public PublishedTrial {
        numbers = Map.copyOf(numbers);
    }
}
