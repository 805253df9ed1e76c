package stiffsweep.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Function;

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
        NDArray leaf = at.stopGradient();
        leaf.setRequiresGradient(true);
        NDArray sum;
        JniUtils.setGradMode(true);
        try {
            sum = formula.apply(leaf).sum();
        } finally {
            JniUtils.setGradMode(false);
        }
        JniUtils.backward((PtNDArray) sum, (PtNDArray) sum.onesLike(), false, false);
        return leaf.getGradient();
    }
}
