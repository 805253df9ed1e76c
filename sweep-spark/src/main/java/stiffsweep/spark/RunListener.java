package stiffsweep.spark;

import java.util.List;
import stiffsweep.result.TrialResult;
import stiffsweep.store.RunStatus;

/** Hears how a run goes on; what it is not interested in, it need not say. Calls come from several threads, one at a time. */
public interface RunListener {

    /** Once a second or so while stacks are being trained, and once at the end. */
    default void status(RunStatus status) {}

    /** The results of a stack have just been published. */
    default void published(List<TrialResult> results) {}

    /** Something went wrong that the run has dealt with. */
    default void warning(String sentence) {}
}
