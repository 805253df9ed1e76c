package stiffsweep.spark;

import java.util.List;
import org.apache.spark.api.java.function.Function;
import stiffsweep.run.Stack;
import stiffsweep.run.StackWork;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialResult;

/** What an executor does: the work on one stack. */
record StackTask(StackWork work, String stackName) implements Function<Stack, List<TrialResult>> {

    @Override
    public List<TrialResult> call(Stack stack) {
        List<TrialResult> results =
                List.copyOf(work.run(stack, TaskGpus.addresses(), SweepPlugin.progressOf(stackName)));
        List<Trial> returned = results.stream().map(TrialResult::trial).toList();
        if (!returned.equals(stack.trials())) {
            throw new IllegalStateException("the work on a stack must return one result for each trial in its order, "
                    + stack.trials().stream().map(Trial::id).toList() + ", but got "
                    + returned.stream().map(Trial::id).toList());
        }
        return results;
    }
}
