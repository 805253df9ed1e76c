package stiffsweep.spark;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stiffsweep.result.Outcome;
import stiffsweep.result.TrialResult;
import stiffsweep.run.ProcessEnd;
import stiffsweep.run.Stack;
import stiffsweep.store.RunStatus;
import stiffsweep.store.RunStatus.LiveStack;
import stiffsweep.sweep.TrialId;

/**
 * Keeps account of a run, in memory: what is asked for, what is published, which stacks are live and what executors have said of
 * them, what is lost, and whether the run is coming to its end.
 *
 * <p>The thread of the run says what is asked for, between two rounds. A stack belongs to one thread of the {@link StackPool},
 * from its start until its rows are there or it is lost. What executors say comes on Spark's one thread for messages, or on those
 * of a local run's tasks, and may come after the stack has ended. The end of the process comes from a hook of its own, that of the
 * run from its pool. The timer of the {@link StatusBoard} reads.
 *
 * <p>Every method holds the lock of the ledger for a moment, and none waits for anything or calls anybody back: any of these
 * threads may call, whatever lock of its own it holds. Whether the run is ending is known without the lock, for the trainings of
 * a local run ask after each epoch.
 */
final class RunLedger {

    /** Before, the virtual machine still warms up, and what is left would be overestimated many times. */
    private static final double FIRST_ESTIMATE_SECONDS = 10;

    private final String sweep;
    private final Clock clock;
    private final Instant startedAt;
    private @Nullable Instant trainingSince;
    private final EnumMap<Outcome.Status, Integer> outcomes = new EnumMap<>(Outcome.Status.class);
    private final SortedMap<String, Entry> live = new TreeMap<>();
    private final Set<TrialId> handedOut = new HashSet<>();
    private double workedBefore;
    private int planned;
    private int most;
    private int runNow;
    private boolean hasFailure;
    private double bestError = Double.POSITIVE_INFINITY;
    private volatile boolean isCutShort;
    private volatile @Nullable ProcessEnd processEnd;

    /**
     * A stack that is handed out.
     *
     * @param stack how far it is
     * @param begun how much of the work on it had been done when it was handed out, in trials
     * @param heardAt when an executor took it up, by {@link System#nanoTime}; null before
     * @param isTraining whether it has been heard to train
     * @param lastWords why its process is about to go; null where it is not
     */
    private record Entry(
            LiveStack stack,
            double begun,
            @Nullable Long heardAt,
            boolean isTraining,
            @Nullable String lastWords) {

        /** How it stands, with news of its training; 0 of 0 epochs where an executor takes it up. */
        Entry at(long epoch, long epochs, double error) {
            boolean isTakenUp = epochs == 0;
            // Perhaps not the first one to take it up, for Spark itself may hand on a task of a machine that is gone.
            Long since = isTakenUp || heardAt == null ? (Long) System.nanoTime() : heardAt;
            LiveStack moved = new LiveStack(stack.stack(), stack.trials(), epoch, epochs, finite(error));
            return new Entry(moved, begun, since, isTraining || !isTakenUp, lastWords);
        }

        /** How much of the work on it is done, in trials. While it waits for its turn, nothing is added. */
        double worked() {
            return isTraining ? stack.fraction() * stack.trials() : begun;
        }

        Entry withLastWords(String reason) {
            return new Entry(stack, begun, heardAt, isTraining, reason);
        }
    }

    /** Opens the account. */
    RunLedger(String sweep, Clock clock) {
        this.sweep = sweep;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /**
     * Takes note of what is asked for, while no stack is live.
     *
     * @param trials the number of trials
     * @param atMost what the number may come to, where trials depend on results
     * @param done how those of them ended that have a row
     */
    synchronized void asked(int trials, long atMost, Collection<Outcome.Status> done) {
        planned = trials;
        most = Math.toIntExact(atMost);
        outcomes.clear();
        done.forEach(outcome -> outcomes.merge(outcome, 1, Integer::sum));
    }

    /** A stack is handed out from where its trials stand: what they have done by then is not the work of this run. */
    synchronized void started(String name, Stack stack) {
        double begun = 0;
        for (int slot = 0; slot < stack.size(); slot++) {
            double done = begun(stack, slot);
            begun += done;
            // A trial that is handed out again brings what this run has made of it.
            if (handedOut.add(stack.trials().get(slot).id())) {
                workedBefore += done;
            }
        }
        live.put(name, new Entry(new LiveStack(name, stack.size(), 0, 0, null), begun, null, false, null));
    }

    /** The part of a trial's training that is done, from 0 to 1. */
    private static double begun(Stack stack, int slot) {
        return stack.states().isEmpty()
                ? 0
                : stack.states()
                        .get(slot)
                        .share(stack.trials().get(slot).settings().training());
    }

    /** An executor says how far a stack is; 0 of 0 epochs when it takes it up. */
    synchronized void progressed(String name, long epoch, long epochs, double error) {
        noteTraining();
        // The last message of a stack may come after its results: it is no longer live then.
        live.computeIfPresent(name, (key, entry) -> entry.at(epoch, epochs, error));
        noteError(error);
    }

    /** The process of a stack is about to go, and says why. */
    synchronized void saidLast(String name, String reason) {
        live.computeIfPresent(name, (key, entry) -> entry.withLastWords(reason));
    }

    /** Whether a stack has been heard to train. */
    synchronized boolean isTraining(String name) {
        Entry entry = live.get(name);
        return entry != null && entry.isTraining();
    }

    /** Whether a stack has been worked on for longer than it may; one that waits for a slot has not. */
    synchronized boolean isOverdue(String name, Duration allowed) {
        Entry entry = live.get(name);
        Long since = entry == null ? null : entry.heardAt();
        return since != null && System.nanoTime() - since > allowed.toNanos();
    }

    /** Why the process of a stack went, if it has said so; null if not. */
    synchronized @Nullable String lastWords(String name) {
        Entry entry = live.get(name);
        return entry == null ? null : entry.lastWords();
    }

    /** The rows of a stack are there. */
    synchronized void published(String name, List<TrialResult> results) {
        noteTraining();
        live.remove(name);
        runNow += results.size();
        for (TrialResult result : results) {
            Outcome outcome = result.outcome();
            outcomes.merge(outcome.status(), 1, Integer::sum);
            hasFailure |= outcome.isFailure();
            if (outcome.status() == Outcome.Status.COMPLETED) {
                noteError(result.measurements().getOrDefault("error_mse", Double.NaN));
            }
        }
    }

    /** Nothing comes of a stack that was handed out; its trials may be handed out again. */
    synchronized void lost(String name) {
        live.remove(name);
    }

    /** Whether a trial went wrong in this run. */
    synchronized boolean hasFailure() {
        return hasFailure;
    }

    /** The run ends before its stacks do: what is still being worked on is of no use any more. */
    void cutShort() {
        isCutShort = true;
    }

    /** The process ends, and the run with it. */
    void cutShort(ProcessEnd end) {
        processEnd = end;
    }

    /** Whether the run is coming to its end before its stacks do, so that what is lost now is nobody's fault. */
    boolean isEnding() {
        return isCutShort || processEnd != null;
    }

    /** Where the work on a stack has ended the process; null where it has not. */
    @Nullable
    String endedBy(String stack) {
        ProcessEnd end = processEnd;
        Thread caller = end == null ? null : end.caller();
        return end != null && caller != null && stack.equals(StackTask.stackOf(caller)) ? end.place() : null;
    }

    /** How the run stands; before its end, of the most trials that it may come to. */
    synchronized RunStatus status(RunStatus.State state) {
        int all = state == RunStatus.State.FINISHED ? planned : most;
        Instant now = clock.instant();
        Instant since = trainingSince == null ? now : trainingSince;
        double seconds = Duration.between(since, now).toNanos() * 1e-9;
        List<LiveStack> stacks = live.values().stream().map(Entry::stack).toList();
        double worked = live.values().stream().mapToDouble(Entry::worked).sum();
        double rate = seconds > 0 ? Math.max(0, runNow + worked - workedBefore) / seconds : 0;
        double missing = all - done() - worked;
        return new RunStatus(
                sweep,
                state,
                all,
                new TreeMap<>(outcomes),
                startedAt,
                now,
                rate,
                seconds < FIRST_ESTIMATE_SECONDS ? null : finite(missing / rate),
                finite(bestError),
                stacks.stream().filter(stack -> stack.epochs() > 0).toList());
    }

    /** What the run came to. */
    synchronized RunSummary summary(RunStatus.State state) {
        return new RunSummary(state, planned, done() - runNow, runNow, new TreeMap<>(outcomes));
    }

    private int done() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Rates are those of trainings: Spark's start, and the measurement of stacks, come once. */
    private void noteTraining() {
        if (trainingSince == null) {
            trainingSince = clock.instant();
        }
    }

    private void noteError(double error) {
        if (error < bestError) {
            bestError = error;
        }
    }

    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }
}
