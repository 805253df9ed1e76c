package stiffsweep.spark;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import stiffsweep.result.TrialResult;
import stiffsweep.run.Stack;
import stiffsweep.run.StackWork;
import stiffsweep.spark.ExecutorMessage.LastWords;
import stiffsweep.stop.StopPolicy;
import stiffsweep.storage.BackOff;
import stiffsweep.sweep.Trial;
import stiffsweep.train.Progress;

/**
 * What an executor does: the work on one stack.
 *
 * @param attempt which start of its trials in the run this is
 * @param spark the version of Spark
 * @param memory how large the process may grow meanwhile, in bytes; 0 for no limit
 * @param stop which of its trials end early
 * @param shared where the executor publishes the results; null where the driver does
 */
record StackTask(
        StackWork work,
        int attempt,
        String spark,
        long memory,
        StopPolicy stop,
        @Nullable Broadcast<SharedFolder> shared)
        implements Function<Stack, StackReturn> {

    private static final Map<Thread, String> AT_WORK = new ConcurrentHashMap<>();

    /** The stack that a thread of this process is at work on; null where it is on none. */
    static @Nullable String stackOf(Thread thread) {
        return AT_WORK.get(thread);
    }

    /** Does work by this thread in the name of a stack. */
    static <T> T inTheNameOf(String stack, Supplier<T> work) {
        AT_WORK.put(Thread.currentThread(), stack);
        try {
            return work.get();
        } finally {
            AT_WORK.remove(Thread.currentThread());
        }
    }

    @Override
    public StackReturn call(Stack stack) {
        String name = StackStore.file(stack);
        return inTheNameOf(name, () -> trained(stack, name));
    }

    private StackReturn trained(Stack stack, String name) {
        Progress progress = new StackProgress(name, stop);
        progress.at(0, 0, Double.NaN);
        if (progress.isCutOff()) {
            return StackReturn.cutOff();
        }
        MemoryWatch watch = MemoryWatch.start(memory, reason -> SweepPlugin.tell(new LastWords(name, reason)));
        try (TaskGpus gpus = TaskGpus.take()) {
            List<TrialResult> results = checked(stack, List.copyOf(work.run(stack, gpus.addresses(), progress)));
            return published(
                    results.stream().map(result -> result.inRun(attempt, spark)).toList());
        } catch (CancellationException e) {
            // While its process ends, Spark reports what a task returns, but not what it throws.
            if (progress.isCutOff()) {
                return StackReturn.cutOff();
            }
            throw e;
        } finally {
            watch.stop();
        }
    }

    private StackReturn published(List<TrialResult> results) {
        if (shared == null) {
            return StackReturn.unpublished(results);
        }
        try {
            uninterrupted(() -> shared.value().publish(results));
            return StackReturn.published(results);
        } catch (CompletionException e) {
            return StackReturn.refused(results, String.valueOf(e.getCause()));
        }
    }

    /** Spark interrupts a task that it cancels; a file that is being written then would be torn. */
    private static void uninterrupted(BackOff.Action action) {
        CompletableFuture.runAsync(
                        () -> {
                            try {
                                action.run();
                            } catch (IOException e) {
                                throw new CompletionException(e);
                            }
                        },
                        step -> new Thread(step, "publishing").start())
                .join();
    }

    private static List<TrialResult> checked(Stack stack, List<TrialResult> results) {
        List<Trial> returned = results.stream().map(TrialResult::trial).toList();
        if (!returned.equals(stack.trials())) {
            throw new IllegalStateException("the work on a stack must return one result for each trial in its order, "
                    + stack.trials().stream().map(Trial::id).toList() + ", but got "
                    + returned.stream().map(Trial::id).toList());
        }
        return results;
    }
}
