package stiffsweep.train;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stiffsweep.loss.StackLoss;
import stiffsweep.network.NamedParameters;
import stiffsweep.result.NamedTensor;
import stiffsweep.tensor.Tensors;

/** A stack after its training: how each trial went, and the row that its lowest loss was computed with. */
public final class TrainedStack {

    private final List<TrainedTrial> trials;
    private final double[][] bestRows;
    private final List<TrainingState> states;

    private TrainedStack(List<TrainedTrial> trials, double[][] bestRows, List<TrainingState> states) {
        this.trials = trials;
        this.bestRows = bestRows;
        this.states = states;
    }

    /** How each trial's training went. */
    public List<TrainedTrial> trials() {
        return trials;
    }

    /** Where each trial stood at its end. */
    public List<TrainingState> states() {
        return states;
    }

    /** The row that each trial's lowest loss was computed with, {@code [trials, numbers]}. */
    public NDArray bestRows(Tensors tensors) {
        return tensors.of(bestRows);
    }

    /**
     * The parameters that a trial's lowest loss was computed with; none where no loss was finite.
     *
     * @param loss the loss that the trial was trained with
     */
    public List<NamedTensor> checkpoint(int trial, StackLoss loss) {
        if (trials.get(trial).bestEpoch() < 0) {
            return List.of();
        }
        return NamedParameters.of(loss.model(), bestRows[trial], loss.learned());
    }

    /** This stack with another training's results after its own for some of its trials. */
    TrainedStack then(List<Integer> slots, TrainedStack next) {
        Builder builder = new Builder(trials.size());
        for (int trial = 0; trial < trials.size(); trial++) {
            builder.put(trial, trials.get(trial), bestRows[trial], states.get(trial));
        }
        for (int i = 0; i < slots.size(); i++) {
            int slot = slots.get(i);
            builder.put(slot, trials.get(slot).then(next.trials.get(i)), next.bestRows[i], next.states.get(i));
        }
        return builder.build();
    }

    /** Takes the trials as they end. */
    static final class Builder {

        private final List<@Nullable TrainedTrial> trials;
        private final double[][] bestRows;
        private final List<@Nullable TrainingState> states;

        Builder(int size) {
            trials = new ArrayList<>(Collections.nCopies(size, null));
            states = new ArrayList<>(Collections.nCopies(size, null));
            bestRows = new double[size][];
        }

        void put(int trial, TrainedTrial trained, double[] best, TrainingState state) {
            trials.set(trial, trained);
            bestRows[trial] = best;
            states.set(trial, state);
        }

        /** Where a trial stood at its end; null while it trains. */
        @Nullable
        TrainingState state(int trial) {
            return states.get(trial);
        }

        TrainedStack build() {
            return new TrainedStack(ended(trials), bestRows, ended(states));
        }

        private static <T> List<T> ended(List<@Nullable T> ofTrials) {
            List<T> all = new ArrayList<>();
            for (T ofTrial : ofTrials) {
                if (ofTrial == null) {
                    throw new IllegalStateException(
                            "every trial must have come to an end, but number " + all.size() + " has not");
                }
                all.add(ofTrial);
            }
            return all;
        }
    }
}
