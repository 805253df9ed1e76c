package stiffsweep.train;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stiffsweep.sweep.CurvePoint;
import stiffsweep.sweep.Outcome;
import stiffsweep.sweep.Outcome.StoppedBy;
import stiffsweep.sweep.TrialId;

/** Training by descent. A trial that has ended leaves when half of the stack has. */
final class DescentTraining {

    private final int epochs;
    private final int curveEvery;
    private final Curves curves;
    private final TrainedStack.Builder trained;
    private final boolean[] isOver;
    private final Lowest[] lowest;
    private final double[] stopBelow;
    private StackLoss loss;
    private List<Integer> members = new ArrayList<>();

    DescentTraining(StackLoss loss, int epochs) {
        int trials = loss.trials().size();
        this.loss = loss;
        this.epochs = epochs;
        curveEvery = loss.settings().count("measure.curve-every");
        stopBelow = loss.numbers("training.stop-below");
        curves = new Curves(trials, loss.terms().terms());
        trained = new TrainedStack.Builder(trials);
        isOver = new boolean[trials];
        lowest = new Lowest[trials];
        for (int trial = 0; trial < trials; trial++) {
            members.add(trial);
        }
    }

    /** Goes down until every trial has done its epochs or come to another end. */
    TrainedStack run(Descent start, Progress progress) {
        Pace pace = new Pace(progress, epochs);
        Descent descent = start;
        List<Integer> going = look(descent, 0, pace);
        for (int epoch = 0; !going.isEmpty(); epoch++) {
            if (2 * going.size() <= members.size() && members.size() > StackLoss.SMALLEST) {
                descent = leave(descent, going);
            }
            descent.iterate();
            going = look(descent, epoch + 1, pace);
            Descent now = descent;
            pace.at(epoch + 1, () -> errors(now));
        }
        return trained.build();
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
        if (isDrawn) {
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
            Outcome end = ends.get(id(slot));
            if (end != null) {
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
            return new Outcome.Diverged("the loss must be finite where a descent starts, but was " + total
                    + ": give other points, weights or initial parameters");
        }
        if (total < stopBelow[members.get(slot)]) {
            return new Outcome.Completed(StoppedBy.LOSS);
        }
        if (stopped != null) {
            return new Outcome.Completed(stopped);
        }
        return epoch == epochs ? new Outcome.Completed(StoppedBy.EPOCHS) : null;
    }

    /** Keeps what belongs to the lowest loss so far: steps on drawn points may raise the loss on all of them. */
    private void note(Descent descent, int slot, int epoch) {
        int member = members.get(slot);
        double total = descent.total(slot);
        if (lowest[member] == null || total < lowest[member].total) {
            lowest[member] = new Lowest(epoch, total, descent.terms(slot), descent.parameters(slot));
        }
    }

    private void end(Descent descent, int slot, Outcome outcome, int epoch) {
        int member = members.get(slot);
        Lowest best = lowest[member];
        trained.put(
                member,
                new TrainedTrial(
                        outcome,
                        epoch,
                        Double.isFinite(best.total) ? best.epoch : -1,
                        best.total,
                        descent.total(slot),
                        best.terms,
                        descent.terms(slot),
                        curves.of(member)),
                best.parameters);
        isOver[member] = true;
    }

    private List<TrialError> errors(Descent descent) {
        double[][] rows = new double[members.size()][];
        for (int slot = 0; slot < rows.length; slot++) {
            rows[slot] = descent.parameters(slot);
        }
        return loss.errorsAt(rows);
    }

    /** What belongs to a trial's lowest loss. */
    private static final class Lowest {

        private final int epoch;
        private final double total;
        private final List<Double> terms;
        private final double[] parameters;

        Lowest(int epoch, double total, List<Double> terms, double[] parameters) {
            this.epoch = epoch;
            this.total = total;
            this.terms = terms;
            this.parameters = parameters;
        }
    }
}
