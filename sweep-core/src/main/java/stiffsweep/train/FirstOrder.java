package stiffsweep.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import stiffsweep.declare.ProblemDeclaration.Learned;
import stiffsweep.declare.Settings;
import stiffsweep.loss.Evaluation;
import stiffsweep.loss.LossValues;
import stiffsweep.loss.StackLoss;
import stiffsweep.loss.TrialError;
import stiffsweep.method.Adam;
import stiffsweep.result.CurvePoint;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;
import stiffsweep.tensor.Tensors;

/**
 * First-order training of a stack.
 *
 * <p>Each epoch is one forward pass of all trials, the losses on the engine's tape, one adjoint pass and one optimiser
 * step. A trial that has finished or diverged is masked out, and leaves when half of the stack has.
 */
final class FirstOrder {

    /** The epochs between two looks at the device. */
    private static final int LOOK_EVERY = 100;

    private final StackLoss loss;
    private final Curves curves;
    private final TrainedStack.Builder trained;
    private final int epochs;
    private final int curveEvery;

    FirstOrder(StackLoss loss) {
        Settings settings = loss.settings();
        this.loss = loss;
        epochs = settings.count("training.epochs");
        curveEvery = settings.count("measure.curve-every");
        curves = new Curves(loss.trials().size(), loss.terms().terms());
        trained = new TrainedStack.Builder(loss.trials().size());
    }

    /**
     * Trains until every trial has done its epochs, fallen below its loss, diverged or been stopped.
     *
     * @param rows the initial rows, {@code [trials, numbers]}; changed in place
     * @param states where each trial stands, after the same number of epochs; none where all are at their beginning
     */
    TrainedStack run(NDArray rows, List<FirstOrderState> states, Progress progress) {
        Pace pace = new Pace(progress, epochs, loss.settings().number("training.checkpoint-every"));
        LiveStack live = all(rows);
        int first = resume(live, states);
        for (int epoch = first; epoch < epochs && !live.members().isEmpty(); epoch++) {
            boolean isLookedAt = (epoch + 1) % LOOK_EVERY == 0;
            List<Integer> going = List.of();
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                step(live, epoch, pace);
                LiveStack now = live;
                int done = epoch + 1;
                pace.at(done, () -> now.loss().errors(now.rows()), () -> keep(now, done, progress));
                if (isLookedAt) {
                    going = look(live);
                }
            }
            if (isLookedAt) {
                live = leave(live, going, epoch + 1);
            }
        }
        for (int slot = 0; slot < live.members().size(); slot++) {
            collect(live, slot, epochs);
        }
        return trained.build();
    }

    /** Lets the trials go on from where they stand; the epochs that are done. */
    private int resume(LiveStack live, List<FirstOrderState> states) {
        if (states.isEmpty()) {
            return 0;
        }
        live.resume(states);
        for (int trial = 0; trial < states.size(); trial++) {
            curves.resume(trial, states.get(trial).curve());
        }
        return states.get(0).epoch();
    }

    private void keep(LiveStack live, int epoch, Progress progress) {
        List<Trial> all = loss.trials();
        for (int trial = 0; trial < all.size(); trial++) {
            TrainingState ended = trained.state(trial);
            int slot = live.members().indexOf(trial);
            progress.keep(all.get(trial).id(), ended == null ? state(live, slot, epoch) : ended);
        }
    }

    private TrainingState state(LiveStack live, int slot, int epoch) {
        return TrainingState.of(live.state(slot, epoch, curves));
    }

    private LiveStack all(NDArray rows) {
        List<Integer> members = new ArrayList<>();
        for (int trial = 0; trial < loss.trials().size(); trial++) {
            members.add(trial);
        }
        Tensors tensors = loss.tensors();
        int terms = loss.terms().terms().size();
        Checkpoints checkpoints = new Checkpoints(
                rows, terms, Trial.numbers(loss.trials(), "training.stop-below"), loss.firstComparableEpoch(), tensors);
        List<String> learned = loss.problem().declaration().learned().stream()
                .map(Learned::name)
                .toList();
        Adam optimizer = Adam.of(loss.trials(), learned, loss.networkParameters(rows), tensors);
        return new LiveStack(members, loss, rows, optimizer, checkpoints);
    }

    private void step(LiveStack live, int epoch, Pace pace) {
        Evaluation losses = live.loss().evaluate(live.rows());
        boolean isLast = epoch == epochs - 1;
        if (epoch % curveEvery == 0 || isLast) {
            SortedMap<TrialId, CurvePoint> points = draw(live, epoch, losses);
            if (!isLast) {
                live.checkpoints().stop(live.loss().trials(), pace.judge(points));
            }
        }
        live.checkpoints().observe(epoch, live.rows(), losses);
        NDArray training = live.checkpoints().stillTraining();
        NDArray network = live.loss().networkParameters(live.rows());
        live.optimizer().step(epoch, network, losses.gradient(), training);
        live.loss().learn(live.rows(), losses, training);
    }

    /** Draws the curves one point further; the new points. */
    private SortedMap<TrialId, CurvePoint> draw(LiveStack live, int epoch, Evaluation losses) {
        boolean[] training = live.checkpoints().training();
        LossValues values = losses.values();
        List<TrialError> errors = live.loss().errors(live.rows());
        SortedMap<TrialId, CurvePoint> points = new TreeMap<>();
        for (int slot = 0; slot < training.length; slot++) {
            if (training[slot]) {
                int member = live.members().get(slot);
                curves.add(member, epoch, values.total(slot), values.terms(slot), errors.get(slot));
                points.put(live.loss().trials().get(slot).id(), curves.newest(member));
            }
        }
        return points;
    }

    /** Looks at how the trials are doing; the slots of those that go on. */
    private static List<Integer> look(LiveStack live) {
        Checkpoints checkpoints = live.checkpoints();
        if (checkpoints.anyDiverged()) {
            // Arithmetic with NaN is ten times slower: diverged trials go back to where they were finite.
            NDArray diverged = checkpoints.diverged();
            Tensors.replace(live.rows(), diverged, checkpoints.bestRows());
            live.optimizer().forget(diverged);
        }
        boolean[] training = checkpoints.training();
        return IntStream.range(0, training.length)
                .filter(slot -> training[slot])
                .boxed()
                .toList();
    }

    /** The stack without those that do not go on, once they are half of it. */
    private LiveStack leave(LiveStack live, List<Integer> going, int epoch) {
        int size = live.members().size();
        if (2 * going.size() > size || (!going.isEmpty() && size <= StackLoss.SMALLEST)) {
            return live;
        }
        for (int slot = 0; slot < size; slot++) {
            if (!going.contains(slot)) {
                collect(live, slot, epoch);
            }
        }
        return going.isEmpty() ? live.none() : live.only(going);
    }

    private void collect(LiveStack live, int slot, int epoch) {
        int member = live.members().get(slot);
        TrainingState state = state(live, slot, epoch);
        trained.put(
                member,
                live.checkpoints().trained(slot, live.loss().trials().get(slot), curves, member),
                Tensors.values(live.checkpoints().bestRows().get(slot)),
                state);
    }
}
