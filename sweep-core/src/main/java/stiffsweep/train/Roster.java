package stiffsweep.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import stiffsweep.loss.StackLoss;
import stiffsweep.loss.TrialError;
import stiffsweep.loss.TrialLoss;
import stiffsweep.method.Method;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.Outcome;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;
import stiffsweep.tensor.Tensors;

/** The trials of a stack while they train: which one is in which slot, its curve, the rules' ends, and what came of it. */
final class Roster {

    private final List<Trial> trials;
    private final int smallest;
    private final double[] stopBelow;
    private final List<TrainingState> before;
    private final Curves curves;
    private final TrainedStack.Builder trained;
    private final Map<Integer, Outcome.Stopped> stops = new HashMap<>();
    private List<Integer> members;

    /**
     * All trials, each in a slot.
     *
     * @param before where each trial's training ended, if this is their polish; none where this is that training
     */
    Roster(StackLoss loss, List<TrainingState> before) {
        trials = loss.trials();
        smallest = loss.tensors().smallestStack();
        this.before = before;
        // Rounded as the losses are that are compared with it on the device.
        double[] exact = Trial.numbers(trials, settings -> settings.training().stopBelow());
        stopBelow = Tensors.values(loss.tensors().of(exact, exact.length));
        curves = new Curves(trials.size(), loss.terms().terms());
        trained = new TrainedStack.Builder(trials.size());
        members = IntStream.range(0, trials.size()).boxed().toList();
    }

    /** Lets every trial stand where it stood. */
    void resume(List<PhaseState> states) {
        for (int trial = 0; trial < states.size(); trial++) {
            curves.resume(trial, states.get(trial).curve());
            Outcome.Stopped stop = states.get(trial).stop();
            if (stop != null) {
                stops.put(trial, stop);
            }
        }
    }

    boolean isPolish() {
        return !before.isEmpty();
    }

    /** The slots of the trials that have not ended. */
    List<Integer> going() {
        return IntStream.range(0, members.size())
                .filter(slot -> trained.state(members.get(slot)) == null)
                .boxed()
                .toList();
    }

    /** Whether half of the slots could be left out. */
    boolean isSparse() {
        return 2 * going().size() <= members.size() && members.size() > smallest;
    }

    /** Leaves out the trials that are in none of some slots. */
    void only(List<Integer> slots) {
        members = slots.stream().map(members::get).toList();
    }

    Trial trial(int slot) {
        return trials.get(members.get(slot));
    }

    /** The loss below which a trial ends. */
    double stopBelow(int slot) {
        return stopBelow[members.get(slot)];
    }

    /** Draws the curve of a trial one point further, unless it has come so far already; its newest point. */
    CurvePoint draw(int slot, int epoch, TrialLoss loss, TrialError error) {
        return curves.add(members.get(slot), epoch, loss, error);
    }

    /** Takes the end that a rule gives to a trial. */
    void stop(int slot, Outcome.Stopped end) {
        stops.put(members.get(slot), end);
    }

    /** The end that a rule gave to a trial; null where none did. */
    Outcome.@Nullable Stopped stop(int slot) {
        return stops.get(members.get(slot));
    }

    /** The curve of a trial so far. */
    List<CurvePoint> curve(int slot) {
        return curves.of(members.get(slot));
    }

    /** The lowest error at the newest points of the curves of those that have not ended; NaN where none is known. */
    double lowestError() {
        return going().stream()
                .map(this::curve)
                .filter(curve -> !curve.isEmpty())
                .mapToDouble(curve -> curve.get(curve.size() - 1).errorMse())
                .filter(Double::isFinite)
                .min()
                .orElse(Double.NaN);
    }

    /**
     * Takes what came of a trial.
     *
     * @param epoch the steps that its stack has done
     */
    void end(int slot, TrainedTrial result, Method method, int epoch) {
        trained.put(members.get(slot), result, method.bestRow(slot), state(slot, method, epoch));
    }

    /** Where each trial stands, or stood at its end. */
    SortedMap<TrialId, TrainingState> states(Method method, int epoch) {
        SortedMap<TrialId, TrainingState> states = new TreeMap<>();
        for (int member = 0; member < trials.size(); member++) {
            TrainingState ended = trained.state(member);
            int slot = members.indexOf(member);
            states.put(trials.get(member).id(), ended == null ? state(slot, method, epoch) : ended);
        }
        return states;
    }

    private TrainingState state(int slot, Method method, int epoch) {
        PhaseState state = new PhaseState(epoch, method.snapshot(slot), curve(slot), stop(slot));
        return isPolish() ? before.get(members.get(slot)).polished(state) : TrainingState.of(state);
    }

    TrainedStack trained() {
        return trained.build();
    }
}
