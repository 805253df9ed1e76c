package stiffsweep.spark;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.Outcome;
import stiffsweep.spark.SweepPlugin.Message;
import stiffsweep.stop.StopPolicy;
import stiffsweep.sweep.TrialId;
import stiffsweep.train.Progress;
import stiffsweep.train.TrainingState;

/** Tells the driver of a stack while it trains, and asks which of its trials end early, if there is a rule. */
record StackProgress(String stack, StopPolicy stop) implements Progress {

    @Override
    public void at(long epoch, long epochs, double bestError) {
        SweepPlugin.progressed(stack, epoch, epochs, bestError);
    }

    @Override
    public boolean isCutOff() {
        return SweepPlugin.isEnding();
    }

    /** Returns when the driver has it, so that no state comes after the result that ends its trial. */
    @Override
    public void keep(TrialId trial, TrainingState state) {
        SweepPlugin.ask(Message.STATE, trial.hex(), state.bytes());
    }

    /** A driver that does not answer ends no trial. */
    @Override
    public SortedMap<TrialId, Outcome.Stopped> judge(SortedMap<TrialId, CurvePoint> points) {
        SortedMap<TrialId, Outcome.Stopped> ends = new TreeMap<>();
        if (stop.isOn() && ask(points) instanceof List<?> answer) {
            for (Object end : answer) {
                List<?> parts = (List<?>) end;
                TrialId trial = new TrialId((String) parts.get(0));
                ends.put(trial, new Outcome.Stopped((String) parts.get(1), (Long) parts.get(2)));
            }
        }
        return ends;
    }

    private @Nullable Object ask(SortedMap<TrialId, CurvePoint> points) {
        TreeMap<String, Double> values = new TreeMap<>();
        points.forEach((trial, point) -> values.put(trial.hex(), stop.value(point)));
        return SweepPlugin.ask(
                Message.QUESTION, stack, points.values().iterator().next().epoch(), values);
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
