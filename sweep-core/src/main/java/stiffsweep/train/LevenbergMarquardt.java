package stiffsweep.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.Settings;
import stiffsweep.loss.LossValues;
import stiffsweep.loss.Residuals;
import stiffsweep.loss.StackLoss;
import stiffsweep.method.DampedSystem;
import stiffsweep.method.DampedTrial;
import stiffsweep.method.NormalEquations;
import stiffsweep.result.Outcome.StoppedBy;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.Tensors;

/**
 * The method of Levenberg and Marquardt on the residuals of a stack, each trial with a damping of its own, with the
 * geodesic acceleration of M. K. Transtrum and J. P. Sethna (arXiv 1201.5885): the step follows the curvature of the
 * residuals along it, which long narrow valleys need.
 */
final class LevenbergMarquardt implements Descent {

    /** The share of a step over which its curvature is measured. */
    private static final double SHARE = 0.1;

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
                .map((Settings settings) -> new DampedTrial(settings.descent()))
                .toList();
        return new LevenbergMarquardt(loss, parameters, trials, loss.values(parameters), 0);
    }

    /** What is known of a trial. */
    record State(DampedTrial damping, List<Double> parameters, int iteration) implements DescentState.Method {
        State {
            parameters = List.copyOf(parameters);
        }
    }

    /** The method from where each trial stands, after the same number of iterations. */
    static LevenbergMarquardt resumed(StackLoss loss, List<DescentState> states) {
        List<State> known =
                states.stream().map(state -> State.class.cast(state.method())).toList();
        int size = known.get(0).parameters.size();
        double[] all = known.stream()
                .flatMap(state -> state.parameters.stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        NDArray parameters = loss.tensors().of(all, known.size(), size);
        List<DampedTrial> dampings =
                known.stream().map(state -> state.damping.copy()).toList();
        return new LevenbergMarquardt(loss, parameters, dampings, loss.values(parameters), known.get(0).iteration);
    }

    @Override
    public State state(int slot) {
        return new State(
                trials.get(slot).copy(), Arrays.stream(parameters(slot)).boxed().toList(), iteration);
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
        NormalEquations equations =
                NormalEquations.of(linearised, now.count(), loss.network().parameters());
        NDArray velocity = solve(equations, linearised.values());
        NDArray bend = bend(now, linearised, equations, velocity);
        NDArray solution = velocity.add(accelerations(equations.rightFor(bend)));
        NDArray candidate = parameters.sub(equations.steps(solution));
        take(candidate, linearised.values(), now.values(candidate));
    }

    /** The second derivative of the residuals along the first step, by a difference. */
    private NDArray bend(Residuals now, Residuals.Linearised linearised, NormalEquations equations, NDArray solution) {
        NDArray share = Tensors.constant(SHARE, parameters);
        NDArray ahead = now.values(parameters.sub(equations.steps(solution).mul(share)));
        // The step is subtracted: the slope along it is -J step.
        return ahead.subi(linearised.values())
                .divi(share)
                .addi(equations.slopes(solution))
                .muli(Tensors.constant(2 / SHARE, parameters));
    }

    /** Moves the trials whose sum of squares becomes lower. */
    private void take(NDArray candidate, NDArray residuals, NDArray residualsThere) {
        double[] before = Tensors.values(sumOfSquares(residuals));
        double[] after = Tensors.values(sumOfSquares(residualsThere));
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

    /** Solves every trial's damped system, {@code [trials, n, 1]}. */
    private NDArray solve(NormalEquations equations, NDArray residuals) {
        NDArray matrices = equations.matrices();
        NDArray rights = equations.rightFor(residuals);
        return eachTrial(rights, (trial, slot, right) -> {
            double[] matrix = Tensors.values(matrices.get(slot));
            return trial.solve(new DampedSystem(equations.form(), matrix, right));
        });
    }

    /** Half of the acceleration of every trial that has a moderate one, {@code [trials, n, 1]}. */
    private NDArray accelerations(NDArray rights) {
        return eachTrial(rights, (trial, slot, right) -> trial.accelerate(right));
    }

    private NDArray eachTrial(NDArray rights, TrialSolver solver) {
        double[] all = Tensors.values(rights);
        int size = all.length / trials.size();
        double[] solutions = new double[all.length];
        for (int slot = 0; slot < trials.size(); slot++) {
            double[] right = Arrays.copyOfRange(all, slot * size, (slot + 1) * size);
            System.arraycopy(solver.solve(trials.get(slot), slot, right), 0, solutions, slot * size, size);
        }
        return loss.tensors().of(solutions, trials.size(), size, 1);
    }

    /** A solution for the right-hand side of one trial. */
    @FunctionalInterface
    private interface TrialSolver {
        double[] solve(DampedTrial trial, int slot, double[] right);
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
        double[] all = Tensors.values(parameters);
        int size = all.length / trials.size();
        return Arrays.copyOfRange(all, slot * size, (slot + 1) * size);
    }

    @Override
    public @Nullable StoppedBy stopped(int slot) {
        return trials.get(slot).stopped();
    }
}
