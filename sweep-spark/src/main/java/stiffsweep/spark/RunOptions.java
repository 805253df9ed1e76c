package stiffsweep.spark;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stiffsweep.sweep.Outcome;

/**
 * How a sweep is to be run.
 *
 * @param master the Spark master; null takes what spark-submit was given, or else every core of this machine
 * @param retry endings that count as missing: trials with these run again
 */
public record RunOptions(@Nullable String master, Set<Outcome.Status> retry) {

    public RunOptions {
        retry = retry.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(retry));
    }

    /** Runs what is missing on a master, and nothing again. */
    public static RunOptions on(String master) {
        return new RunOptions(master, Set.of());
    }

    /** These options, with trials of some endings run again. */
    public RunOptions retrying(Set<Outcome.Status> endings) {
        return new RunOptions(master, endings);
    }
}
