package stiffsweep.train;

import java.util.ArrayList;
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
                SortedMap<String, Double> byName = new TreeMap<>();
                for (int term = 0; term < terms.size(); term++) {
                    byName.put(terms.get(term).name(), flat[trial * terms.size() + term]);
                }
                curves.get(trial).add(new CurvePoint(epoch, totals[trial], byName, errors[trial]));
            }
        }
    }

    List<List<CurvePoint>> all() {
        return curves;
    }
}
