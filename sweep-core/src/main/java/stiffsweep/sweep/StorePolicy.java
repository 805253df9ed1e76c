package stiffsweep.sweep;

import java.io.Serializable;
import stiffsweep.choice.Choice;

/**
 * What a run keeps beside the rows, and how: the block {@code store} of a sweep file. It is no part of the question.
 *
 * @param checkpoints what is kept of the trainings
 * @param publish who writes the rows
 */
public record StorePolicy(Checkpoints checkpoints, Publish publish) implements Serializable {

    /** Rows alone, by the driver. */
    public static final StorePolicy DEFAULT = keeping(Checkpoints.NONE);

    /** The policy that keeps so much, by the driver. */
    public static StorePolicy keeping(Checkpoints checkpoints) {
        return new StorePolicy(checkpoints, Publish.DRIVER);
    }

    /** This policy, with another writer. */
    public StorePolicy with(Publish writer) {
        return new StorePolicy(checkpoints, writer);
    }

    /** Who writes the rows of a stack into the result folder. */
    public enum Publish implements Choice {
        /** The driver, to which everything is sent. */
        DRIVER,
        /** The executor that has trained it, which must see the folder. */
        EXECUTOR
    }

    /** What is kept of the training of a trial. */
    public enum Checkpoints implements Choice {
        /** None. */
        NONE,
        /** Those of the lowest loss. */
        BEST,
        /** Those of the lowest loss, and where the training stood at its end. */
        ALL
    }
}
