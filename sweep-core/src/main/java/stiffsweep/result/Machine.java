package stiffsweep.result;

import java.io.Serializable;

/**
 * Where a trial was run. A word is empty where it is not known.
 *
 * @param host the machine's name
 * @param device the device, such as {@code cpu} or {@code gpu0}
 * @param threads the threads that the engine computes with; 0 where that is not known, or it played no part
 * @param kernel what evaluated the networks, {@code fused} or {@code engine}
 */
public record Machine(String host, String device, int threads, String kernel) implements Serializable {

    /** What is known of the machine of a process that was lost. */
    public static final Machine UNKNOWN = new Machine("", "", 0, "");
}
