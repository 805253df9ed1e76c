package stiffsweep.train;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.Settings;
import stiffsweep.loss.StackLoss;
import stiffsweep.loss.TrialError;
import stiffsweep.method.Method;
import stiffsweep.method.Standing;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.Outcome;
import stiffsweep.result.Outcome.StoppedBy;
import stiffsweep.sweep.TrialId;
import stiffsweep.tensor.TensorScope;

/**
 * Trains the trials of a stack by one method until each has come to its end. Those that have ended leave when they are half
 * of the stack.
 */
final class TrainingLoop {

    private final Roster roster;
    private final TrainingMonitor monitor;
    private final int epochs;
    private final int curveEvery;
    private Method method;
    private double lowestError = Double.NaN;

    /**
     * A loop.
     *
     * @param start the method before its first step, or where it stood
     * @param epochs the longest training
     * @param before where each trial's training ended, which this one polishes; none where this is that training
     */
    TrainingLoop(Method start, int epochs, List<TrainingState> before, Progress progress) {
        StackLoss loss = start.loss();
        Settings settings = loss.settings();
        method = start;
        roster = new Roster(loss, before);
        monitor = new TrainingMonitor(
                progress,
                roster.isPolish() ? settings.training().epochs() : 0,
                epochs,
                settings.training().allEpochs(),
                settings.execution().checkpointEvery());
        this.epochs = epochs;
        curveEvery = settings.measure().curveEvery();
    }

    /**
     * Trains until every trial has done its epochs or come to another end.
     *
     * @param states where each trial stands, after the same number of epochs; none where all are at their start
     */
    TrainedStack run(List<PhaseState> states) {
        roster.resume(states);
        lowestError = roster.lowestError();
        int first = states.isEmpty() ? 0 : states.get(0).epoch();
        look(first);
        for (int epoch = first; !roster.going().isEmpty(); epoch++) {
            leave();
            step(epoch);
            int done = epoch + 1;
            monitor.at(done, lowestError, () -> roster.states(method, done));
            look(done);
        }
        return roster.trained();
    }

    /** Takes note of the trials that have ended, where a look is worth its time. */
    private void look(int epoch) {
        if (epoch == epochs || epoch % method.lookEvery() == 0 || isDrawn(epoch)) {
            TensorScope.run(() -> end(epoch));
        }
    }

    /** Leaves out the trials that have ended once they are half of the stack. */
    private void leave() {
        if (roster.isSparse()) {
            List<Integer> slots = method.loss().tensors().padded(roster.going());
            method = method.only(slots);
            roster.only(slots);
        }
    }

    private void step(int epoch) {
        method.loss().drawPoints(epoch);
        TensorScope.run(() -> {
            method.evaluate(epoch);
            if (isDrawn(epoch)) {
                draw(epoch);
            }
            method.step(epoch);
        });
    }

    private boolean isDrawn(int epoch) {
        return epoch % curveEvery == 0 || epoch == method.lastKnown(epochs);
    }

    /** Draws the curves one point further, and ends the trials that are judged not to go on. */
    private void draw(int epoch) {
        // Before the look, which may move trials that have diverged.
        List<TrialError> errors = errors();
        List<Standing> standings = method.look(epoch);
        SortedMap<TrialId, CurvePoint> points = new TreeMap<>();
        for (int slot : roster.going()) {
            CurvePoint point = roster.draw(slot, epoch, standings.get(slot).last(), errors.get(slot));
            points.put(roster.trial(slot).id(), point);
        }
        lowestError = roster.lowestError();
        // No rule ends a polish, nor a training after its last known losses.
        if (!roster.isPolish() && epoch < method.lastKnown(epochs)) {
            stop(monitor.judge(points), epoch);
        }
    }

    private void stop(SortedMap<TrialId, Outcome.Stopped> ends, int epoch) {
        for (int slot : roster.going()) {
            Outcome.Stopped end = ends.get(roster.trial(slot).id());
            if (end != null) {
                roster.stop(slot, end);
            }
        }
        if (!ends.isEmpty()) {
            end(epoch);
        }
    }

    /** Ends the trials that have come to an end. */
    private void end(int epoch) {
        List<Standing> standings = method.look(epoch);
        SortedMap<Integer, Outcome> ends = new TreeMap<>();
        for (int slot : roster.going()) {
            Outcome outcome = outcome(slot, standings.get(slot), epoch);
            if (outcome != null) {
                ends.put(slot, outcome);
            }
        }
        if (!ends.isEmpty()) {
            List<TrialError> errors = errors();
            ends.forEach((slot, outcome) -> end(slot, outcome, standings.get(slot), epoch, errors.get(slot)));
        }
    }

    /** How a trial ended; null while it goes on. */
    private @Nullable Outcome outcome(int slot, Standing standing, int epoch) {
        Outcome.Stopped stop = roster.stop(slot);
        StoppedBy stoppedBy = standing.stoppedBy();
        if (!Double.isFinite(standing.last().total())) {
            return method.diverged(slot, standing);
        }
        if (standing.best().total() < roster.stopBelow(slot)) {
            return new Outcome.Completed(StoppedBy.LOSS);
        }
        if (stoppedBy != null) {
            return new Outcome.Completed(stoppedBy);
        }
        if (stop != null) {
            return stop;
        }
        return epoch == epochs ? new Outcome.Completed(StoppedBy.EPOCHS) : null;
    }

    private void end(int slot, Outcome outcome, Standing standing, int epoch, TrialError error) {
        // Found late, a trial is no longer where it had that loss.
        boolean isHere = standing.epoch() == epoch;
        roster.draw(slot, standing.epoch(), standing.last(), isHere ? error : TrialError.UNKNOWN);
        boolean isThrough = outcome.equals(new Outcome.Completed(StoppedBy.EPOCHS));
        TrainedTrial result = new TrainedTrial(
                outcome,
                isThrough ? epoch : standing.epoch(),
                standing.bestEpoch(),
                standing.best(),
                standing.last(),
                roster.curve(slot));
        roster.end(slot, result, method, epoch);
    }

    /** The errors where the trials are, by slot. */
    private List<TrialError> errors() {
        return TensorScope.result(() -> method.loss().errors(method.rows()));
    }
}
