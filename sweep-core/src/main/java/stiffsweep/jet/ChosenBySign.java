package stiffsweep.jet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import stiffsweep.tensor.Operations;
import stiffsweep.tensor.Tensors;

/** The elements of one tensor or of another, by the sign of a third. */
final class ChosenBySign {

    private ChosenBySign() {}

    /** The chosen elements, in the shape to which the three broadcast; not a number where the condition is none. */
    static NDArray of(NDArray condition, NDArray notNegative, NDArray negative) {
        Shape shape = common(condition.getShape(), common(notNegative.getShape(), negative.getShape()));
        NDArray sign = condition.stopGradient().broadcast(shape);
        NDArray zero = Tensors.constant(0, condition);
        // Every comparison with what is not a number is false: it falls through to itself.
        NDArray below = Operations.where(sign.lt(zero), negative.broadcast(shape), sign);
        return Operations.where(sign.gte(zero), notNegative.broadcast(shape), below);
    }

    private static Shape common(Shape left, Shape right) {
        int axes = Math.max(left.dimension(), right.dimension());
        long[] sizes = new long[axes];
        for (int fromLast = 1; fromLast <= axes; fromLast++) {
            sizes[axes - fromLast] = Math.max(size(left, fromLast), size(right, fromLast));
        }
        return new Shape(sizes);
    }

    /** The size of an axis counted from the last, 1 beyond the first. */
    private static long size(Shape shape, int fromLast) {
        int axis = shape.dimension() - fromLast;
        return axis < 0 ? 1 : shape.get(axis);
    }
}
