package stiffsweep.spark;

import java.util.List;
import stiffsweep.store.RunStatus;
import stiffsweep.sweep.TrialResult;

/** Hears how a run goes on. Calls come from several threads, but one at a time. */
public interface RunListener {

    /** Once a second or so while stacks are being trained, and once at the end. */
    void status(RunStatus status);

    /** The results of a stack have just been published. */
    void published(List<TrialResult> results);

    /** Something went wrong that the run has dealt with. */
    void warning(String sentence);

    /** A listener that does nothing. */
    static RunListener silent() {
        return new RunListener() {
            @Override
            public void status(RunStatus status) {}

            @Override
            public void published(List<TrialResult> results) {}

            @Override
            public void warning(String sentence) {}
        };
    }
}
