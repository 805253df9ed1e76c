package stiffsweep.spark;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.Outcome;
import stiffsweep.spark.ExecutorMessage.Kept;
import stiffsweep.spark.ExecutorMessage.Progressed;
import stiffsweep.spark.ExecutorMessage.Question;
import stiffsweep.stop.StopPolicy;
import stiffsweep.sweep.TrialId;
import stiffsweep.train.Progress;
import stiffsweep.train.TrainingState;

/** Tells the driver of a stack while it trains, and asks which of its trials end early, if there is a rule. */
record StackProgress(String stack, StopPolicy stop) implements Progress {

    @Override
    public void at(long epoch, long epochs, double bestError) {
        SweepPlugin.progressed(new Progressed(stack, epoch, epochs, bestError));
    }

    @Override
    public boolean isCutOff() {
        return SweepPlugin.isEnding();
    }

    /** Returns when the driver has it, so that no state comes after the result that ends its trial. */
    @Override
    public void keep(TrialId trial, TrainingState state) {
        SweepPlugin.tell(new Kept(trial, state));
    }

    /** A driver that does not answer ends no trial. */
    @Override
    public SortedMap<TrialId, Outcome.Stopped> judge(SortedMap<TrialId, CurvePoint> points) {
        if (!stop.isOn()) {
            return Collections.emptySortedMap();
        }
        SortedMap<TrialId, Double> values = new TreeMap<>();
        points.forEach((trial, point) -> values.put(trial, stop.value(point)));
        long epoch = points.values().iterator().next().epoch();
        return Question.ends(SweepPlugin.tell(new Question(stack, epoch, values)));
    }
}
