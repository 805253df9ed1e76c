package stiffsweep.spark;

import java.util.List;
import org.apache.spark.api.java.function.Function;
import stiffsweep.run.Stack;
import stiffsweep.run.StackWork;
import stiffsweep.stop.StopPolicy;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialResult;
import stiffsweep.train.Progress;

/**
 * What an executor does: the work on one stack.
 *
 * @param stackName what the stack is called in messages
 * @param memory how large the process may grow meanwhile, in bytes; 0 for no limit
 * @param stop which of its trials end early
 */
record StackTask(StackWork work, String stackName, long memory, StopPolicy stop)
        implements Function<Stack, List<TrialResult>> {

    @Override
    public List<TrialResult> call(Stack stack) {
        Progress progress = new StackProgress(stackName, stop);
        progress.at(0, 0, Double.NaN);
        MemoryWatch watch = MemoryWatch.start(memory, reason -> SweepPlugin.lastWords(stackName, reason));
        try (TaskGpus gpus = TaskGpus.take()) {
            return checked(stack, List.copyOf(work.run(stack, gpus.addresses(), progress)));
        } finally {
            watch.stop();
        }
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
