package stiffsweep.train;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stiffsweep.method.Method;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.Outcome;

/**
 * Where the training of a trial stands, or its polish.
 *
 * @param epoch the steps that are done
 * @param method what the method knows of the trial
 * @param curve the training curve so far
 * @param stop the end that a rule gave it; null where none did
 */
record PhaseState(int epoch, Method.Snapshot method, List<CurvePoint> curve, Outcome.@Nullable Stopped stop)
        implements Serializable {

    PhaseState {
        curve = List.copyOf(curve);
    }

    /** The same without the points that the curve has only because the training ended there. */
    PhaseState unended(int curveEvery) {
        List<CurvePoint> regular =
                curve.stream().filter(point -> point.epoch() % curveEvery == 0).toList();
        return new PhaseState(epoch, method, regular, stop);
    }
}
