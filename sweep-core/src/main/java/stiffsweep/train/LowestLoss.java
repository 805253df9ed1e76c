package stiffsweep.train;

import java.io.Serializable;
import java.util.List;

/** What belongs to the lowest loss of a descent so far. */
final class LowestLoss implements Serializable {

    private static final long serialVersionUID = 1;

    private final int epoch;
    private final double total;
    private final List<Double> terms;
    private final double[] parameters;

    LowestLoss(int epoch, double total, List<Double> terms, double[] parameters) {
        this.epoch = epoch;
        this.total = total;
        this.terms = List.copyOf(terms);
        this.parameters = parameters.clone();
    }

    /** The epoch; -1 where the loss was not finite even there. */
    int epoch() {
        return Double.isFinite(total) ? epoch : -1;
    }

    double total() {
        return total;
    }

    List<Double> terms() {
        return terms;
    }

    double[] parameters() {
        return parameters.clone();
    }
}
