package stiffsweep.loss;

import ai.djl.ndarray.NDArray;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import stiffsweep.tensor.Tensors;

/**
 * The loss of a trial as plain numbers.
 *
 * @param total the weighted total
 * @param terms the loss terms as declared, before their weights
 */
public record TrialLoss(double total, List<Double> terms) implements Serializable {

    public TrialLoss {
        terms = List.copyOf(terms);
    }

    /** Reads the losses of a stack from the device: terms {@code [trials, terms]}, totals {@code [trials]}. */
    public static List<TrialLoss> read(NDArray terms, NDArray totals) {
        double[][] ofTrials = Tensors.rows(terms);
        double[] all = Tensors.values(totals);
        return IntStream.range(0, all.length)
                .mapToObj(trial -> new TrialLoss(
                        all[trial], Arrays.stream(ofTrials[trial]).boxed().toList()))
                .toList();
    }
}
