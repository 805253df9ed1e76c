package stiffsweep.spark;

import java.time.Duration;

/** Nothing came back from a stack. */
final class LostStackException extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;
    private final boolean isOverdue;

    private LostStackException(String reason, boolean isOverdue) {
        super(reason);
        this.reason = reason;
        this.isOverdue = isOverdue;
    }

    /** It was lost with its process, or refused by Spark. */
    static LostStackException by(Throwable failure) {
        Throwable cause = failure;
        // Spark's own words for a failed job say nothing; the innermost cause is what happened.
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return new LostStackException(cause.toString().lines().findFirst().orElse(""), false);
    }

    /** It was lost for a reason that its process told before it went. */
    static LostStackException told(String reason) {
        return new LostStackException(reason, false);
    }

    /** It was given up after the time that each of its trials may take. */
    static LostStackException overdue(int trials, Duration timeout) {
        return new LostStackException(
                "a trial must end within failure.timeout = " + timeout.toSeconds() + " s, but " + trials
                        + " trained together took more than "
                        + timeout.multipliedBy(trials).toSeconds() + " s",
                true);
    }

    /** Why, as far as it is known. */
    String reason() {
        return reason;
    }

    /** Whether it was given up because it took too long. */
    boolean isOverdue() {
        return isOverdue;
    }
}
