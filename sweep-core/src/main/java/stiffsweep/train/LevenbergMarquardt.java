package stiffsweep.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import stiffsweep.sweep.Outcome.StoppedBy;
import stiffsweep.sweep.Settings;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.Tensors;

/**
 * The method of Levenberg and Marquardt on the residuals of a stack, each trial with a damping of its own.
 *
 * <p>The step solves {@code (J^T J + mu I) step = J^T r}, or where there are fewer residuals than parameters the equivalent
 * {@code (J J^T + mu I) z = r, step = J^T z}.
 */
final class LevenbergMarquardt implements Descent {

    private final StackLoss loss;
    private final NDArray parameters;
    private final List<DampedTrial> trials;
    private final Residuals residuals;
    private final int subset;
    private LossValues losses;
    private int iteration;

    private LevenbergMarquardt(
            StackLoss loss, NDArray parameters, List<DampedTrial> trials, LossValues losses, int iteration) {
        this.loss = loss;
        this.parameters = parameters;
        this.trials = trials;
        this.losses = losses;
        this.iteration = iteration;
        residuals = loss.residuals();
        subset = loss.settings().count("training.levenberg-marquardt.subset");
    }

    /** The method from some parameters, {@code [trials, parameters]}, which are changed in place. */
    static LevenbergMarquardt of(StackLoss loss, NDArray parameters) {
        List<DampedTrial> trials = loss.trials().stream()
                .map(Trial::settings)
                .map((Settings settings) -> new DampedTrial(settings))
                .toList();
        return new LevenbergMarquardt(loss, parameters, trials, loss.values(parameters), 0);
    }

    @Override
    public Descent only(List<Integer> slots) {
        StackLoss some = loss.only(slots);
        NDArray theirs = loss.tensors().slices(parameters, slots);
        List<DampedTrial> dampings =
                slots.stream().map(slot -> trials.get(slot).copy()).toList();
        return new LevenbergMarquardt(some, theirs, dampings, some.values(theirs), iteration);
    }

    @Override
    public void iterate() {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            Residuals now = subset == 0 ? residuals : residuals.drawn(subset, randoms());
            step(now);
        }
        iteration++;
    }

    private void step(Residuals now) {
        Residuals.Linearised linearised = now.linearised(parameters);
        boolean isDual = now.count() <= loss.network().parameters();
        NDArray step = isDual ? dualStep(linearised, now.count()) : primalStep(linearised);
        NDArray candidate = parameters.sub(step);
        double[] before = Tensors.values(sumOfSquares(linearised.values()));
        double[] after = Tensors.values(sumOfSquares(now.values(candidate)));
        double[] size = Tensors.values(norm(parameters));
        double[] accepted = new double[before.length];
        for (int slot = 0; slot < before.length; slot++) {
            accepted[slot] = trials.get(slot).judge(before[slot], after[slot], size[slot]) ? 1 : 0;
        }
        NDArray mask = loss.tensors().of(accepted, accepted.length, 1).gt(0);
        Tensors.replace(parameters, mask, candidate);
        if (Arrays.stream(accepted).anyMatch(taken -> taken > 0)) {
            losses = loss.values(parameters);
        }
    }

    private NDArray dualStep(Residuals.Linearised linearised, int count) {
        double[] solutions = solve(DampedSystem.Form.DUAL, linearised.gram(), linearised.values());
        return linearised.transposeTimes(loss.tensors().of(solutions, trials.size(), count, 1));
    }

    private NDArray primalStep(Residuals.Linearised linearised) {
        NDArray transposed = linearised.jacobian().swapAxes(1, 2);
        NDArray matrix = transposed.batchMatMul(transposed.swapAxes(1, 2));
        NDArray right = transposed.batchMatMul(linearised.values());
        double[] steps = solve(DampedSystem.Form.PRIMAL, matrix, right);
        return loss.tensors().of(steps, trials.size(), steps.length / trials.size());
    }

    /** Solves every trial's damped system, {@code [trials, n, n]} and {@code [trials, n, 1]}. */
    private double[] solve(DampedSystem.Form form, NDArray matrices, NDArray rights) {
        int size = (int) rights.getShape().get(1);
        double[] solutions = new double[trials.size() * size];
        for (int slot = 0; slot < trials.size(); slot++) {
            double[] matrix = Tensors.values(matrices.get(slot));
            double[] right = Tensors.values(rights.get(slot));
            double[] solution = trials.get(slot).solve(new DampedSystem(form, matrix, right));
            System.arraycopy(solution, 0, solutions, slot * size, size);
        }
        return solutions;
    }

    private List<SplittableRandom> randoms() {
        return loss.trials().stream()
                .map(trial -> new SplittableRandom(trial.seedFor("subset " + iteration)))
                .toList();
    }

    private static NDArray sumOfSquares(NDArray residuals) {
        return residuals.square().reshape(residuals.getShape().get(0), -1).sum(new int[] {1});
    }

    private static NDArray norm(NDArray vectors) {
        return vectors.square().sum(new int[] {1}).sqrt();
    }

    @Override
    public double total(int slot) {
        return losses.total(slot);
    }

    @Override
    public List<Double> terms(int slot) {
        return losses.terms(slot);
    }

    @Override
    public double[] parameters(int slot) {
        return Tensors.values(parameters.get(slot));
    }

    @Override
    public @Nullable StoppedBy stopped(int slot) {
        return trials.get(slot).stopped();
    }
}
