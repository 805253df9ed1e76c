package stiffsweep.train;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import stiffsweep.sweep.Outcome;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.Tensors;

/**
 * What is kept of each trial in a stack while it trains: the best weights with the losses that were computed with them,
 * the last losses, and which trials still train. All on the device, by masked copies; the loop reads it now and then.
 */
final class Checkpoints {

    private final NDArray stopBelow;
    private final NDArray bestParameters;
    private final NDArray bestTerms;
    private final NDArray bestLoss;
    private final NDArray bestEpoch;
    private final NDArray lastTerms;
    private final NDArray lastLoss;
    private final NDArray epochs;
    private final NDArray training;
    private final NDArray diverged;

    /**
     * Nothing kept yet.
     *
     * @param parameters the initial parameters, {@code [trials, parameters]}
     * @param terms the number of loss terms
     * @param stopBelow the loss below which each trial stops
     */
    Checkpoints(NDArray parameters, int terms, double[] stopBelow, Tensors tensors) {
        int trials = stopBelow.length;
        this.stopBelow = tensors.of(stopBelow, trials);
        bestParameters = tensors.copy(parameters);
        bestTerms = tensors.filled(Double.NaN, trials, terms);
        bestLoss = tensors.filled(Double.POSITIVE_INFINITY, trials);
        bestEpoch = tensors.filled(-1, trials);
        lastTerms = tensors.filled(Double.NaN, trials, terms);
        lastLoss = tensors.filled(Double.NaN, trials);
        epochs = tensors.filled(0, trials);
        training = tensors.filled(1, trials).gt(0);
        diverged = tensors.filled(0, trials).gt(0);
    }

    /**
     * Takes note of the losses at an epoch, before its step.
     *
     * @param parameters what the losses were computed with, {@code [trials, parameters]}
     * @param terms the loss terms, {@code [trials, terms]}
     * @param loss the total loss, {@code [trials]}
     */
    void observe(int epoch, NDArray parameters, NDArray terms, NDArray loss) {
        Tensors.replace(lastLoss, training, loss);
        Tensors.replace(lastTerms, training.expandDims(1), terms);
        NDArray finite = loss.abs().lt(Double.POSITIVE_INFINITY);
        Tensors.assign(diverged, diverged.logicalOr(training.logicalAnd(finite.logicalNot())));
        // False where the loss is not a number.
        NDArray improved = training.logicalAnd(loss.lt(bestLoss));
        Tensors.replace(bestLoss, improved, loss);
        Tensors.replace(bestTerms, improved.expandDims(1), terms);
        Tensors.replace(bestEpoch, improved, bestEpoch.onesLike().muli(epoch));
        Tensors.replace(bestParameters, improved.expandDims(1), parameters);
        Tensors.assign(training, training.logicalAnd(finite).logicalAnd(bestLoss.gte(stopBelow)));
        epochs.addi(training.toType(epochs.getDataType(), false));
    }

    /** Whether any trial still trains; reads from the device. */
    boolean anyTraining() {
        return training.any().getBoolean();
    }

    /** Whether any trial has diverged; reads from the device. */
    boolean anyDiverged() {
        return diverged.any().getBoolean();
    }

    /** Which trials have diverged, {@code [trials, 1]}. */
    NDArray diverged() {
        return diverged.expandDims(1);
    }

    /** The best parameters so far, {@code [trials, parameters]}. */
    NDArray bestParameters() {
        return bestParameters;
    }

    /** Which trials still train; reads from the device. */
    boolean[] training() {
        return training.toBooleanArray();
    }

    /**
     * What came of each trial.
     *
     * @param trials the trials of the stack
     * @param curves their curves
     */
    List<TrainedTrial> trained(List<Trial> trials, Curves curves) {
        double[] loss = Tensors.values(bestLoss);
        double[] epoch = Tensors.values(bestEpoch);
        double[] last = Tensors.values(lastLoss);
        double[] done = Tensors.values(epochs);
        boolean[] broken = diverged.toBooleanArray();
        boolean[] toTheEnd = training();
        List<TrainedTrial> trained = new ArrayList<>();
        for (int k = 0; k < trials.size(); k++) {
            List<Double> terms = row(lastTerms, k);
            if (!toTheEnd[k]) {
                curves.end(k, (long) done[k], last[k], terms);
            }
            trained.add(new TrainedTrial(
                    broken[k] ? divergence(trials.get(k), last[k], (long) done[k]) : new Outcome.Completed(),
                    (long) done[k],
                    (long) epoch[k],
                    epoch[k] < 0 ? Double.NaN : loss[k],
                    last[k],
                    row(bestTerms, k),
                    terms,
                    curves.of(k)));
        }
        return trained;
    }

    private static Outcome divergence(Trial trial, double loss, long epoch) {
        return new Outcome.Diverged("the loss must stay finite, but was " + loss + " after " + epoch
                + " epochs: lower training.learning-rate (" + trial.settings().number("training.learning-rate") + ")");
    }

    private static List<Double> row(NDArray matrix, int row) {
        return Arrays.stream(Tensors.values(matrix.get(row))).boxed().toList();
    }
}
