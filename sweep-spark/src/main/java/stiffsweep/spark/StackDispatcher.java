package stiffsweep.spark;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import stiffsweep.result.TrialResult;
import stiffsweep.run.Stack;
import stiffsweep.sweep.FailurePolicy;
import stiffsweep.sweep.Trial;

/** Sees one stack after the other through to its published end. Safe for use by several threads. */
final class StackDispatcher {

    private final StackJobs jobs;
    private final StackStore store;
    private final TrainingStates states;
    private final Suspects suspects;
    private final FailurePolicy policy;
    private final RunBook book;
    private final StatusBoard board;
    private volatile boolean hasGivenUp;

    StackDispatcher(
            StackJobs jobs,
            StackStore store,
            TrainingStates states,
            Suspects suspects,
            FailurePolicy policy,
            RunBook book,
            StatusBoard board) {
        this.jobs = jobs;
        this.store = store;
        this.states = states;
        this.suspects = suspects;
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
     * members, so its halves run again: only a loss when alone counts against a trial.
     *
     * @throws CancellationException if the run ends before the stack does
     */
    void settle(Stack stack) throws IOException {
        settle(stack, 1);
    }

    /** @param attempt which start of its trials in this run it is */
    private void settle(Stack stack, int attempt) throws IOException {
        if (stack.size() == 1) {
            settleAlone(stack.trials().get(0), attempt);
            return;
        }
        try {
            publish(stack, run(stack, attempt));
        } catch (LostStackException lost) {
            if (lost.hasEndedTheRun()) {
                suspects.add(stack.trials(), lost.reason());
                board.warning("a trial of a stack of " + stack.size() + " has ended the run: " + lost.reason()
                        + "; with the same command each of them trains alone, and the one that does it is FAILED");
                throw new CancellationException();
            }
            board.warning("a stack of " + stack.size() + " was lost and its halves run again: " + lost.reason());
            List<Trial> trials = stack.trials();
            int middle = trials.size() / 2;
            settle(new Stack(trials.subList(0, middle)), attempt + 1);
            settle(new Stack(trials.subList(middle, trials.size())), attempt + 1);
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
                publish(alone, run(alone, attempt));
                return;
            } catch (LostStackException lost) {
                if (lost.hasEndedTheRun()) {
                    publish(alone, lost(LostTrial.failed(trial, 1, lost.reason(), startedAt), attempt));
                    board.warning("a trial has ended the run and is FAILED: " + lost.reason()
                            + "; the same command goes on with the others");
                    return;
                }
                if (lost.isOverdue()) {
                    publish(alone, lost(LostTrial.timedOut(trial, lost.reason(), startedAt), attempt));
                    return;
                }
                reason = lost.reason();
            }
        }
        publish(alone, lost(LostTrial.failed(trial, tries, reason, startedAt), first + tries - 1));
    }

    private StackReturn run(Stack stack, int attempt) throws LostStackException, IOException {
        if (hasGivenUp) {
            throw new CancellationException();
        }
        String name = StackStore.file(stack);
        book.started(name, stack);
        try {
            return jobs.run(stack, name, attempt);
        } catch (CancellationException e) {
            book.lost(name);
            throw e;
        } catch (LostStackException lost) {
            Optional<StackReturn> published = store.find(stack);
            if (published.isPresent()) {
                return published.get();
            }
            book.lost(name);
            throw lost;
        }
    }

    private StackReturn lost(TrialResult result, int attempt) {
        return StackReturn.unpublished(List.of(result.inRun(attempt, jobs.sparkVersion())));
    }

    private void publish(Stack stack, StackReturn came) throws IOException {
        if (!came.refusal().isEmpty()) {
            board.warning("a stack of " + stack.size() + " is published by the driver: " + came.refusal());
        }
        store.keep(stack, came);
        List<TrialResult> results = came.results();
        states.ended(stack.trials());
        book.published(StackStore.file(stack), results);
        board.published(results);
        if (policy.failFast()
                && results.stream().anyMatch(result -> result.outcome().isFailure())) {
            hasGivenUp = true;
        }
    }
}
