package stiffsweep.method;

import ai.djl.ndarray.NDArray;
import java.util.List;
import stiffsweep.loss.LinearisedResiduals;
import stiffsweep.tensor.Tensors;

/** Damped equations by conjugate gradients: solutions are the steps themselves, and no matrix is formed. */
final class ConjugateGradients implements DampedEquations {

    private final LinearisedResiduals linearised;
    private final List<DampedTrial> trials;
    private final Accuracy accuracy;
    private final Tensors tensors;

    /** @param trials the dampings */
    ConjugateGradients(LinearisedResiduals linearised, List<DampedTrial> trials, Accuracy accuracy, Tensors tensors) {
        this.linearised = linearised;
        this.trials = trials;
        this.accuracy = accuracy;
        this.tensors = tensors;
    }

    /**
     * When a search ends.
     *
     * @param tolerances what the residual of each trial's system has become, in units of the first one, {@code [trials, 1]}
     * @param iterations the most iterations
     */
    record Accuracy(NDArray tolerances, int iterations) {}

    @Override
    public NDArray residuals() {
        return linearised.values();
    }

    @Override
    public NDArray solutions() {
        NDArray gradient = linearised.transposeTimes(residuals());
        double[] gradients = Tensors.values(GradientSearch.squares(gradient).sqrt());
        double[] scales = scales(gradient);
        for (int slot = 0; slot < gradients.length; slot++) {
            trials.get(slot).begin(gradients[slot], scales[slot]);
        }
        GradientSearch found = search(residuals());
        NDArray rest = found.rest();
        // |r|^2 - |r - J step|^2, whose two parts may be almost equal.
        double[] decreases = Tensors.values(
                GradientSearch.sums(residuals().sub(rest).mul(residuals().add(rest))));
        double[] lengths = lengths(found.solution());
        for (int slot = 0; slot < decreases.length; slot++) {
            if (trials.get(slot).isGoing()) {
                trials.get(slot).solved(decreases[slot], lengths[slot]);
            }
        }
        return found.solution().expandDims(2);
    }

    /** The curvature along the gradient in place of the largest diagonal entry; worked out for the first step alone. */
    private double[] scales(NDArray gradient) {
        if (trials.stream().noneMatch(DampedTrial::isNew)) {
            return new double[trials.size()];
        }
        NDArray image = linearised.times(gradient);
        return Tensors.values(GradientSearch.squares(image).div(GradientSearch.squares(gradient)));
    }

    @Override
    public NDArray accelerations(NDArray bend) {
        NDArray accelerations = search(bend).solution();
        double[] lengths = lengths(accelerations);
        double[] halves = new double[lengths.length];
        for (int slot = 0; slot < lengths.length; slot++) {
            halves[slot] = trials.get(slot).trusts(lengths[slot]) ? 0.5 : 0;
        }
        NDArray half = tensors.of(halves, halves.length, 1);
        Tensors.replace(accelerations, half.lte(Tensors.constant(0, half)), accelerations.zerosLike());
        return accelerations.mul(half).expandDims(2);
    }

    private GradientSearch search(NDArray right) {
        double[] dampings = trials.stream()
                .mapToDouble(trial -> trial.isGoing() ? trial.damping() : Double.NaN)
                .toArray();
        return GradientSearch.of(linearised, right, dampings, accuracy, tensors);
    }

    private static double[] lengths(NDArray steps) {
        return Tensors.values(GradientSearch.squares(steps).sqrt());
    }

    @Override
    public NDArray steps(NDArray solutions) {
        return solutions.squeeze(2);
    }

    @Override
    public NDArray slopes(NDArray solutions) {
        return linearised.times(steps(solutions));
    }
}
