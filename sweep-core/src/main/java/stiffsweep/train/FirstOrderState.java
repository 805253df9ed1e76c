package stiffsweep.train;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.Outcome;

/**
 * Where the first-order training of a trial stands.
 *
 * @param epoch the steps that its stack has done; the trial may have ended before
 * @param numbers what its slot holds: rows, optimiser, checkpoints
 * @param curve the training curve so far
 * @param stop the end that a rule gave it; null where none did
 */
record FirstOrderState(int epoch, TrialSlices numbers, List<CurvePoint> curve, Outcome.@Nullable Stopped stop)
        implements Serializable {

    FirstOrderState {
        curve = List.copyOf(curve);
    }

    /** The same without the points that the curve has only because the training ended there. */
    FirstOrderState unended(int curveEvery) {
        return new FirstOrderState(epoch, numbers, Curves.regular(curve, curveEvery), stop);
    }
}
