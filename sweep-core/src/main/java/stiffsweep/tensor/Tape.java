package stiffsweep.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.function.Function;
import stiffsweep.heap.HeapArray;
import stiffsweep.heap.HeapTape;

/** The engine's reverse pass, usable by several threads at once (the engine's public gradient collector is not). */
public final class Tape {

    private Tape() {}

    /**
     * The gradient of a sum with respect to one tensor.
     *
     * @param at where to differentiate; its own history is cut off
     * @param formula computes, from the leaf, the tensor whose elements are summed; it may keep what it computes
     * @return the gradient, shaped like {@code at}
     */
    public static NDArray gradient(NDArray at, Function<NDArray, NDArray> formula) {
        return gradients(List.of(at), leaves -> formula.apply(leaves.get(0))).get(0);
    }

    /**
     * The gradients of a sum with respect to several tensors.
     *
     * @param at where to differentiate; their own history is cut off
     * @param formula computes, from the leaves, the tensor whose elements are summed; it may keep what it computes
     * @return the gradients, shaped like {@code at}; zeros where the sum does not depend on one
     */
    public static List<NDArray> gradients(List<NDArray> at, Function<List<NDArray>, NDArray> formula) {
        if (at.get(0) instanceof HeapArray) {
            return HeapTape.gradients(at, formula);
        }
        List<NDArray> leaves = at.stream().map(Tape::leaf).toList();
        NDArray sum;
        JniUtils.setGradMode(true);
        try {
            sum = formula.apply(leaves).sum();
        } finally {
            JniUtils.setGradMode(false);
        }
        JniUtils.backward((PtNDArray) sum, (PtNDArray) sum.onesLike(), false, false);
        return leaves.stream().map(NDArray::getGradient).toList();
    }

    private static NDArray leaf(NDArray at) {
        NDArray leaf = at.stopGradient();
        leaf.setRequiresGradient(true);
        return leaf;
    }
}
