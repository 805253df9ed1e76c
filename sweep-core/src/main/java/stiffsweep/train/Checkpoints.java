package stiffsweep.train;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stiffsweep.loss.Evaluation;
import stiffsweep.loss.TrialError;
import stiffsweep.result.Outcome;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;
import stiffsweep.tensor.Tensors;

/**
 * What is kept of each trial in a stack while it trains: the best rows with the losses that were computed with them,
 * the last losses, and which trials still train. All on the device, by masked copies; the loop reads it now and then.
 */
final class Checkpoints {

    private final Tensors tensors;
    private final NDArray stopBelow;
    private final int firstComparable;
    private final NDArray bestRows;
    private final NDArray bestTerms;
    private final NDArray bestLoss;
    private final NDArray bestEpoch;
    private final NDArray lastTerms;
    private final NDArray lastLoss;
    private final NDArray epochs;
    private final NDArray training;
    private final NDArray diverged;
    private final NDArray stopped;
    private final SortedMap<TrialId, Outcome.Stopped> stops;

    /**
     * Nothing kept yet.
     *
     * @param rows the initial rows, {@code [trials, numbers]}
     * @param terms the number of loss terms
     * @param stopBelow the loss below which each trial stops
     * @param firstComparable the first epoch whose loss may be the best one
     */
    Checkpoints(NDArray rows, int terms, double[] stopBelow, int firstComparable, Tensors tensors) {
        int trials = stopBelow.length;
        this.tensors = tensors;
        this.stopBelow = tensors.of(stopBelow, trials);
        this.firstComparable = firstComparable;
        bestRows = tensors.copy(rows);
        bestTerms = tensors.filled(Double.NaN, trials, terms);
        bestLoss = tensors.filled(Double.POSITIVE_INFINITY, trials);
        bestEpoch = tensors.filled(-1, trials);
        lastTerms = tensors.filled(Double.NaN, trials, terms);
        lastLoss = tensors.filled(Double.NaN, trials);
        epochs = tensors.filled(0, trials);
        training = tensors.filled(1, trials).gt(0);
        diverged = tensors.filled(0, trials).gt(0);
        stopped = tensors.filled(0, trials).gt(0);
        stops = new TreeMap<>();
    }

    private Checkpoints(Checkpoints all, List<Integer> slots) {
        tensors = all.tensors;
        stopBelow = tensors.slices(all.stopBelow, slots);
        firstComparable = all.firstComparable;
        bestRows = tensors.slices(all.bestRows, slots);
        bestTerms = tensors.slices(all.bestTerms, slots);
        bestLoss = tensors.slices(all.bestLoss, slots);
        bestEpoch = tensors.slices(all.bestEpoch, slots);
        lastTerms = tensors.slices(all.lastTerms, slots);
        lastLoss = tensors.slices(all.lastLoss, slots);
        epochs = tensors.slices(all.epochs, slots);
        training = tensors.slices(all.training, slots);
        diverged = tensors.slices(all.diverged, slots);
        stopped = tensors.slices(all.stopped, slots);
        stops = all.stops;
    }

    /** What is kept of some of the trials. */
    Checkpoints only(List<Integer> slots) {
        return new Checkpoints(this, slots);
    }

    /** All that is kept: tensors whose first axis is that of the trials. */
    List<NDArray> memory() {
        return List.of(bestRows, bestTerms, bestLoss, bestEpoch, lastTerms, lastLoss, epochs, training, diverged);
    }

    /**
     * Ends trials with the epoch that is observed next.
     *
     * @param trials the trials in all slots
     * @param ends the ends of some of them
     */
    void stop(List<Trial> trials, SortedMap<TrialId, Outcome.Stopped> ends) {
        if (ends.isEmpty()) {
            return;
        }
        stops.putAll(ends);
        double[] isStopped = trials.stream()
                .mapToDouble(trial -> stops.containsKey(trial.id()) ? 1 : 0)
                .toArray();
        Tensors.assign(stopped, tensors.of(isStopped, isStopped.length).gt(0));
    }

    /** The end that a rule gave to a trial; null where none did. */
    Outcome.@Nullable Stopped stop(TrialId trial) {
        return stops.get(trial);
    }

    /**
     * Takes note of the losses at an epoch, before its step.
     *
     * @param rows what the losses were computed with, {@code [trials, numbers]}
     */
    void observe(int epoch, NDArray rows, Evaluation losses) {
        NDArray loss = losses.totals();
        Tensors.replace(lastLoss, training, loss);
        Tensors.replace(lastTerms, training.expandDims(1), losses.terms());
        NDArray finite = loss.abs().lt(Double.POSITIVE_INFINITY);
        Tensors.assign(diverged, diverged.logicalOr(training.logicalAnd(finite.logicalNot())));
        if (epoch >= firstComparable) {
            keepBest(epoch, rows, losses);
        }
        NDArray goesOn = finite.logicalAnd(bestLoss.gte(stopBelow)).logicalAnd(stopped.logicalNot());
        Tensors.assign(training, training.logicalAnd(goesOn));
        epochs.addi(training.toType(epochs.getDataType(), false));
    }

    private void keepBest(int epoch, NDArray rows, Evaluation losses) {
        // False where the loss is not a number.
        NDArray improved = training.logicalAnd(losses.totals().lt(bestLoss));
        Tensors.replace(bestLoss, improved, losses.totals());
        Tensors.replace(bestTerms, improved.expandDims(1), losses.terms());
        Tensors.replace(bestEpoch, improved, bestEpoch.onesLike().muli(epoch));
        Tensors.replace(bestRows, improved.expandDims(1), rows);
    }

    /** Whether any trial has diverged; reads from the device. */
    boolean anyDiverged() {
        return diverged.any().getBoolean();
    }

    /** Which trials have diverged, {@code [trials, 1]}. */
    NDArray diverged() {
        return diverged.expandDims(1);
    }

    /** The best rows so far, {@code [trials, numbers]}. */
    NDArray bestRows() {
        return bestRows;
    }

    /** Which trials still train, {@code [trials, 1]}. */
    NDArray stillTraining() {
        return training.expandDims(1);
    }

    /** Which trials still train; reads from the device. */
    boolean[] training() {
        return training.toBooleanArray();
    }

    /**
     * What came of the trial in a slot.
     *
     * @param trial the trial
     * @param curves the curves of the stack
     * @param member the trial's curve among them
     */
    TrainedTrial trained(int slot, Trial trial, Curves curves, int member) {
        long done = (long) number(epochs, slot);
        long bestAt = (long) number(bestEpoch, slot);
        double last = number(lastLoss, slot);
        List<Double> terms = row(lastTerms, slot);
        if (!training.getBoolean(slot)) {
            curves.add(member, done, last, terms, TrialError.UNKNOWN);
        }
        return new TrainedTrial(
                outcome(slot, trial, last, done),
                done,
                bestAt,
                bestAt < 0 ? Double.NaN : number(bestLoss, slot),
                last,
                row(bestTerms, slot),
                terms,
                curves.of(member));
    }

    private Outcome outcome(int slot, Trial trial, double loss, long epoch) {
        if (diverged.getBoolean(slot)) {
            return Divergence.after(epoch, loss, trial);
        }
        if (training.getBoolean(slot)) {
            return new Outcome.Completed(Outcome.StoppedBy.EPOCHS);
        }
        Outcome.Stopped stop = stops.get(trial.id());
        boolean isBelow = bestLoss.lt(stopBelow).getBoolean(slot);
        return stop == null || isBelow ? new Outcome.Completed(Outcome.StoppedBy.LOSS) : stop;
    }

    private static double number(NDArray numbers, int slot) {
        return Tensors.values(numbers)[slot];
    }

    private static List<Double> row(NDArray matrix, int row) {
        return Arrays.stream(Tensors.values(matrix.get(row))).boxed().toList();
    }
}
