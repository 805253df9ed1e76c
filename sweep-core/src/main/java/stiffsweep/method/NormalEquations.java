package stiffsweep.method;

import ai.djl.ndarray.NDArray;
import stiffsweep.loss.LinearisedResiduals.Pointwise;

/** The normal equations of a stack's linearised residuals r with Jacobian J, in one of two forms with a matrix. */
sealed interface NormalEquations {

    /** The form with a row for each residual. */
    static NormalEquations gram(Pointwise linearised) {
        return new GramForm(linearised, linearised.gram());
    }

    /** The form with a row for each parameter. */
    static NormalEquations normal(Pointwise linearised) {
        return new NormalForm(linearised.jacobian());
    }

    DampedSystem.Form form();

    /** The matrices, {@code [trials, n, n]}. */
    NDArray matrices();

    /** The right-hand sides that belong to residuals, {@code [trials, residuals, 1] -> [trials, n, 1]}. */
    NDArray rightFor(NDArray residuals);

    /** The steps that solutions stand for, {@code [trials, n, 1] -> [trials, parameters]}. */
    NDArray steps(NDArray solutions);

    /** J times those steps, {@code [trials, n, 1] -> [trials, residuals, 1]}. */
    NDArray slopes(NDArray solutions);

    /** {@code (J J^T + mu I) z = r}, with the step {@code J^T z}; the Jacobian is never formed. */
    record GramForm(Pointwise linearised, NDArray matrices) implements NormalEquations {

        @Override
        public DampedSystem.Form form() {
            return DampedSystem.Form.DUAL;
        }

        @Override
        public NDArray rightFor(NDArray residuals) {
            return residuals;
        }

        @Override
        public NDArray steps(NDArray solutions) {
            return linearised.transposeTimes(solutions);
        }

        @Override
        public NDArray slopes(NDArray solutions) {
            return matrices.batchMatMul(solutions);
        }
    }

    /** {@code (J^T J + mu I) step = J^T r}. */
    record NormalForm(NDArray jacobian) implements NormalEquations {

        @Override
        public DampedSystem.Form form() {
            return DampedSystem.Form.PRIMAL;
        }

        @Override
        public NDArray matrices() {
            return jacobian.swapAxes(1, 2).batchMatMul(jacobian);
        }

        @Override
        public NDArray rightFor(NDArray residuals) {
            return jacobian.swapAxes(1, 2).batchMatMul(residuals);
        }

        @Override
        public NDArray steps(NDArray solutions) {
            return solutions.reshape(solutions.getShape().get(0), -1);
        }

        @Override
        public NDArray slopes(NDArray solutions) {
            return jacobian.batchMatMul(solutions);
        }
    }
}
