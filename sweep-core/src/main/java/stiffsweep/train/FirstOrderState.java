package stiffsweep.train;

import java.io.Serializable;
import java.util.List;
import stiffsweep.sweep.CurvePoint;

/**
 * Where the first-order training of a trial stands.
 *
 * @param epoch the steps that its stack has done; the trial may have ended before
 * @param numbers what its slot holds: rows, optimiser, checkpoints
 * @param curve the training curve so far
 */
record FirstOrderState(int epoch, TrialSlices numbers, List<CurvePoint> curve) implements Serializable {

    FirstOrderState {
        curve = List.copyOf(curve);
    }

    /** The same without the points that the curve has only because the training ended there. */
    FirstOrderState unended(int curveEvery) {
        return new FirstOrderState(epoch, numbers, Curves.regular(curve, curveEvery));
    }
}
