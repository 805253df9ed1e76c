package stiffsweep.method;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.stream.IntStream;
import stiffsweep.loss.Losses;
import stiffsweep.loss.TrialLoss;
import stiffsweep.tensor.Tensors;

/**
 * What is kept of each trial in a stack while it trains: the best rows with the losses that were computed with them,
 * the last losses, and which trials still train. All on the device, by masked copies; it is read now and then.
 */
final class Checkpoints {

    private final Tensors tensors;
    private final NDArray stopBelow;
    private final int firstComparable;
    private final Kept last;
    private final Kept best;
    private final NDArray bestRows;
    private final NDArray training;

    private Checkpoints(
            Tensors tensors,
            NDArray stopBelow,
            int firstComparable,
            Kept last,
            Kept best,
            NDArray bestRows,
            NDArray training) {
        this.tensors = tensors;
        this.stopBelow = stopBelow;
        this.firstComparable = firstComparable;
        this.last = last;
        this.best = best;
        this.bestRows = bestRows;
        this.training = training;
    }

    /** The loss of each trial at an epoch of its own: epochs and totals {@code [trials]}, terms {@code [trials, terms]}. */
    private record Kept(NDArray epochs, NDArray totals, NDArray terms) {

        static Kept nothing(double total, int trials, int terms, Tensors tensors) {
            return new Kept(
                    tensors.filled(-1, trials),
                    tensors.filled(total, trials),
                    tensors.filled(Double.NaN, trials, terms));
        }

        Kept only(List<Integer> slots, Tensors tensors) {
            return new Kept(tensors.slices(epochs, slots), tensors.slices(totals, slots), tensors.slices(terms, slots));
        }

        void replace(NDArray where, NDArray epoch, Losses losses) {
            Tensors.replace(epochs, where, epoch);
            Tensors.replace(totals, where, losses.totals());
            Tensors.replace(terms, where.expandDims(1), losses.terms());
        }

        List<TrialLoss> losses() {
            return TrialLoss.read(terms, totals);
        }
    }

    /**
     * Nothing kept yet.
     *
     * @param rows the initial rows, {@code [trials, numbers]}
     * @param terms the number of loss terms
     * @param stopBelow the loss below which each trial stops
     * @param firstComparable the first epoch whose loss may be the best one
     */
    static Checkpoints of(NDArray rows, int terms, double[] stopBelow, int firstComparable, Tensors tensors) {
        int trials = stopBelow.length;
        return new Checkpoints(
                tensors,
                tensors.of(stopBelow, trials),
                firstComparable,
                // A loss that is not finite would be a divergence.
                Kept.nothing(0, trials, terms, tensors),
                Kept.nothing(Double.POSITIVE_INFINITY, trials, terms, tensors),
                tensors.copy(rows),
                tensors.filled(1, trials).gt(0));
    }

    /** What is kept of some of the trials. */
    Checkpoints only(List<Integer> slots) {
        return new Checkpoints(
                tensors,
                tensors.slices(stopBelow, slots),
                firstComparable,
                last.only(slots, tensors),
                best.only(slots, tensors),
                tensors.slices(bestRows, slots),
                tensors.slices(training, slots));
    }

    /** All that is kept: tensors whose first axis is that of the trials. */
    List<NDArray> memory() {
        return List.of(last.epochs, last.totals, last.terms, best.epochs, best.totals, best.terms, bestRows, training);
    }

    /**
     * Takes note of the losses at an epoch, before its step.
     *
     * @param rows what the losses were computed with, {@code [trials, numbers]}
     */
    void observe(int epoch, NDArray rows, Losses losses) {
        NDArray loss = losses.totals();
        NDArray now = filled(epoch, loss);
        last.replace(training, now, losses);
        if (epoch >= firstComparable) {
            // False where the loss is not a number.
            NDArray improved = training.logicalAnd(loss.lt(best.totals));
            best.replace(improved, now, losses);
            Tensors.replace(bestRows, improved.expandDims(1), rows);
        }
        NDArray goesOn = isFinite(loss).logicalAnd(best.totals.gte(stopBelow));
        Tensors.assign(training, training.logicalAnd(goesOn));
    }

    /** Takes note only of the trials whose losses are not finite, at points where losses of different epochs do not compare. */
    void watch(int epoch, Losses losses) {
        NDArray isFinite = isFinite(losses.totals());
        last.replace(training.logicalAnd(isFinite.logicalNot()), filled(epoch, losses.totals()), losses);
        Tensors.assign(training, training.logicalAnd(isFinite));
    }

    private static NDArray filled(int epoch, NDArray like) {
        return Tensors.scalar(epoch, like).broadcast(like.getShape());
    }

    private static NDArray isFinite(NDArray loss) {
        return loss.abs().lt(Double.POSITIVE_INFINITY);
    }

    /** The best rows so far, {@code [trials, numbers]}. */
    NDArray bestRows() {
        return bestRows;
    }

    /** Which trials still train, {@code [trials, 1]}. */
    NDArray training() {
        return training.expandDims(1);
    }

    /** How the trials are doing; reads from the device. */
    List<Standing> standings() {
        List<TrialLoss> lastLosses = last.losses();
        List<TrialLoss> bestLosses = best.losses();
        double[] lastEpochs = Tensors.values(last.epochs);
        double[] bestEpochs = Tensors.values(best.epochs);
        return IntStream.range(0, lastEpochs.length)
                .mapToObj(slot -> standing(
                        (int) lastEpochs[slot], lastLosses.get(slot), (int) bestEpochs[slot], bestLosses.get(slot)))
                .toList();
    }

    private static Standing standing(int epoch, TrialLoss last, int bestEpoch, TrialLoss best) {
        TrialLoss known = bestEpoch < 0 ? new TrialLoss(Double.NaN, best.terms()) : best;
        return new Standing(epoch, last, bestEpoch, known, null);
    }
}
