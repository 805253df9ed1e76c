package stiffsweep.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.folder.ClosedForm;
import stiffsweep.folder.DecaySweep;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.Outcome;
import stiffsweep.result.TrialResult;
import stiffsweep.run.Stack;
import stiffsweep.run.StackWork;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;
import stiffsweep.train.Progress;

/** Trains nothing, but walks down curves whose ranking is known: the stiffer a trial, the larger is its error. */
record KnownCurves() implements StackWork {

    @Override
    public List<TrialResult> run(Stack stack, List<String> gpus, Progress progress) {
        Map<TrialId, Outcome.Stopped> ends = new HashMap<>();
        Map<TrialId, List<CurvePoint>> curves = new HashMap<>();
        for (long epoch = 0; epoch < DecaySweep.EPOCHS; epoch += 4) {
            SortedMap<TrialId, CurvePoint> points = new TreeMap<>();
            for (Trial trial : stack.trials()) {
                if (!ends.containsKey(trial.id())) {
                    points.put(trial.id(), point(trial, epoch));
                }
            }
            points.forEach((trial, point) ->
                    curves.computeIfAbsent(trial, first -> new ArrayList<>()).add(point));
            if (!points.isEmpty()) {
                ends.putAll(progress.judge(points));
            }
        }
        return stack.trials().stream()
                .map(trial -> result(trial, curves.getOrDefault(trial.id(), List.of()), ends))
                .toList();
    }

    private static CurvePoint point(Trial trial, long epoch) {
        double error = ClosedForm.stiffness(trial) / (1 + epoch);
        return new CurvePoint(epoch, error, new TreeMap<>(Map.of("equation", error)), error, error, new TreeMap<>());
    }

    private static TrialResult result(Trial trial, List<CurvePoint> curve, Map<TrialId, Outcome.Stopped> ends) {
        TrialResult solved = ClosedForm.solve(trial);
        Outcome.Stopped end = ends.get(trial.id());
        return new TrialResult(
                trial,
                end == null ? solved.outcome() : end,
                end == null ? DecaySweep.EPOCHS : curve.get(curve.size() - 1).epoch(),
                solved.measurements(),
                curve,
                solved.solution(),
                List.of(),
                solved.provenance());
    }
}
