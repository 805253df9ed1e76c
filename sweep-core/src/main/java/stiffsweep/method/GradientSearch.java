package stiffsweep.method;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import stiffsweep.loss.LinearisedResiduals;
import stiffsweep.tensor.TensorScope;
import stiffsweep.tensor.Tensors;

/**
 * Conjugate gradients on the least-squares problems {@code min |right - J x|^2 + mu |x|^2} of a stack (A. Bjoerck, Numerical
 * Methods for Least Squares Problems, 1996, section 7.4), which lose less to rounding than those on {@code J^T J + mu I}. An
 * iteration takes one product with J and one with its transpose. All trials iterate together; one that has come to its end
 * keeps what it has.
 */
final class GradientSearch {

    private final LinearisedResiduals linearised;
    private final NDArray damping;
    private final NDArray solution;
    private final NDArray rest;
    private final NDArray direction;
    private final NDArray square;
    private final NDArray enough;
    private final NDArray going;

    private GradientSearch(LinearisedResiduals linearised, NDArray right, NDArray damping, NDArray tolerances) {
        this.linearised = linearised;
        this.damping = damping;
        rest = right.duplicate();
        direction = linearised.transposeTimes(right);
        solution = direction.zerosLike();
        square = squares(direction);
        enough = square.mul(tolerances.square());
        going = isOpen().logicalAnd(damping.gte(Tensors.constant(0, damping)));
    }

    /**
     * Searches.
     *
     * @param right the right-hand sides, {@code [trials, residuals, 1]}
     * @param dampings mu of each trial; NaN where nothing is to be found
     */
    static GradientSearch of(
            LinearisedResiduals linearised,
            NDArray right,
            double[] dampings,
            ConjugateGradients.Accuracy accuracy,
            Tensors tensors) {
        NDArray damping = tensors.of(dampings, dampings.length, 1);
        GradientSearch search = new GradientSearch(linearised, right, damping, accuracy.tolerances());
        for (int i = 0; i < accuracy.iterations() && search.isGoing(); i++) {
            TensorScope.run(search::iterate);
        }
        return search;
    }

    private boolean isGoing() {
        return TensorScope.result(() -> {
            double[] open = Tensors.values(going.toType(square.getDataType(), false));
            return Arrays.stream(open).anyMatch(isOpen -> isOpen > 0);
        });
    }

    private void iterate() {
        NDArray image = linearised.times(direction);
        NDArray step = square.div(squares(image).add(squares(direction).mul(damping)));
        Tensors.replace(solution, going, solution.add(direction.mul(step)));
        Tensors.replace(rest, going.expandDims(2), rest.sub(image.mul(step.expandDims(2))));
        NDArray gradient = linearised.transposeTimes(rest).sub(solution.mul(damping));
        NDArray next = squares(gradient);
        Tensors.replace(direction, going, gradient.add(direction.mul(next.div(square))));
        Tensors.replace(square, going, next);
        Tensors.assign(going, going.logicalAnd(isOpen()));
    }

    /** Whether the residual of the system is still too large; false where it is not a number. */
    private NDArray isOpen() {
        return square.gt(enough);
    }

    /** The solutions, {@code [trials, parameters]}; zero where nothing was to be found. */
    NDArray solution() {
        return solution;
    }

    /** The right-hand sides less J times the solutions, {@code [trials, residuals, 1]}. */
    NDArray rest() {
        return rest;
    }

    /** The sum of each trial's squares, {@code [trials, 1]}. */
    static NDArray squares(NDArray vectors) {
        return sums(vectors.square());
    }

    /** The sum of each trial's numbers, {@code [trials, 1]}. */
    static NDArray sums(NDArray vectors) {
        return vectors.reshape(vectors.getShape().get(0), -1).sum(new int[] {1}, true);
    }
}
