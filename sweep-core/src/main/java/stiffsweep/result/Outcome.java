package stiffsweep.result;

import java.io.Serializable;

/** How a trial ended. Every ending is a result: none is dropped. */
public sealed interface Outcome extends Serializable {

    /** The value of the column {@code outcome}. */
    Status status();

    /** The cause and its remedy in a sentence, the column {@code failure}; empty for a completed trial. */
    String reason();

    /** Whether the trial failed or timed out, which is no finding about its equation. */
    default boolean isFailure() {
        return status().isFailure();
    }

    /** The closed list of endings, as stored. */
    enum Status {
        COMPLETED,
        DIVERGED,
        FAILED,
        TIMED_OUT,
        STOPPED;

        /** Whether this is no finding about the trial's equation. */
        public boolean isFailure() {
            return this == FAILED || this == TIMED_OUT;
        }
    }

    /** What a completed training came to, as stored in the column {@code stopped_by}. */
    enum StoppedBy {
        /** All its epochs. */
        EPOCHS,
        /** A loss below {@code training.stop-below}. */
        LOSS,
        /** A gradient that is too small to follow. */
        GRADIENT,
        /** A step that is too small to change the parameters. */
        STEP,
        /** {@code training.optimizer = none}: the conventional method alone was measured. */
        UNTRAINED
    }

    /**
     * Came to its end.
     *
     * @param stoppedBy what the end was
     */
    record Completed(StoppedBy stoppedBy) implements Outcome {
        @Override
        public Status status() {
            return Status.COMPLETED;
        }

        @Override
        public String reason() {
            return "";
        }
    }

    /** The loss became infinite or not a number. */
    record Diverged(String reason) implements Outcome {
        @Override
        public Status status() {
            return Status.DIVERGED;
        }
    }

    /** The trial itself broke: an exception or a lost process, each time it was tried. */
    record Failed(String reason) implements Outcome {
        @Override
        public Status status() {
            return Status.FAILED;
        }
    }

    /** The trial ran longer than it was allowed to. */
    record TimedOut(String reason) implements Outcome {
        @Override
        public Status status() {
            return Status.TIMED_OUT;
        }
    }

    /**
     * A rule of the sweep ended the trial early.
     *
     * @param rung the epoch at which the rule compared it with others
     */
    record Stopped(String reason, long rung) implements Outcome {
        @Override
        public Status status() {
            return Status.STOPPED;
        }
    }
}
