package stiffsweep.train;

import java.util.ArrayList;
import java.util.List;
import stiffsweep.loss.TrialLoss;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.Outcome;

/**
 * How the training of one trial went.
 *
 * @param outcome completed, diverged or stopped
 * @param epochs the steps it took
 * @param bestEpoch the epoch of the lowest loss; -1 where no loss was finite
 * @param best the lowest loss; its total is NaN where no loss was finite
 * @param last the last loss
 * @param curve the training curve
 */
public record TrainedTrial(
        Outcome outcome, long epochs, long bestEpoch, TrialLoss best, TrialLoss last, List<CurvePoint> curve) {

    public TrainedTrial {
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
                next.outcome, epochs + next.epochs, epochs + next.bestEpoch, next.best, next.last, whole);
    }
}
