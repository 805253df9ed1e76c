package stiffsweep.result;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.sweep.Trial;

/**
 * What came of one trial.
 *
 * @param trial the trial
 * @param outcome how it ended
 * @param epochs the epochs it trained
 * @param measurements a value by result column, such as {@code error_mse}; a measure that was not taken is absent, one
 *     that came out as NaN is NaN; switches are 0 or 1
 * @param curve the training curve, by epoch
 * @param solution the solution at the best checkpoint
 * @param checkpoint the parameters at the best checkpoint; empty where they are not kept
 * @param provenance where and by what it was made
 */
public record TrialResult(
        Trial trial,
        Outcome outcome,
        long epochs,
        SortedMap<String, Double> measurements,
        List<CurvePoint> curve,
        List<SolutionPoint> solution,
        List<NamedTensor> checkpoint,
        Provenance provenance)
        implements Serializable {

    public TrialResult {
        measurements = Collections.unmodifiableSortedMap(new TreeMap<>(measurements));
        curve = List.copyOf(curve);
        solution = List.copyOf(solution);
        checkpoint = List.copyOf(checkpoint);
    }

    /** The same result without what is long: the curve, the solution and the checkpoint. */
    public TrialResult brief() {
        return new TrialResult(trial, outcome, epochs, measurements, List.of(), List.of(), List.of(), provenance);
    }

    /** The same result, attributed to a start in a run on a version of Spark. */
    public TrialResult inRun(int attempt, String spark) {
        return with(provenance.inRun(attempt, spark));
    }

    /** The same result with another provenance. */
    public TrialResult with(Provenance other) {
        return new TrialResult(trial, outcome, epochs, measurements, curve, solution, checkpoint, other);
    }
}
