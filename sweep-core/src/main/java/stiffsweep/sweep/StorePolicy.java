package stiffsweep.sweep;

import java.io.Serializable;

/**
 * What a run keeps beside the rows: the block {@code store} of a sweep file. It is no part of the question.
 *
 * @param checkpoints which parameters are kept
 */
public record StorePolicy(Checkpoints checkpoints) implements Serializable {

    /** Rows alone. */
    public static final StorePolicy DEFAULT = new StorePolicy(Checkpoints.NONE);

    /** Which of its parameters are kept of a trial. */
    public enum Checkpoints {
        /** None. */
        NONE,
        /** Those of the lowest loss. */
        BEST
    }
}
