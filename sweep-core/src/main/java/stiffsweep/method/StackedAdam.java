package stiffsweep.method;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.Settings;
import stiffsweep.loss.Evaluation;
import stiffsweep.loss.StackLoss;
import stiffsweep.result.Outcome;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.Tensors;

/**
 * Adam or AdamW on the trials of a stack, with the weights that learn.
 *
 * <p>Each epoch is one forward pass of all trials, the losses on the engine's tape, one adjoint pass and one step. All that
 * belongs to an epoch stays on the device: a trial that has diverged or fallen below its loss is masked out there, and its
 * best rows are kept there.
 *
 * <p>Where points are drawn anew, the losses of epochs do not compare. Those that decide are then worked out at points that
 * stay as they are, where a curve has a point and at the end.
 */
final class StackedAdam implements Method {

    /** The epochs between two looks at the device. */
    private static final int LOOK_EVERY = 100;

    private final StackLoss loss;
    private final NDArray rows;
    private final Adam optimizer;
    private final Checkpoints checkpoints;
    private @Nullable Evaluation losses;
    private int comparedAt = -1;

    private StackedAdam(StackLoss loss, NDArray rows, Adam optimizer, Checkpoints checkpoints) {
        this.loss = loss;
        this.rows = rows;
        this.optimizer = optimizer;
        this.checkpoints = checkpoints;
    }

    /** The method from some rows, {@code [trials, numbers]}, which are changed in place. */
    static StackedAdam of(StackLoss loss, NDArray rows) {
        List<Trial> trials = loss.trials();
        Tensors tensors = loss.tensors();
        return new StackedAdam(
                loss,
                rows,
                Adam.of(trials, loss.learned(), loss.networkParameters(rows), tensors),
                Checkpoints.of(
                        rows,
                        loss.terms().terms().size(),
                        Trial.numbers(trials, settings -> settings.training().stopBelow()),
                        loss.firstComparableEpoch(),
                        tensors));
    }

    /** The method from where each trial stood after so many epochs. */
    static StackedAdam resumed(StackLoss loss, int epoch, List<TrialSlices> trials) {
        StackedAdam method = of(loss, loss.initialRows());
        TrialSlices.write(trials, method.memory(), loss.tensors());
        method.optimizer.resume(epoch);
        return method;
    }

    private List<NDArray> memory() {
        List<NDArray> memory = new ArrayList<>(List.of(rows));
        memory.addAll(optimizer.memory());
        memory.addAll(checkpoints.memory());
        return memory;
    }

    @Override
    public StackLoss loss() {
        return loss;
    }

    @Override
    public NDArray rows() {
        return rows;
    }

    @Override
    public int lookEvery() {
        return LOOK_EVERY;
    }

    /** The losses after the last step are worked out only where those before do not compare. */
    @Override
    public int lastKnown(int epochs) {
        return loss.isRedrawn() ? epochs : epochs - 1;
    }

    @Override
    public List<Standing> look(int epoch) {
        if (loss.isRedrawn() && isCompared(epoch) && epoch != comparedAt) {
            checkpoints.observe(epoch, rows, loss.losses(rows));
            comparedAt = epoch;
        }
        List<Standing> standings = checkpoints.standings();
        double[] isDiverged = standings.stream()
                .mapToDouble(standing -> Double.isFinite(standing.last().total()) ? 0 : 1)
                .toArray();
        if (Arrays.stream(isDiverged).sum() > 0) {
            // Arithmetic with NaN is ten times slower: diverged trials go back to where they were finite.
            NDArray diverged =
                    loss.tensors().of(isDiverged, isDiverged.length, 1).gt(0);
            Tensors.replace(rows, diverged, checkpoints.bestRows());
            optimizer.forget(diverged);
        }
        return standings;
    }

    private boolean isCompared(int epoch) {
        Settings settings = loss.settings();
        return epoch % settings.measure().curveEvery() == 0
                || epoch == settings.training().epochs();
    }

    @Override
    public void evaluate(int epoch) {
        Evaluation here = loss.evaluate(rows);
        if (loss.isRedrawn()) {
            checkpoints.watch(epoch, here.losses());
        } else {
            checkpoints.observe(epoch, rows, here.losses());
        }
        losses = here;
    }

    @Override
    public void step(int epoch) {
        Evaluation here = requireNonNull(losses, "the losses must be worked out before a step");
        losses = null;
        NDArray training = checkpoints.training();
        optimizer.step(epoch, loss.networkParameters(rows), here.gradient(), training);
        loss.learn(rows, here, training);
    }

    @Override
    public double[] bestRow(int slot) {
        return Tensors.values(checkpoints.bestRows().get(slot));
    }

    @Override
    public TrialSlices snapshot(int slot) {
        return TrialSlices.of(memory(), slot);
    }

    @Override
    public StackedAdam only(List<Integer> slots) {
        return new StackedAdam(
                loss.only(slots), loss.tensors().slices(rows, slots), optimizer.only(slots), checkpoints.only(slots));
    }

    @Override
    public Outcome.Diverged diverged(int slot, Standing standing) {
        return Divergence.after(
                standing.epoch(),
                standing.last(),
                loss.terms().terms(),
                loss.trials().get(slot));
    }
}
