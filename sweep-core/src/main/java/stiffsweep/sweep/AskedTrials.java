package stiffsweep.sweep;

import java.util.List;
import java.util.Optional;

/**
 * What a sweep asks for, given what is known.
 *
 * @param trials every trial, each once: replicate by replicate, points in their order
 * @param lawless for each point of a search that breaks a law, and so has no trial, the first of its faults
 */
public record AskedTrials(List<Trial> trials, List<String> lawless) {

    public AskedTrials {
        trials = List.copyOf(trials);
        lawless = List.copyOf(lawless);
    }

    /** A sentence on the points that have no trial; nothing where there are none. */
    public Optional<String> warning() {
        int count = lawless.size();
        String passedOver = count == 1
                ? "1 point of the search breaks a law and is not trained: "
                : count + " points of the search break a law and are not trained; the first: ";
        return lawless.stream().findFirst().map(passedOver::concat);
    }
}
