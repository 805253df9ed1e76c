package stiffsweep.spark;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stiffsweep.result.Outcome;
import stiffsweep.stop.StopPolicy;
import stiffsweep.sweep.FailurePolicy;
import stiffsweep.sweep.StorePolicy;

/**
 * How a sweep is to be run.
 *
 * @param master the Spark master; null takes what spark-submit was given, or else every core of this machine
 * @param retry endings that count as missing: trials with these run again
 * @param jars jars that executors need beside what they have; this process has them already
 * @param failure what is made of trials that go wrong
 * @param stop which trials end early
 * @param store what is kept beside the rows
 */
public record RunOptions(
        @Nullable String master,
        Set<Outcome.Status> retry,
        List<Path> jars,
        FailurePolicy failure,
        StopPolicy stop,
        StorePolicy store) {

    public RunOptions {
        retry = retry.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(retry));
        jars = List.copyOf(jars);
    }

    /** Runs what is missing on a master, and nothing again. */
    public static RunOptions on(String master) {
        return new RunOptions(
                master, Set.of(), List.of(), FailurePolicy.DEFAULT, StopPolicy.DEFAULT, StorePolicy.DEFAULT);
    }

    /** These options, with trials of some endings run again. */
    public RunOptions retrying(Set<Outcome.Status> endings) {
        return new RunOptions(master, endings, jars, failure, stop, store);
    }

    /** These options, with another policy for failures. */
    public RunOptions with(FailurePolicy policy) {
        return new RunOptions(master, retry, jars, policy, stop, store);
    }

    /** These options, with some trials ended early. */
    public RunOptions with(StopPolicy policy) {
        return new RunOptions(master, retry, jars, failure, policy, store);
    }

    /** These options, with another policy for what is kept. */
    public RunOptions with(StorePolicy policy) {
        return new RunOptions(master, retry, jars, failure, stop, policy);
    }
}
