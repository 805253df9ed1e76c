package stiffsweep.spark;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import stiffsweep.result.TrialResult;
import stiffsweep.run.Stack;
import stiffsweep.store.RunStatus.State;
import stiffsweep.sweep.FailurePolicy;
import stiffsweep.sweep.Trial;

/**
 * Sees stacks through to their published end, several at a time, each on a thread of its own.
 *
 * @param jobs runs them
 * @param store where their results go
 * @param policy what is made of trials that go wrong
 * @param ledger the account of the run
 * @param board where the run is shown
 */
record StackDispatcher(StackJobs jobs, StackStore store, FailurePolicy policy, RunLedger ledger, StatusBoard board) {

    /**
     * Runs stacks and publishes their results; says how it came out.
     *
     * @throws UnusableMachineException if Spark has ended by itself
     */
    State settle(List<Stack> stacks) throws IOException, InterruptedException {
        jobs.order().add(stacks);
        boolean areAllSettled = new StackPool(ledger).run(stacks, jobs.atATime(), this::settle, this::cancel);
        if (hasGivenUp()) {
            return State.FAILED;
        }
        if (!areAllSettled && jobs.isStopped() && !ledger.isEnding()) {
            throw new UnusableMachineException(
                    "Spark must live as long as the run, but it has ended: spark.log says why,"
                            + " and what is finished is kept");
        }
        return areAllSettled ? State.FINISHED : State.INTERRUPTED;
    }

    private void cancel() {
        board.warning(
                "some stacks were not at the end of an epoch within the seconds that there were: they go on from the"
                        + " states that were kept before, or begin anew");
        jobs.cancel();
    }

    /** Whether a trial went wrong in a run that is to end then. */
    private boolean hasGivenUp() {
        return policy.failFast() && ledger.hasFailure();
    }

    private void settle(Stack stack) throws IOException {
        try {
            settle(stack, 1);
        } finally {
            jobs.order().pass(stack);
        }
    }

    /**
     * Runs a stack and publishes its results. A stack of which nothing comes back may have been lost through one of its
     * members, so it runs again in parts: only a loss when alone counts against a trial.
     *
     * @param attempt which start of its trials in this run it is
     * @throws CancellationException if the run ends before the stack does
     */
    private void settle(Stack stack, int attempt) throws IOException {
        if (stack.size() == 1) {
            settleAlone(stack, attempt);
            return;
        }
        try {
            publish(stack, run(stack, attempt));
        } catch (LostStackException lost) {
            if (lost.hasEndedTheRun()) {
                store.suspect(stack.trials(), lost.reason());
                board.warning("a trial of a stack of " + stack.size() + " has ended the run: " + lost.reason()
                        + "; with the same command each of them trains alone, and the one that does it is FAILED");
                throw new CancellationException();
            }
            board.warning("a stack of " + stack.size() + " was lost and runs again in parts: " + lost.reason());
            for (List<Trial> part : parts(stack.trials())) {
                settle(new Stack(part), attempt + 1);
            }
        }
    }

    /** Those whose trainings stand alike, which can go on together; where all do, two halves. */
    private List<List<Trial>> parts(List<Trial> trials) {
        Map<String, List<Trial>> alike =
                trials.stream().collect(groupingBy(store::standing, LinkedHashMap::new, toList()));
        int middle = trials.size() / 2;
        return alike.size() > 1
                ? List.copyOf(alike.values())
                : List.of(trials.subList(0, middle), trials.subList(middle, trials.size()));
    }

    /** @param first which start of the trial in this run its first one alone is */
    private void settleAlone(Stack alone, int first) throws IOException {
        Instant startedAt = Instant.now();
        for (int attempt = first; ; attempt++) {
            try {
                publish(alone, run(alone, attempt));
                return;
            } catch (LostStackException lost) {
                int tries = 1 + attempt - first;
                if (lost.isForGood() || tries > policy.retries()) {
                    TrialResult result = LostTrial.of(alone.trials().get(0), lost, tries, startedAt);
                    publish(alone, StackReturn.unpublished(List.of(result.inRun(attempt, jobs.sparkVersion()))));
                    if (lost.hasEndedTheRun()) {
                        board.warning("a trial has ended the run and is FAILED: " + lost.reason()
                                + "; the same command goes on with the others");
                    }
                    return;
                }
            }
        }
    }

    private StackReturn run(Stack stack, int attempt) throws LostStackException, IOException {
        if (hasGivenUp() || jobs.isEnding()) {
            throw new CancellationException();
        }
        String name = StackStore.file(stack);
        try {
            return jobs.run(stack, waiting -> taken(waiting, name), name, attempt);
        } catch (CancellationException e) {
            ledger.lost(name);
            throw e;
        } catch (LostStackException lost) {
            Optional<StackReturn> published = store.find(stack);
            if (published.isPresent()) {
                return published.get();
            }
            ledger.lost(name);
            throw lost;
        }
    }

    /** A stack from where its trials stand, from now on live. */
    private Stack taken(Stack stack, String name) {
        Stack resumed = store.resumed(stack);
        ledger.started(name, resumed);
        return resumed;
    }

    private void publish(Stack stack, StackReturn came) throws IOException {
        if (!came.refusal().isEmpty()) {
            board.warning("a stack of " + stack.size() + " is published by the driver: " + came.refusal());
        }
        store.publish(stack, came);
        ledger.published(StackStore.file(stack), came.results());
        board.published(came.results());
        if (hasGivenUp()) {
            ledger.cutShort();
        }
    }
}
