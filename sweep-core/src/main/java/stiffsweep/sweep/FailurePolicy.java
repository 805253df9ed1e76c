package stiffsweep.sweep;

import java.io.Serializable;
import java.time.Duration;

/**
 * What a run makes of trials that go wrong: the block {@code failure} of a sweep file. It is no part of the question.
 *
 * @param tolerate the share of the planned trials that may fail or time out in a sweep that is still a success, 0 to 1
 * @param retries how often a trial runs again whose process was lost while it ran alone
 * @param timeout the longest that a trial may take; zero for as long as it likes
 * @param memory the largest that the process of a trial may grow, in bytes of resident memory; 0 for no limit of our own
 * @param failFast whether the first trial that fails or times out ends the run
 */
public record FailurePolicy(double tolerate, int retries, Duration timeout, long memory, boolean failFast)
        implements Serializable {

    /** A process that is lost may be another one's fault, so a trial has a second try; nothing else is limited. */
    public static final FailurePolicy DEFAULT = new FailurePolicy(0.05, 1, Duration.ZERO, 0, false);

    /** What is lost a hundred times alone is lost. */
    public static final int MOST_RETRIES = 100;

    public FailurePolicy {
        if (!(tolerate >= 0 && tolerate <= 1)
                || retries < 0
                || retries > MOST_RETRIES
                || timeout.isNegative()
                || memory < 0) {
            throw new IllegalArgumentException("failures may be tolerated from 0 to 1, retries be up to " + MOST_RETRIES
                    + ", and timeout and memory not" + " be negative, but got " + tolerate + ", " + retries + ", "
                    + timeout + " and " + memory);
        }
    }

    /** Whether a sweep is a success with so many trials that failed or timed out. */
    public boolean tolerates(int failures, int planned) {
        return planned == 0 || (double) failures / planned <= tolerate;
    }
}
