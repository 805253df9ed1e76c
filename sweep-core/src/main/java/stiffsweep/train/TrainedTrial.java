package stiffsweep.train;

import java.util.ArrayList;
import java.util.List;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.Outcome;

/**
 * How the training of one trial went.
 *
 * @param outcome completed, diverged or stopped
 * @param epochs the steps it took
 * @param bestEpoch the epoch of the lowest loss; -1 where no loss was finite
 * @param bestLoss the lowest total loss; NaN where no loss was finite
 * @param lastLoss the last total loss
 * @param bestTerms the loss terms at the lowest loss, before their weights, as declared
 * @param lastTerms the last loss terms
 * @param curve the training curve
 */
public record TrainedTrial(
        Outcome outcome,
        long epochs,
        long bestEpoch,
        double bestLoss,
        double lastLoss,
        List<Double> bestTerms,
        List<Double> lastTerms,
        List<CurvePoint> curve) {

    public TrainedTrial {
        bestTerms = List.copyOf(bestTerms);
        lastTerms = List.copyOf(lastTerms);
        curve = List.copyOf(curve);
    }

    /** This training continued by another one, which started from its best parameters. */
    TrainedTrial then(TrainedTrial next) {
        List<CurvePoint> whole = new ArrayList<>(curve);
        long last = curve.isEmpty() ? -1 : curve.get(curve.size() - 1).epoch();
        for (CurvePoint point : next.curve) {
            CurvePoint later = point.later(epochs);
            if (later.epoch() > last) {
                whole.add(later);
            }
        }
        return new TrainedTrial(
                next.outcome,
                epochs + next.epochs,
                epochs + next.bestEpoch,
                next.bestLoss,
                next.lastLoss,
                next.bestTerms,
                next.lastTerms,
                whole);
    }
}
