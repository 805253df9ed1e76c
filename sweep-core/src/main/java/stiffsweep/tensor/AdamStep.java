package stiffsweep.tensor;

import ai.djl.ndarray.NDArray;
import stiffsweep.heap.AdamPass;
import stiffsweep.heap.HeapArray;

/**
 * The numbers of a step of Adam, which is made as its tensors are: trial by trial in the Java heap, operation by operation in the
 * engine.
 *
 * @param firstDecay the decay of the first moment, beta 1
 * @param secondDecay the decay of the second moment, beta 2
 * @param epsilon what is added to the root of the second moment
 * @param unbias what the rates are multiplied by
 */
public record AdamStep(double firstDecay, double secondDecay, double epsilon, double unbias) {

    /**
     * Moves the moments in place.
     *
     * @param parameters {@code [trials, parameters]}, which stay as they are
     * @param rate {@code [trials, parameters]}, or {@code [trials, 1]} where the parameters of a trial share it
     * @param shrink what the parameters are multiplied by, of the same shape as the rate
     * @return the next parameters
     */
    public NDArray next(
            NDArray parameters,
            NDArray gradient,
            NDArray firstMoment,
            NDArray secondMoment,
            NDArray rate,
            NDArray shrink) {
        if (parameters instanceof HeapArray inHeap) {
            return new AdamPass(firstDecay, secondDecay, epsilon, unbias)
                    .next(
                            inHeap,
                            HeapArray.of(gradient),
                            HeapArray.of(firstMoment),
                            HeapArray.of(secondMoment),
                            HeapArray.of(rate),
                            HeapArray.of(shrink));
        }
        moveTowards(firstMoment, gradient, firstDecay);
        moveTowards(secondMoment, gradient.square(), secondDecay);
        NDArray direction = firstMoment.div(secondMoment.sqrt().addi(Tensors.scalar(epsilon, parameters)));
        return parameters.mul(shrink).subi(direction.muli(rate.mul(Tensors.scalar(unbias, parameters))));
    }

    /** Lets a moving average decay and take its share of a new value, in place. */
    private static void moveTowards(NDArray average, NDArray value, double decay) {
        average.muli(Tensors.constant(decay, average)).addi(value.mul(Tensors.constant(1 - decay, average)));
    }
}
