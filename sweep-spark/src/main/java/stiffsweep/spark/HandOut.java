package stiffsweep.spark;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import stiffsweep.run.Stack;

/**
 * The order in which stacks are handed to Spark, whatever time the states of each take to be read: Spark works on them in that
 * order. Safe for use by several threads.
 */
final class HandOut {

    private final IdentityHashMap<Stack, Integer> turns = new IdentityHashMap<>();
    private final Set<Integer> passed = new HashSet<>();
    private int given;
    private int next;

    /** Adds stacks, which will be taken up in their order. */
    synchronized void add(List<Stack> stacks) {
        for (Stack stack : stacks) {
            turns.put(stack, given);
            given++;
        }
    }

    /** Waits until all stacks before this one have passed; one that has passed, or is unknown, does not wait. */
    synchronized void await(Stack stack) throws InterruptedException {
        Integer turn = turns.get(stack);
        while (turn != null && turn > next) {
            wait();
        }
    }

    /** A stack is handed out, or never will be. */
    synchronized void pass(Stack stack) {
        Integer turn = turns.remove(stack);
        if (turn == null) {
            return;
        }
        passed.add(turn);
        while (passed.remove(next)) {
            next++;
        }
        notifyAll();
    }
}
