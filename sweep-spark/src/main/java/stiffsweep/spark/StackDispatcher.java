package stiffsweep.spark;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import stiffsweep.run.Stack;
import stiffsweep.store.ResultFolder;
import stiffsweep.sweep.FailurePolicy;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialResult;

/** Sees one stack after the other through to its published end. Safe for use by several threads. */
final class StackDispatcher {

    private final StackJobs jobs;
    private final StackPublisher publisher;
    private final TrainingStates states;
    private final Compaction compaction;
    private final FailurePolicy policy;
    private final RunBook book;
    private final StatusBoard board;
    private volatile boolean hasGivenUp;

    StackDispatcher(
            StackJobs jobs,
            StackPublisher publisher,
            TrainingStates states,
            Compaction compaction,
            FailurePolicy policy,
            RunBook book,
            StatusBoard board) {
        this.jobs = jobs;
        this.publisher = publisher;
        this.states = states;
        this.compaction = compaction;
        this.policy = policy;
        this.book = book;
        this.board = board;
    }

    /** Whether a trial went wrong in a run that is to end then. */
    boolean hasGivenUp() {
        return hasGivenUp;
    }

    /**
     * Runs a stack and publishes its results. A stack of which nothing comes back may have been lost through one of its
     * members, so each runs again alone: only a loss when alone counts against a trial.
     *
     * @throws CancellationException if the run ends before the stack does
     */
    void settle(Stack stack) throws IOException {
        if (stack.size() == 1) {
            settleAlone(stack.trials().get(0), 1);
            return;
        }
        try {
            publish(stack, run(stack), 1);
        } catch (LostStackException lost) {
            board.warning(
                    "a stack of " + stack.size() + " was lost and its trials run again one by one: " + lost.reason());
            for (Trial trial : stack.trials()) {
                settleAlone(trial, 2);
            }
        }
    }

    /** @param first which start of the trial in this run its first one alone is */
    private void settleAlone(Trial trial, int first) throws IOException {
        Stack alone = new Stack(List.of(trial));
        Instant startedAt = Instant.now();
        String reason = "";
        int tries = 1 + policy.retries();
        for (int attempt = first; attempt < first + tries; attempt++) {
            try {
                publish(alone, run(alone), attempt);
                return;
            } catch (LostStackException lost) {
                if (lost.isOverdue()) {
                    publish(alone, LostTrial.timedOut(trial, lost.reason(), startedAt), attempt);
                    return;
                }
                reason = lost.reason();
            }
        }
        publish(alone, LostTrial.failed(trial, tries, reason, startedAt), first + tries - 1);
    }

    private List<TrialResult> run(Stack stack) throws LostStackException {
        if (hasGivenUp) {
            throw new CancellationException();
        }
        String name = name(stack);
        book.started(name, stack);
        try {
            return jobs.run(stack, name);
        } catch (LostStackException | CancellationException e) {
            book.lost(name);
            throw e;
        }
    }

    private void publish(Stack stack, TrialResult result, int attempt) throws IOException {
        publish(stack, List.of(result), attempt);
    }

    private void publish(Stack stack, List<TrialResult> unattributed, int attempt) throws IOException {
        List<TrialResult> results = unattributed.stream()
                .map(result -> result.with(result.provenance().inRun(attempt, jobs.sparkVersion())))
                .toList();
        if (!publisher.publish(results)) {
            throw new IllegalStateException("under the folder's lock a stack must be published once, but " + name(stack)
                    + " was there already");
        }
        states.ended(results.stream().map(TrialResult::trial).toList());
        compaction.published(name(stack));
        book.published(name(stack), results);
        board.published(results);
        if (policy.failFast()
                && results.stream().anyMatch(result -> result.outcome().isFailure())) {
            hasGivenUp = true;
        }
    }

    private static String name(Stack stack) {
        return ResultFolder.stackFile(stack.trials().stream().map(Trial::id).toList());
    }
}
