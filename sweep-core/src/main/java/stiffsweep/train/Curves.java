package stiffsweep.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.sweep.CurvePoint;
import stiffsweep.sweep.ProblemDeclaration.LossTerm;
import stiffsweep.tensor.Tensors;

/** The training curves of a stack, as they are drawn. */
final class Curves {

    private final List<LossTerm> terms;
    private final List<List<CurvePoint>> curves = new ArrayList<>();

    Curves(int trials, List<LossTerm> terms) {
        this.terms = terms;
        for (int trial = 0; trial < trials; trial++) {
            curves.add(new ArrayList<>());
        }
    }

    /**
     * Adds a point to the curve of each trial that still trains.
     *
     * @param training which trials still train
     * @param losses the losses of the epoch
     * @param errors the mean squared error against the truth of each trial
     */
    void add(int epoch, boolean[] training, Training.Losses losses, double[] errors) {
        double[] totals = Tensors.values(losses.total());
        double[] flat = Tensors.values(losses.terms());
        for (int trial = 0; trial < training.length; trial++) {
            if (training[trial]) {
                List<Double> values = Arrays.stream(flat, trial * terms.size(), (trial + 1) * terms.size())
                        .boxed()
                        .toList();
                curves.get(trial).add(new CurvePoint(epoch, totals[trial], byName(values), errors[trial]));
            }
        }
    }

    /** Ends the curve of a trial that stopped or diverged before the last epoch, unless its end is there already. */
    void end(int trial, long epoch, double loss, List<Double> values) {
        List<CurvePoint> curve = curves.get(trial);
        if (curve.isEmpty() || curve.get(curve.size() - 1).epoch() < epoch) {
            curve.add(new CurvePoint(epoch, loss, byName(values), Double.NaN));
        }
    }

    /** The curve of a trial. */
    List<CurvePoint> of(int trial) {
        return curves.get(trial);
    }

    private SortedMap<String, Double> byName(List<Double> values) {
        SortedMap<String, Double> byName = new TreeMap<>();
        for (int term = 0; term < terms.size(); term++) {
            byName.put(terms.get(term).name(), values.get(term));
        }
        return byName;
    }
}
