package stiffsweep.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.Settings;
import stiffsweep.loss.Evaluation;
import stiffsweep.loss.LossValues;
import stiffsweep.loss.StackLoss;
import stiffsweep.method.Lbfgs;
import stiffsweep.result.Outcome.StoppedBy;
import stiffsweep.tensor.Tensors;

/** L-BFGS for every trial of a stack: the evaluations are made together, the line searches go their own ways. */
final class StackedLbfgs implements Descent {

    private final StackLoss loss;
    private final List<Lbfgs> trials;
    private final List<Accepted> accepted;

    /** The losses at a trial's accepted point. */
    private record Accepted(double total, List<Double> terms) implements Serializable {}

    /** What is known of a trial. */
    record State(Lbfgs trial, Accepted accepted) implements DescentState.Method {}

    private StackedLbfgs(StackLoss loss, List<Lbfgs> trials, List<Accepted> accepted) {
        this.loss = loss;
        this.trials = trials;
        this.accepted = accepted;
    }

    /** The method from some parameters, {@code [trials, parameters]}. */
    static StackedLbfgs of(StackLoss loss, NDArray parameters) {
        List<Lbfgs> trials = new ArrayList<>();
        List<Accepted> accepted = new ArrayList<>();
        for (int slot = 0; slot < loss.trials().size(); slot++) {
            Settings settings = loss.trials().get(slot).settings();
            trials.add(new Lbfgs(
                    Tensors.values(parameters.get(slot)),
                    settings.count("training.lbfgs.history"),
                    settings.number("training.stop-gradient-below"),
                    settings.number("training.stop-step-below")));
            accepted.add(new Accepted(Double.NaN, List.of()));
        }
        StackedLbfgs start = new StackedLbfgs(loss, trials, accepted);
        start.iterate();
        return start;
    }

    /** The method from where each trial stands. */
    static StackedLbfgs resumed(StackLoss loss, List<DescentState> states) {
        List<State> known =
                states.stream().map(state -> State.class.cast(state.method())).toList();
        return new StackedLbfgs(
                loss,
                known.stream().map(state -> state.trial.copy()).toList(),
                new ArrayList<>(known.stream().map(State::accepted).toList()));
    }

    @Override
    public State state(int slot) {
        return new State(trials.get(slot).copy(), accepted.get(slot));
    }

    @Override
    public Descent only(List<Integer> slots) {
        // A slot that is there twice shares its trial, which is told once.
        return new StackedLbfgs(
                loss.only(slots),
                slots.stream().map(trials::get).toList(),
                new ArrayList<>(slots.stream().map(accepted::get).toList()));
    }

    @Override
    public void iterate() {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            double[] candidates = trials.stream()
                    .map(Lbfgs::candidate)
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
            int size = candidates.length / trials.size();
            Evaluation evaluation = loss.evaluate(loss.tensors().of(candidates, trials.size(), size));
            LossValues values = evaluation.values();
            double[] gradients = Tensors.values(evaluation.gradient());
            for (int slot = 0; slot < trials.size(); slot++) {
                double[] gradient = Arrays.copyOfRange(gradients, slot * size, (slot + 1) * size);
                tell(slot, values, gradient);
            }
        }
    }

    private void tell(int slot, LossValues values, double[] gradient) {
        Lbfgs trial = trials.get(slot);
        boolean isTwin = trials.indexOf(trial) < slot;
        if (trial.stopped() == null && !isTwin && trial.tell(values.total(slot), gradient)) {
            accepted.set(slot, new Accepted(values.total(slot), values.terms(slot)));
        }
    }

    @Override
    public double total(int slot) {
        return accepted.get(slot).total();
    }

    @Override
    public List<Double> terms(int slot) {
        return accepted.get(slot).terms();
    }

    @Override
    public double[] parameters(int slot) {
        return trials.get(slot).point();
    }

    @Override
    public @Nullable StoppedBy stopped(int slot) {
        return trials.get(slot).stopped();
    }
}
