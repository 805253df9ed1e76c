package stiffsweep.method;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import stiffsweep.declare.Settings;
import stiffsweep.declare.Solver;
import stiffsweep.loss.LinearisedResiduals.Pointwise;
import stiffsweep.loss.Residuals;
import stiffsweep.loss.StackLoss;
import stiffsweep.loss.TrialLoss;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.Tensors;

/**
 * The method of Levenberg and Marquardt on the residuals of a stack, each trial with a damping of its own, with the
 * geodesic acceleration of M. K. Transtrum and J. P. Sethna (arXiv 1201.5885): the step follows the curvature of the
 * residuals along it, which long narrow valleys need.
 */
final class LevenbergMarquardt implements Method {

    /** The share of a step over which its curvature is measured. */
    private static final double SHARE = 0.1;

    private final StackLoss loss;
    private final NDArray parameters;
    private final List<DampedTrial> trials;
    private final LowestLosses lowest;
    private final Residuals residuals;
    private final Solver solver;
    private final int subset;
    private List<TrialLoss> losses;

    private LevenbergMarquardt(
            StackLoss loss, NDArray parameters, List<DampedTrial> trials, List<TrialLoss> losses, LowestLosses lowest) {
        this.loss = loss;
        this.parameters = parameters;
        this.trials = trials;
        this.losses = losses;
        this.lowest = lowest;
        residuals = loss.residuals();
        solver = loss.solver();
        loss.requireDifferentiable(parameters);
        subset = loss.settings().descent().levenbergMarquardt().subset();
    }

    /** The method from some parameters, {@code [trials, parameters]}, which are changed in place. */
    static LevenbergMarquardt of(StackLoss loss, NDArray parameters) {
        List<DampedTrial> trials = loss.trials().stream()
                .map(Trial::settings)
                .map((Settings settings) -> new DampedTrial(settings.descent()))
                .toList();
        List<TrialLoss> losses = loss.values(parameters);
        return new LevenbergMarquardt(
                loss, parameters, trials, losses, LowestLosses.of(losses, Tensors.rows(parameters)));
    }

    /** What is known of a trial. */
    record Known(DampedTrial damping, List<Double> parameters, LowestLosses.Lowest lowest) implements Snapshot {
        Known {
            parameters = List.copyOf(parameters);
        }

        private double[] row() {
            return parameters.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /** The method from where each trial stands. */
    static LevenbergMarquardt resumed(StackLoss loss, List<Known> trials) {
        NDArray parameters = loss.tensors().of(trials.stream().map(Known::row).toArray(double[][]::new));
        return new LevenbergMarquardt(
                loss,
                parameters,
                trials.stream().map(known -> known.damping.copy()).toList(),
                loss.values(parameters),
                LowestLosses.resumed(trials.stream().map(Known::lowest).toList()));
    }

    @Override
    public Known snapshot(int slot) {
        double[] row = Tensors.values(parameters.get(slot));
        return new Known(trials.get(slot).copy(), Arrays.stream(row).boxed().toList(), lowest.of(slot));
    }

    @Override
    public LevenbergMarquardt only(List<Integer> slots) {
        return new LevenbergMarquardt(
                loss.only(slots),
                loss.tensors().slices(parameters, slots),
                slots.stream().map(slot -> trials.get(slot).copy()).toList(),
                slots.stream().map(losses::get).toList(),
                lowest.only(slots));
    }

    @Override
    public void step(int epoch) {
        Residuals now = subset == 0 ? residuals : residuals.drawn(subset, randoms(epoch));
        if (step(now)) {
            losses = loss.values(parameters);
            lowest.note(epoch + 1, losses, Tensors.rows(parameters));
        }
    }

    /** Makes a step; whether any trial has moved. */
    private boolean step(Residuals now) {
        DampedEquations equations = equations(now);
        NDArray velocity = equations.solutions();
        NDArray bend = bend(now, equations, velocity);
        NDArray solution = velocity.add(equations.accelerations(bend));
        NDArray candidate = parameters.sub(equations.steps(solution));
        return take(candidate, equations.residuals(), now.values(candidate));
    }

    private DampedEquations equations(Residuals now) {
        return switch (solver) {
            case GRAM -> factorised(now.pointwise(parameters), NormalEquations::gram);
            case NORMAL -> factorised(now.pointwise(parameters), NormalEquations::normal);
            case CG -> new ConjugateGradients(now.linearised(parameters), trials, accuracy(), loss.tensors());
            case AUTO -> throw new IllegalStateException("auto must stand for another solver");
        };
    }

    private DampedEquations factorised(Pointwise linearised, Function<Pointwise, NormalEquations> form) {
        return new FactorisedEquations(linearised.values(), form.apply(linearised), trials, loss.tensors());
    }

    private ConjugateGradients.Accuracy accuracy() {
        double[] tolerances = Trial.numbers(
                loss.trials(),
                settings -> settings.descent().levenbergMarquardt().cgTolerance());
        return new ConjugateGradients.Accuracy(
                loss.tensors().of(tolerances, tolerances.length, 1),
                loss.settings().descent().levenbergMarquardt().cgIterations());
    }

    /** The second derivative of the residuals along the first step, by a difference. */
    private NDArray bend(Residuals now, DampedEquations equations, NDArray solution) {
        NDArray share = Tensors.constant(SHARE, parameters);
        NDArray ahead = now.values(parameters.sub(equations.steps(solution).mul(share)));
        // The step is subtracted: the slope along it is -J step.
        return ahead.subi(equations.residuals())
                .divi(share)
                .addi(equations.slopes(solution))
                .muli(Tensors.constant(2 / SHARE, parameters));
    }

    /** Moves the trials whose sum of squares becomes lower; whether there are any. */
    private boolean take(NDArray candidate, NDArray residuals, NDArray residualsThere) {
        double[] before = Tensors.values(sumOfSquares(residuals));
        double[] after = Tensors.values(sumOfSquares(residualsThere));
        double[] size = Tensors.values(norm(parameters));
        double[] accepted = new double[before.length];
        for (int slot = 0; slot < before.length; slot++) {
            accepted[slot] = trials.get(slot).judge(before[slot], after[slot], size[slot]) ? 1 : 0;
        }
        NDArray mask = loss.tensors().of(accepted, accepted.length, 1).gt(0);
        Tensors.replace(parameters, mask, candidate);
        return Arrays.stream(accepted).anyMatch(taken -> taken > 0);
    }

    private List<SplittableRandom> randoms(int epoch) {
        return loss.trials().stream()
                .map(trial -> new SplittableRandom(trial.seedFor("subset " + epoch)))
                .toList();
    }

    private static NDArray sumOfSquares(NDArray residuals) {
        return residuals.square().reshape(residuals.getShape().get(0), -1).sum(new int[] {1});
    }

    private static NDArray norm(NDArray vectors) {
        return vectors.square().sum(new int[] {1}).sqrt();
    }

    @Override
    public StackLoss loss() {
        return loss;
    }

    @Override
    public NDArray rows() {
        return parameters;
    }

    @Override
    public List<Standing> look(int epoch) {
        List<Standing> standings = new ArrayList<>();
        for (int slot = 0; slot < trials.size(); slot++) {
            standings.add(lowest.standing(
                    slot, epoch, losses.get(slot), trials.get(slot).stopped()));
        }
        return standings;
    }

    @Override
    public double[] bestRow(int slot) {
        return lowest.row(slot);
    }
}
