package stiffsweep.train;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.loss.TrialError;
import stiffsweep.loss.TrialLoss;
import stiffsweep.result.CurvePoint;

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

    /** Adds a point to the curve of a trial, unless the curve has come so far already; its newest point. */
    CurvePoint add(int trial, int epoch, TrialLoss loss, TrialError error) {
        List<CurvePoint> curve = curves.get(trial);
        if (curve.isEmpty() || curve.get(curve.size() - 1).epoch() < epoch) {
            curve.add(new CurvePoint(
                    epoch,
                    loss.total(),
                    byName(loss.terms()),
                    error.meanSquared(),
                    error.relativeSquared(),
                    error.ofFields()));
        }
        return curve.get(curve.size() - 1);
    }

    /** Continues the curve of a trial. */
    void resume(int trial, List<CurvePoint> soFar) {
        curves.get(trial).addAll(soFar);
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
