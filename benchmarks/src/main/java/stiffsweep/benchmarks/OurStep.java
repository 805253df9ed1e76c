package stiffsweep.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import stiffsweep.config.SweepReader;
import stiffsweep.problem.Problems;
import stiffsweep.result.TrialResult;
import stiffsweep.run.Stack;
import stiffsweep.run.StackRunner;

/**
 * Our side of the comparison: a stack of trials on the task of the peers, for any number of epochs. The one place that
 * knows how such a stack is made.
 *
 * @param peerCase the case, a file of {@code benchmarks/conf/steps} without its ending
 * @param points the points of the equation
 * @param stack the trials that train together
 * @param settings what differs from the case's own, as {@code ./sweep run --set} takes it
 */
record OurStep(String peerCase, int points, int stack, List<String> settings) {

    /** The points of each case's equation. */
    private static final Map<String, String> SETS = Map.of(
            "A", "residual", "B", "residual", "wimp", "residual", "burgers", "interior", "transport", "interior");

    OurStep {
        if (!SETS.containsKey(peerCase)) {
            throw new IllegalArgumentException("a case must be one of " + SETS.keySet() + ", but got " + peerCase);
        }
        settings = List.copyOf(settings);
    }

    /**
     * Makes the stack and trains it from its beginning.
     *
     * @return the sum of its last losses, which must be finite since arithmetic with NaN has other costs
     */
    double train(int epochs) {
        double loss = 0;
        for (TrialResult result : new StackRunner().run(trials(epochs), List.of(), (epoch, of, error) -> {})) {
            loss += result.measurements().getOrDefault("loss_total_final", Double.NaN);
        }
        if (!Double.isFinite(loss)) {
            throw new IllegalStateException("the losses must stay finite, but their sum was " + loss);
        }
        return loss;
    }

    /** The stack. */
    Stack trials(int epochs) {
        List<String> overrides = new ArrayList<>(settings);
        overrides.add("points." + SETS.get(peerCase) + ".count = " + points);
        overrides.add("training.epochs = " + epochs);
        overrides.add("sweep.replicates = " + stack);
        Path file = Path.of("benchmarks/conf/steps", peerCase + ".conf");
        return new Stack(new SweepReader(Problems.declarations())
                .read(file, overrides)
                .sweep()
                .trials());
    }
}
