package stiffsweep.result;

import java.io.Serializable;
import java.time.Instant;

/**
 * Where, when and by what a result was made.
 *
 * @param software by what
 * @param machine where
 * @param startedAt when the trial's stack started
 * @param endedAt when its results were there, or it was given up
 * @param attempt which start of the trial in its run this was, in a stack or alone, from 1
 * @param stackSize how many trials trained together; 0 where that is not known
 * @param trainSeconds the stack's wall time of training, divided by its size
 * @param epochsResumed the epochs that an earlier training had done, from whose state this one went on
 */
public record Provenance(
        Software software,
        Machine machine,
        Instant startedAt,
        Instant endedAt,
        int attempt,
        int stackSize,
        double trainSeconds,
        long epochsResumed)
        implements Serializable {

    /** The same with what only the run knows that the trial was a part of. */
    public Provenance inRun(int attempt, String spark) {
        Software software = new Software(this.software.code(), this.software.engine(), spark, this.software.java());
        return new Provenance(software, machine, startedAt, endedAt, attempt, stackSize, trainSeconds, epochsResumed);
    }
}
