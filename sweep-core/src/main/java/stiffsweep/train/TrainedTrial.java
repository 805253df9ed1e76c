package stiffsweep.train;

import java.util.List;
import stiffsweep.sweep.CurvePoint;
import stiffsweep.sweep.Outcome;

/**
 * How the training of one trial went.
 *
 * @param outcome completed or diverged
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
}
