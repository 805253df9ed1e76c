package stiffsweep.method;

import ai.djl.ndarray.NDArray;

/**
 * The equations {@code (J^T J + mu I) step = J^T r} of a stack's linearised residuals r with Jacobian J, each trial with a
 * damping mu of its own. What a solution is depends on how they are solved.
 */
sealed interface DampedEquations permits FactorisedEquations, ConjugateGradients {

    /** The residuals r, {@code [trials, residuals, 1]}. */
    NDArray residuals();

    /** The solutions for the residuals, {@code [trials, n, 1]}; zero where a trial has stopped. */
    NDArray solutions();

    /**
     * Half of the acceleration that belongs to the solutions; zero where it is too large to be trusted.
     *
     * @param bend the residuals' second derivative along the steps, {@code [trials, residuals, 1]}
     */
    NDArray accelerations(NDArray bend);

    /** The steps that solutions stand for, {@code [trials, n, 1] -> [trials, parameters]}. */
    NDArray steps(NDArray solutions);

    /** J times those steps, {@code [trials, n, 1] -> [trials, residuals, 1]}. */
    NDArray slopes(NDArray solutions);
}
