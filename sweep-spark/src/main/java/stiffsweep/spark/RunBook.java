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
import stiffsweep.run.Stack;
import stiffsweep.store.RunStatus;
import stiffsweep.store.RunStatus.LiveStack;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;

/** Keeps account of a run, in memory. Safe for use by several threads. */
final class RunBook {

    /** Before, the virtual machine still warms up, and what is left would be overestimated many times. */
    private static final double FIRST_ESTIMATE_SECONDS = 10;

    private final String sweep;
    private final Clock clock;
    private final Instant startedAt;
    private @Nullable Instant trainingSince;
    private final EnumMap<Outcome.Status, Integer> outcomes = new EnumMap<>(Outcome.Status.class);
    private final SortedMap<String, LiveStack> live = new TreeMap<>();
    private final Set<TrialId> handedOut = new HashSet<>();
    private double workedBefore;
    private int planned;
    private int runNow;
    private double bestError = Double.POSITIVE_INFINITY;

    /** Opens the account. */
    RunBook(String sweep, Clock clock) {
        this.sweep = sweep;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /**
     * Takes note of what is asked for, while no stack is live.
     *
     * @param trials the number of trials
     * @param done how those of them ended that have a row
     */
    synchronized void asked(int trials, Collection<Outcome.Status> done) {
        planned = trials;
        outcomes.clear();
        done.forEach(outcome -> outcomes.merge(outcome, 1, Integer::sum));
    }

    synchronized void started(String name, Stack stack) {
        live.put(name, new LiveStack(name, stack.size(), 0, 0, null));
    }

    /** A stack is handed out from where its trials stand: what they have done by then is not the work of this run. */
    synchronized void resumed(Stack stack) {
        for (int slot = 0; slot < stack.size(); slot++) {
            Trial trial = stack.trials().get(slot);
            // A trial that is handed out again brings what this run has made of it.
            if (handedOut.add(trial.id()) && !stack.states().isEmpty()) {
                double epochs = trial.settings().training().epochs();
                workedBefore += Math.min(1, stack.states().get(slot).epochs() / epochs);
            }
        }
    }

    synchronized void progressed(String name, long epoch, long epochs, double error) {
        noteTraining();
        // The last message of a stack may come after its results: it is no longer live then.
        live.computeIfPresent(name, (key, stack) -> new LiveStack(name, stack.trials(), epoch, epochs, finite(error)));
        noteError(error);
    }

    synchronized void published(String name, List<TrialResult> results) {
        noteTraining();
        live.remove(name);
        runNow += results.size();
        for (TrialResult result : results) {
            outcomes.merge(result.outcome().status(), 1, Integer::sum);
            if (result.outcome().status() == Outcome.Status.COMPLETED) {
                noteError(result.measurements().getOrDefault("error_mse", Double.NaN));
            }
        }
    }

    synchronized void lost(String name) {
        live.remove(name);
    }

    /** How the run stands. */
    synchronized RunStatus status(RunStatus.State state) {
        Instant now = clock.instant();
        Instant since = trainingSince == null ? now : trainingSince;
        double seconds = Duration.between(since, now).toNanos() * 1e-9;
        double worked = live.values().stream()
                .mapToDouble(stack -> stack.fraction() * stack.trials())
                .sum();
        double rate = seconds > 0 ? Math.max(0, runNow + worked - workedBefore) / seconds : 0;
        int done = outcomes.values().stream().mapToInt(Integer::intValue).sum();
        double missing = planned - done - worked;
        return new RunStatus(
                sweep,
                state,
                planned,
                new TreeMap<>(outcomes),
                startedAt,
                now,
                rate,
                seconds < FIRST_ESTIMATE_SECONDS ? null : finite(missing / rate),
                finite(bestError),
                live.values().stream().filter(stack -> stack.epochs() > 0).toList());
    }

    /** What the run came to. */
    synchronized RunSummary summary(RunStatus.State state) {
        int done = outcomes.values().stream().mapToInt(Integer::intValue).sum();
        return new RunSummary(state, planned, done - runNow, runNow, new TreeMap<>(outcomes));
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
