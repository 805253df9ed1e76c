package stiffsweep.store;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stiffsweep.result.Outcome;

/**
 * How a run stands.
 *
 * @param sweep the sweep's name
 * @param state whether the run goes on, or how it ended
 * @param planned the trials that are asked for; of a run that has not finished, the most that may be
 * @param outcomes how many of them ended in which way, earlier runs included
 * @param startedAt when the run started
 * @param updatedAt when this was written
 * @param trialsPerSecond the rate of this run, 0 before it is known
 * @param secondsLeft the time that the missing trials will take at this rate; null before it is known
 * @param bestError the lowest mean squared error that this run has seen; null before there is one
 * @param live the stacks that are being trained and have said how far they are
 */
public record RunStatus(
        String sweep,
        State state,
        int planned,
        SortedMap<Outcome.Status, Integer> outcomes,
        Instant startedAt,
        Instant updatedAt,
        double trialsPerSecond,
        @Nullable Double secondsLeft,
        @Nullable Double bestError,
        List<LiveStack> live) {

    public RunStatus {
        outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
        live = List.copyOf(live);
    }

    /** Where a run is. */
    public enum State {
        RUNNING,
        FINISHED,
        /** Ended before every trial was run; the same command continues. */
        INTERRUPTED,
        /** Ended by an error of its own; the same command continues once its cause is gone. */
        FAILED
    }

    /** How many of the planned trials have a row. */
    public int done() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The part of the sweep that is done, from 0 to 1; stacks that are being trained count in part. */
    public double fraction() {
        return fraction(done(), live, planned);
    }

    /**
     * The part of some trials that is done, from 0 to 1.
     *
     * @param done how many have a row
     * @param live the stacks of others that are being trained, which count in part
     * @param planned how many there are
     */
    public static double fraction(long done, List<LiveStack> live, long planned) {
        double worked = done
                + live.stream()
                        .mapToDouble(stack -> stack.trials() * stack.fraction())
                        .sum();
        return planned == 0 ? 1 : Math.min(1, worked / planned);
    }

    /**
     * A stack that is being trained.
     *
     * @param stack the name of its file
     * @param trials how many trials it has
     * @param epoch the epochs done
     * @param epochs the longest training of its trials, with its polish; 0 before the stack has said how far it is
     * @param bestError the lowest mean squared error so far; null before there is one
     */
    public record LiveStack(
            String stack,
            int trials,
            long epoch,
            long epochs,
            @Nullable Double bestError) {

        /** The part of the training that is done, from 0 to 1. */
        public double fraction() {
            return epochs == 0 ? 0 : (double) epoch / epochs;
        }
    }
}
