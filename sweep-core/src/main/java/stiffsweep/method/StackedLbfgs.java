package stiffsweep.method;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import stiffsweep.declare.DescentSettings;
import stiffsweep.loss.Evaluation;
import stiffsweep.loss.StackLoss;
import stiffsweep.loss.TrialLoss;
import stiffsweep.tensor.TensorScope;
import stiffsweep.tensor.Tensors;

/** L-BFGS for every trial of a stack: the evaluations are made together, the line searches go their own ways. */
final class StackedLbfgs implements Method {

    private final StackLoss loss;
    private final List<Lbfgs> trials;
    private final List<TrialLoss> accepted;
    private final LowestLosses lowest;

    private StackedLbfgs(StackLoss loss, List<Lbfgs> trials, List<TrialLoss> accepted, LowestLosses lowest) {
        this.loss = loss;
        this.trials = trials;
        this.accepted = accepted;
        this.lowest = lowest;
    }

    /**
     * What is known of a trial.
     *
     * @param accepted the loss at its accepted point
     */
    record Known(Lbfgs trial, TrialLoss accepted, LowestLosses.Lowest lowest) implements Snapshot {}

    /** The method from some parameters, {@code [trials, parameters]}. */
    static StackedLbfgs of(StackLoss loss, NDArray parameters) {
        List<Lbfgs> trials = new ArrayList<>();
        double[][] starts = Tensors.rows(parameters);
        for (int slot = 0; slot < starts.length; slot++) {
            DescentSettings settings = loss.trials().get(slot).settings().descent();
            trials.add(new Lbfgs(
                    starts[slot], settings.lbfgs().history(), settings.stopGradientBelow(), settings.stopStepBelow()));
        }
        List<TrialLoss> accepted =
                new ArrayList<>(Collections.nCopies(starts.length, new TrialLoss(Double.NaN, List.of())));
        tell(loss, trials, accepted);
        return new StackedLbfgs(loss, trials, accepted, LowestLosses.of(accepted, starts));
    }

    /** The method from where each trial stands. */
    static StackedLbfgs resumed(StackLoss loss, List<Known> trials) {
        return new StackedLbfgs(
                loss,
                trials.stream().map(known -> known.trial.copy()).toList(),
                new ArrayList<>(trials.stream().map(Known::accepted).toList()),
                LowestLosses.resumed(trials.stream().map(Known::lowest).toList()));
    }

    @Override
    public Known snapshot(int slot) {
        return new Known(trials.get(slot).copy(), accepted.get(slot), lowest.of(slot));
    }

    @Override
    public StackedLbfgs only(List<Integer> slots) {
        return new StackedLbfgs(
                loss.only(slots),
                slots.stream().map(slot -> trials.get(slot).copy()).toList(),
                new ArrayList<>(slots.stream().map(accepted::get).toList()),
                lowest.only(slots));
    }

    @Override
    public void step(int epoch) {
        tell(loss, trials, accepted);
        lowest.note(epoch + 1, accepted, points());
    }

    /** Evaluates every trial where it asks for it, and tells it. */
    private static void tell(StackLoss loss, List<Lbfgs> trials, List<TrialLoss> accepted) {
        TensorScope.run(() -> {
            double[][] candidates = trials.stream().map(Lbfgs::candidate).toArray(double[][]::new);
            Evaluation evaluation = loss.evaluate(loss.tensors().of(candidates));
            List<TrialLoss> losses = evaluation.losses().values();
            double[][] gradients = Tensors.rows(evaluation.gradient());
            for (int slot = 0; slot < candidates.length; slot++) {
                Lbfgs trial = trials.get(slot);
                TrialLoss there = losses.get(slot);
                if (trial.stopped() == null && trial.tell(there.total(), gradients[slot])) {
                    accepted.set(slot, there);
                }
            }
        });
    }

    private double[][] points() {
        return trials.stream().map(Lbfgs::point).toArray(double[][]::new);
    }

    @Override
    public StackLoss loss() {
        return loss;
    }

    @Override
    public NDArray rows() {
        return loss.tensors().of(points());
    }

    @Override
    public List<Standing> look(int epoch) {
        List<Standing> standings = new ArrayList<>();
        for (int slot = 0; slot < trials.size(); slot++) {
            standings.add(lowest.standing(
                    slot, epoch, accepted.get(slot), trials.get(slot).stopped()));
        }
        return standings;
    }

    @Override
    public double[] bestRow(int slot) {
        return lowest.row(slot);
    }
}
