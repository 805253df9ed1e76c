package stiffsweep.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import stiffsweep.heap.ElementFunction;
import stiffsweep.heap.HeapArray;

/** Operations that are no methods of the engine's interface, for tensors wherever they are. */
public final class Operations {

    private Operations() {}

    /** The logistic function {@code 1 / (1 + exp(-u))}, without overflow. */
    public static NDArray sigmoid(NDArray u) {
        return u instanceof HeapArray array
                ? array.mapped(ElementFunction.SIGMOID)
                : u.getNDArrayInternal().sigmoid();
    }

    /** {@code log(1 + exp(u))}, without overflow and with full relative precision far below zero. */
    public static NDArray softplus(NDArray u) {
        if (u instanceof HeapArray array) {
            return array.mapped(ElementFunction.SOFTPLUS);
        }
        // The engine's own is u itself above 20, which is wrong by 2e-9 there: above zero, u + log(1 + exp(-u)).
        NDArray above = u.add(u.neg().getNDArrayInternal().softPlus());
        NDArray below = u.getNDArrayInternal().softPlus();
        return NDArrays.where(u.gt(Tensors.constant(0, u)), above, below);
    }

    /** The larger of each number and zero; its slope at zero is zero. */
    public static NDArray positivePart(NDArray u) {
        return u instanceof HeapArray array
                ? array.mapped(ElementFunction.POSITIVE_PART)
                : u.getNDArrayInternal().relu();
    }

    /** The numbers of one tensor where a condition holds, those of another elsewhere. */
    public static NDArray where(NDArray condition, NDArray holds, NDArray fails) {
        return condition instanceof HeapArray
                ? HeapArray.where(condition, holds, fails)
                : NDArrays.where(condition, holds, fails);
    }

    /** Tensors joined along an axis. */
    public static NDArray concat(NDList pieces, int axis) {
        return pieces.get(0) instanceof HeapArray ? HeapArray.concat(pieces, axis) : NDArrays.concat(pieces, axis);
    }
}
