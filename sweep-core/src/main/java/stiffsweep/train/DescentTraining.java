package stiffsweep.train;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stiffsweep.loss.StackLoss;
import stiffsweep.loss.TrialError;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.Outcome;
import stiffsweep.result.Outcome.StoppedBy;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;
import stiffsweep.tensor.TensorScope;

/** Training by descent. A trial that has ended leaves when half of the stack has. */
final class DescentTraining {

    private final int epochs;
    private final int curveEvery;
    private final Curves curves;
    private final TrainedStack.Builder trained;
    private final boolean[] isOver;
    private final LowestLoss[] lowest;
    private final double[] stopBelow;
    private final List<Trial> trials;
    private final List<TrainingState> before;
    private final Map<Integer, Outcome.Stopped> stops = new HashMap<>();
    private StackLoss loss;
    private List<Integer> members = new ArrayList<>();

    /**
     * A training.
     *
     * @param epochs the longest one
     * @param before where each trial's training ended, which this one polishes; none where this is that training
     */
    DescentTraining(StackLoss loss, int epochs, List<TrainingState> before) {
        this.loss = loss;
        this.epochs = epochs;
        this.before = before;
        trials = loss.trials();
        int size = trials.size();
        curveEvery = loss.settings().count("measure.curve-every");
        stopBelow = Trial.numbers(trials, "training.stop-below");
        curves = new Curves(size, loss.terms().terms());
        trained = new TrainedStack.Builder(size);
        isOver = new boolean[size];
        lowest = new LowestLoss[size];
        for (int trial = 0; trial < size; trial++) {
            members.add(trial);
        }
    }

    /**
     * Goes down until every trial has done its epochs or come to another end.
     *
     * @param parameters where the trials start, {@code [trials, parameters]}; may change in place
     * @param states where each trial stands, after the same number of epochs; none where all are at their start
     */
    TrainedStack run(DescentMethod method, NDArray parameters, List<DescentState> states, Progress progress) {
        Pace pace = new Pace(progress, epochs, loss.settings().number("training.checkpoint-every"));
        Descent descent = states.isEmpty() ? method.start(loss, parameters) : method.resume(loss, states);
        int first = resume(states);
        List<Integer> going = look(descent, first, pace);
        for (int epoch = first; !going.isEmpty(); epoch++) {
            if (2 * going.size() <= members.size() && members.size() > StackLoss.SMALLEST) {
                descent = leave(descent, going);
            }
            descent.iterate();
            int done = epoch + 1;
            going = look(descent, done, pace);
            Descent now = descent;
            if (!going.isEmpty()) {
                pace.at(done, () -> errors(now), () -> keep(now, done, progress));
            }
        }
        return trained.build();
    }

    private int resume(List<DescentState> states) {
        for (int trial = 0; trial < states.size(); trial++) {
            lowest[trial] = states.get(trial).lowest();
            curves.resume(trial, states.get(trial).curve());
            Outcome.Stopped stop = states.get(trial).stop();
            if (stop != null) {
                stops.put(trial, stop);
            }
        }
        return states.isEmpty() ? 0 : states.get(0).epoch();
    }

    private void keep(Descent descent, int epoch, Progress progress) {
        for (int member = 0; member < trials.size(); member++) {
            TrainingState ended = trained.state(member);
            int slot = members.indexOf(member);
            progress.keep(trials.get(member).id(), ended == null ? state(descent, slot, epoch) : ended);
        }
    }

    private TrainingState state(Descent descent, int slot, int epoch) {
        int member = members.get(slot);
        DescentState state =
                new DescentState(epoch, lowest[member], curves.of(member), descent.state(slot), stops.get(member));
        return before.isEmpty() ? TrainingState.of(state) : before.get(member).polished(state);
    }

    private Descent leave(Descent descent, List<Integer> going) {
        List<Integer> slots = StackLoss.padded(going);
        loss = loss.only(slots);
        members = slots.stream().map(members::get).toList();
        return descent.only(slots);
    }

    /** Takes note of the trials that have ended after some epochs; the slots of those that go on. */
    private List<Integer> look(Descent descent, int epoch, Pace pace) {
        List<Integer> going = new ArrayList<>();
        boolean isDrawn = epoch % curveEvery == 0;
        List<TrialError> errors = isDrawn ? errors(descent) : List.of();
        for (int slot = 0; slot < members.size(); slot++) {
            int member = members.get(slot);
            if (!isOver[member]) {
                note(descent, slot, epoch);
                Outcome outcome = outcome(descent, slot, epoch);
                if (isDrawn || outcome != null) {
                    TrialError error = (isDrawn ? errors : errors(descent)).get(slot);
                    curves.add(member, epoch, descent.total(slot), descent.terms(slot), error);
                }
                if (outcome == null) {
                    going.add(slot);
                } else {
                    end(descent, slot, outcome, epoch);
                }
            }
        }
        // No rule ends a polish.
        if (isDrawn && before.isEmpty()) {
            stop(descent, going, epoch, pace);
        }
        return going;
    }

    /** Ends the trials that are judged not to go on. */
    private void stop(Descent descent, List<Integer> going, int epoch, Pace pace) {
        SortedMap<TrialId, CurvePoint> points = new TreeMap<>();
        going.forEach(slot -> points.put(id(slot), curves.newest(members.get(slot))));
        SortedMap<TrialId, Outcome.Stopped> ends = pace.judge(points);
        going.removeIf(slot -> {
            Outcome.Stopped end = ends.get(id(slot));
            if (end != null) {
                stops.put(members.get(slot), end);
                end(descent, slot, end, epoch);
            }
            return end != null;
        });
    }

    private TrialId id(int slot) {
        return loss.trials().get(slot).id();
    }

    /** How a trial ended; null while it goes on. */
    private @Nullable Outcome outcome(Descent descent, int slot, int epoch) {
        double total = descent.total(slot);
        StoppedBy stopped = descent.stopped(slot);
        if (!Double.isFinite(total)) {
            return Divergence.atTheStart(total);
        }
        if (total < stopBelow[members.get(slot)]) {
            return new Outcome.Completed(StoppedBy.LOSS);
        }
        if (stopped != null) {
            return new Outcome.Completed(stopped);
        }
        // A rule's end is known before only where the trial goes on from that end.
        return epoch == epochs ? new Outcome.Completed(StoppedBy.EPOCHS) : stops.get(members.get(slot));
    }

    /** Keeps what belongs to the lowest loss so far: steps on drawn points may raise the loss on all of them. */
    private void note(Descent descent, int slot, int epoch) {
        int member = members.get(slot);
        double total = descent.total(slot);
        if (lowest[member] == null || total < lowest[member].total()) {
            lowest[member] = new LowestLoss(epoch, total, descent.terms(slot), descent.parameters(slot));
        }
    }

    private void end(Descent descent, int slot, Outcome outcome, int epoch) {
        int member = members.get(slot);
        LowestLoss best = lowest[member];
        trained.put(
                member,
                new TrainedTrial(
                        outcome,
                        epoch,
                        best.epoch(),
                        best.total(),
                        descent.total(slot),
                        best.terms(),
                        descent.terms(slot),
                        curves.of(member)),
                best.parameters(),
                state(descent, slot, epoch));
        isOver[member] = true;
    }

    private List<TrialError> errors(Descent descent) {
        double[][] rows = new double[members.size()][];
        for (int slot = 0; slot < rows.length; slot++) {
            rows[slot] = descent.parameters(slot);
        }
        return TensorScope.result(() -> loss.errors(loss.tensors().of(rows)));
    }
}
