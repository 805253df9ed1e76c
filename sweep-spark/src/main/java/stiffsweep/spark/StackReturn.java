package stiffsweep.spark;

import java.io.Serializable;
import java.util.List;
import stiffsweep.result.TrialResult;

/**
 * What comes back from a stack.
 *
 * @param results of its trials, in their order; brief where they are published; none where it was cut off
 * @param isPublished whether the executor has put them into the result folder
 * @param refusal why it could not, though it should have; empty where nothing went wrong
 */
record StackReturn(List<TrialResult> results, boolean isPublished, String refusal) implements Serializable {

    StackReturn {
        results = List.copyOf(results);
    }

    /** Of a stack that was cut off for the run is ending: nothing but that. */
    static StackReturn cutOff() {
        return new StackReturn(List.of(), false, "");
    }

    boolean isCutOff() {
        return results.isEmpty();
    }

    /** Results that the driver is to publish. */
    static StackReturn unpublished(List<TrialResult> results) {
        return new StackReturn(results, false, "");
    }

    /** Results whose executor could not publish them. */
    static StackReturn refused(List<TrialResult> results, String refusal) {
        return new StackReturn(results, false, refusal);
    }

    /** Results that are in the folder. */
    static StackReturn published(List<TrialResult> results) {
        return new StackReturn(results.stream().map(TrialResult::brief).toList(), true, "");
    }
}
