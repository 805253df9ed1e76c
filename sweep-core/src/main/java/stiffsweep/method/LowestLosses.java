package stiffsweep.method;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stiffsweep.loss.TrialLoss;
import stiffsweep.result.Outcome.StoppedBy;

/** What belongs to the lowest loss of each trial so far: steps on drawn points may raise the loss on all of them. */
final class LowestLosses {

    private final List<Lowest> lowest;

    private LowestLosses(List<Lowest> lowest) {
        this.lowest = new ArrayList<>(lowest);
    }

    /** What belongs to the lowest loss of one trial. */
    static final class Lowest implements Serializable {

        private static final long serialVersionUID = 1;

        private final int epoch;
        private final TrialLoss loss;
        private final double[] row;

        private Lowest(int epoch, TrialLoss loss, double[] row) {
            this.epoch = epoch;
            this.loss = loss;
            this.row = row.clone();
        }
    }

    /** The losses at the start, with the rows that they were computed with. */
    static LowestLosses of(List<TrialLoss> losses, double[][] rows) {
        List<Lowest> first = new ArrayList<>();
        for (int slot = 0; slot < rows.length; slot++) {
            first.add(new Lowest(0, losses.get(slot), rows[slot]));
        }
        return new LowestLosses(first);
    }

    static LowestLosses resumed(List<Lowest> lowest) {
        return new LowestLosses(lowest);
    }

    LowestLosses only(List<Integer> slots) {
        return new LowestLosses(slots.stream().map(lowest::get).toList());
    }

    /** Takes note of the losses at an epoch, with the rows that they were computed with. */
    void note(int epoch, List<TrialLoss> losses, double[][] rows) {
        for (int slot = 0; slot < rows.length; slot++) {
            TrialLoss loss = losses.get(slot);
            if (loss.total() < lowest.get(slot).loss.total()) {
                lowest.set(slot, new Lowest(epoch, loss, rows[slot]));
            }
        }
    }

    Lowest of(int slot) {
        return lowest.get(slot);
    }

    double[] row(int slot) {
        return lowest.get(slot).row.clone();
    }

    /** How a trial is doing that has a loss at an epoch. */
    Standing standing(int slot, int epoch, TrialLoss last, @Nullable StoppedBy stoppedBy) {
        Lowest best = lowest.get(slot);
        // Not finite even there.
        int bestEpoch = Double.isFinite(best.loss.total()) ? best.epoch : -1;
        return new Standing(epoch, last, bestEpoch, best.loss, stoppedBy);
    }
}
