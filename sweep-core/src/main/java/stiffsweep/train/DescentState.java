package stiffsweep.train;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.Outcome;

/**
 * Where the descent of a trial stands.
 *
 * @param epoch the epochs that are done
 * @param lowest what belongs to the lowest loss so far
 * @param curve the training curve so far
 * @param method what the method knows of the trial
 * @param stop the end that a rule gave it; null where none did
 */
record DescentState(int epoch, LowestLoss lowest, List<CurvePoint> curve, Method method, Outcome.@Nullable Stopped stop)
        implements Serializable {

    DescentState {
        curve = List.copyOf(curve);
    }

    /** What a second-order method knows of a trial: it no longer changes. */
    sealed interface Method extends Serializable permits StackedLbfgs.State, LevenbergMarquardt.State {}

    /** The same without the points that the curve has only because the training ended there. */
    DescentState unended(int curveEvery) {
        return new DescentState(epoch, lowest, Curves.regular(curve, curveEvery), method, stop);
    }
}
