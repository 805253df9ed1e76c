package stiffsweep.loss;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import stiffsweep.tensor.Tensors;

/** The losses of a stack as plain numbers. */
public final class LossValues {

    private final double[] terms;
    private final double[] totals;

    private LossValues(double[] terms, double[] totals) {
        this.terms = terms;
        this.totals = totals;
    }

    /** Reads losses from the device: terms {@code [trials, terms]}, totals {@code [trials]}. */
    static LossValues of(NDArray terms, NDArray totals) {
        return new LossValues(Tensors.values(terms), Tensors.values(totals));
    }

    /** The weighted total of a trial. */
    public double total(int trial) {
        return totals[trial];
    }

    /** The terms of a trial, before their weights. */
    public List<Double> terms(int trial) {
        int count = terms.length / totals.length;
        return Arrays.stream(terms, trial * count, (trial + 1) * count).boxed().toList();
    }
}
