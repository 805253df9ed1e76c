package stiffsweep.method;

import ai.djl.ndarray.NDArray;
import java.util.List;
import stiffsweep.tensor.Tensors;

/**
 * Damped equations by a matrix, factorised trial by trial.
 *
 * @param form the matrix, and what its solutions stand for
 * @param trials the dampings
 */
record FactorisedEquations(NDArray residuals, NormalEquations form, List<DampedTrial> trials, Tensors tensors)
        implements DampedEquations {

    @Override
    public NDArray solutions() {
        NDArray matrices = form.matrices();
        return eachTrial(form.rightFor(residuals), (trial, slot, right) -> {
            double[] matrix = Tensors.values(matrices.get(slot));
            return trial.solve(new DampedSystem(form.form(), matrix, right));
        });
    }

    @Override
    public NDArray accelerations(NDArray bend) {
        return eachTrial(form.rightFor(bend), (trial, slot, right) -> trial.accelerate(right));
    }

    private NDArray eachTrial(NDArray rights, TrialSolver solver) {
        double[][] solutions = Tensors.rows(rights);
        for (int slot = 0; slot < solutions.length; slot++) {
            solutions[slot] = solver.solve(trials.get(slot), slot, solutions[slot]);
        }
        return tensors.of(solutions).expandDims(2);
    }

    /** A solution for the right-hand side of one trial. */
    @FunctionalInterface
    private interface TrialSolver {
        double[] solve(DampedTrial trial, int slot, double[] right);
    }

    @Override
    public NDArray steps(NDArray solutions) {
        return form.steps(solutions);
    }

    @Override
    public NDArray slopes(NDArray solutions) {
        return form.slopes(solutions);
    }
}
