package stiffsweep.sweep;

import java.io.Serializable;
import java.time.Instant;

/**
 * Where and by what a result was made.
 *
 * @param codeVersion the commit of this code, with "-dirty" where the tree had changes
 * @param device the device, such as {@code cpu} or {@code gpu0}
 * @param host the machine's name
 * @param startedAt when the trial's stack started
 * @param stackSize how many trials trained together; 0 where that is not known
 * @param trainSeconds the stack's wall time of training, divided by its size
 */
public record Provenance(
        String codeVersion, String device, String host, Instant startedAt, int stackSize, double trainSeconds)
        implements Serializable {}
