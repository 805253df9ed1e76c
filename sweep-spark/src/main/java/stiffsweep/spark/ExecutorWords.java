package stiffsweep.spark;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What executors have said about stacks: that they are at work on one, and why one is about to be lost. */
final class ExecutorWords {

    private final Map<String, Long> firstHeard = new ConcurrentHashMap<>();
    private final Map<String, String> lastWords = new ConcurrentHashMap<>();
    private final Set<String> training = ConcurrentHashMap.newKeySet();

    /** An executor takes up a stack: perhaps not the first one, for Spark itself may hand on a task of a machine that is gone. */
    void takenUp(String stack) {
        firstHeard.put(stack, System.nanoTime());
    }

    /** A stack trains. */
    void trains(String stack) {
        firstHeard.putIfAbsent(stack, System.nanoTime());
        training.add(stack);
    }

    /** Whether a stack has been heard to train. */
    boolean isTraining(String stack) {
        return training.contains(stack);
    }

    /** An executor is about to go, with a stack. */
    void said(String stack, String reason) {
        lastWords.put(stack, reason);
    }

    /** Whether a stack has been worked on for longer than it may; one that waits for a slot has not. */
    boolean isOverdue(String stack, Duration allowed) {
        Long since = firstHeard.get(stack);
        return since != null && System.nanoTime() - since > allowed.toNanos();
    }

    /** Forgets a stack that has ended, for it may come again. */
    @Nullable
    String forget(String stack) {
        firstHeard.remove(stack);
        training.remove(stack);
        return lastWords.remove(stack);
    }
}
