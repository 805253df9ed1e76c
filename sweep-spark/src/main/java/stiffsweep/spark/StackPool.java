package stiffsweep.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import stiffsweep.run.Stack;

/**
 * Works on stacks in their order, several at a time.
 *
 * @param ledger hears when the first error ends the rest
 */
record StackPool(RunLedger ledger) {

    /** What is left of the ten seconds that an ending process has, when states are written and Spark has stopped. */
    private static final int GRACE_SECONDS = 7;

    /** What is done with a stack. */
    @FunctionalInterface
    interface StackStep {
        void settle(Stack stack) throws IOException;
    }

    /**
     * Works on every stack. The first error ends the rest, as does an interrupt: what is being worked on then sees in the ledger
     * that the run is ending, and has some seconds to come to an end of its own.
     *
     * @param cancel makes the work on stacks return at once; called where those seconds were too short
     * @return whether every stack came to its end; false where one was cancelled
     */
    boolean run(List<Stack> stacks, int atATime, StackStep step, Runnable cancel)
            throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(atATime, stacks.size()));
        try {
            ExecutorCompletionService<Stack> settled = new ExecutorCompletionService<>(threads);
            List<Future<Stack>> submitted = new ArrayList<>();
            for (Stack stack : stacks) {
                submitted.add(settled.submit(() -> {
                    step.settle(stack);
                    return stack;
                }));
            }
            boolean areAllSettled = true;
            for (int i = 0; i < submitted.size(); i++) {
                areAllSettled &= isSettled(settled.take());
            }
            return areAllSettled;
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            ledger.cutShort();
            throw e;
        } finally {
            // Without an interrupt: a result that is being published is to get there, and what is queued sees that the
            // run is ending.
            threads.shutdown();
            if (!threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                cancel.run();
                threads.awaitTermination(1, TimeUnit.MINUTES);
            }
        }
    }

    private static boolean isSettled(Future<Stack> stack) throws IOException, InterruptedException {
        try {
            stack.get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CancellationException) {
                return false;
            }
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
