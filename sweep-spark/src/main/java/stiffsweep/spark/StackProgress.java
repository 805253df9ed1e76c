package stiffsweep.spark;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.stop.StopPolicy;
import stiffsweep.sweep.CurvePoint;
import stiffsweep.sweep.Outcome;
import stiffsweep.sweep.TrialId;
import stiffsweep.train.Progress;
import stiffsweep.train.TrainingState;

/**
 * Tells the driver of a stack while it trains, and asks which of its trials end early, if there is a rule. Messages both ways
 * are of types of the JDK only: Spark's own threads read them, and do not know the classes of this project.
 */
record StackProgress(String stack, StopPolicy stop) implements Progress {

    @Override
    public void at(long epoch, long epochs, double bestError) {
        SweepPlugin.send(List.of(stack, epoch, epochs, bestError));
    }

    /** Returns when the driver has it, so that no state comes after the result that ends its trial. */
    @Override
    public void keep(TrialId trial, TrainingState state) {
        SweepPlugin.ask(List.of(trial.hex(), state.bytes()));
    }

    /** A driver that does not answer ends no trial. */
    @Override
    public SortedMap<TrialId, Outcome.Stopped> judge(SortedMap<TrialId, CurvePoint> points) {
        SortedMap<TrialId, Outcome.Stopped> ends = new TreeMap<>();
        if (stop.isOn() && SweepPlugin.ask(question(points)) instanceof List<?> answer) {
            for (Object end : answer) {
                List<?> parts = (List<?>) end;
                TrialId trial = new TrialId((String) parts.get(0));
                ends.put(trial, new Outcome.Stopped((String) parts.get(1), (Long) parts.get(2)));
            }
        }
        return ends;
    }

    private List<Object> question(SortedMap<TrialId, CurvePoint> points) {
        TreeMap<String, Double> values = new TreeMap<>();
        points.forEach(
                (trial, point) -> values.put(trial.hex(), point.byColumn().getOrDefault(stop.metric(), Double.NaN)));
        return List.of(stack, points.values().iterator().next().epoch(), values);
    }

    /** What trials are compared by, as a question has it. */
    static SortedMap<TrialId, Double> values(Map<?, ?> question) {
        SortedMap<TrialId, Double> values = new TreeMap<>();
        question.forEach((trial, value) -> values.put(new TrialId((String) trial), (Double) value));
        return values;
    }

    /** The answer to a question: how each trial ends that must. */
    static List<Object> answer(SortedMap<TrialId, Outcome.Stopped> ends) {
        return ends.entrySet().stream()
                .<Object>map(end -> List.of(
                        end.getKey().hex(),
                        end.getValue().reason(),
                        end.getValue().rung()))
                .toList();
    }
}
