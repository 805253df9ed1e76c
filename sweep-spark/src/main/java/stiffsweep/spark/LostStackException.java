package stiffsweep.spark;

import java.time.Duration;

/** Nothing came back from a stack. */
final class LostStackException extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;
    private final Kind kind;

    private enum Kind {
        LOST,
        OVERDUE,
        ENDED_THE_RUN
    }

    private LostStackException(String reason, Kind kind) {
        super(reason);
        this.reason = reason;
        this.kind = kind;
    }

    /** It was lost with its process, or refused by Spark. */
    static LostStackException by(Throwable failure) {
        return new LostStackException(innermost(failure), Kind.LOST);
    }

    /** What happened, in a line: Spark's own words for a failed job say nothing. */
    static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString().lines().findFirst().orElse("");
    }

    /** It has ended the process of a local run, and the run with it. */
    static LostStackException ended(String place) {
        return new LostStackException(
                "it called " + place + ", which ends the process that it trains in", Kind.ENDED_THE_RUN);
    }

    /** It was lost for a reason that its process told before it went. */
    static LostStackException told(String reason) {
        return new LostStackException(reason, Kind.LOST);
    }

    /** It was given up after the time that each of its trials may take. */
    static LostStackException overdue(int trials, Duration timeout) {
        return new LostStackException(
                "a trial must end within failure.timeout = " + timeout.toSeconds() + " s, but " + trials
                        + " trained together took more than "
                        + timeout.multipliedBy(trials).toSeconds() + " s",
                Kind.OVERDUE);
    }

    /** Why, as far as it is known. */
    String reason() {
        return reason;
    }

    /** Whether another try would come to nothing else. */
    boolean isForGood() {
        return kind != Kind.LOST;
    }

    /** Whether it was given up because it took too long. */
    boolean isOverdue() {
        return kind == Kind.OVERDUE;
    }

    /** Whether no other trial of the run can be trained after it. */
    boolean hasEndedTheRun() {
        return kind == Kind.ENDED_THE_RUN;
    }
}
