package stiffsweep.sweep;

import java.io.Serializable;

/**
 * What a run keeps beside the rows: the block {@code store} of a sweep file. It is no part of the question.
 *
 * @param checkpoints what is kept of the trainings
 */
public record StorePolicy(Checkpoints checkpoints) implements Serializable {

    /** Rows alone. */
    public static final StorePolicy DEFAULT = new StorePolicy(Checkpoints.NONE);

    /** What is kept of the training of a trial. */
    public enum Checkpoints {
        /** None. */
        NONE,
        /** Those of the lowest loss. */
        BEST,
        /** Those of the lowest loss, and where the training stood at its end. */
        ALL
    }
}
