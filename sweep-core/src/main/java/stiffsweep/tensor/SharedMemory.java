package stiffsweep.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import stiffsweep.choice.Precision;

/** Numbers on their way between tensors on the CPU and Java, in bulk and without a copy where there need be none. */
public final class SharedMemory {

    private SharedMemory() {}

    /** The precision of a tensor. */
    public static Precision precision(NDArray tensor) {
        return switch (tensor.getDataType()) {
            case FLOAT32 -> Precision.FLOAT32;
            case FLOAT64 -> Precision.FLOAT64;
            default ->
                throw new IllegalArgumentException(
                        "a tensor must be in float32 or float64, but got " + tensor.getDataType());
        };
    }

    /** A tensor's numbers in row-major order, in the machine's byte order; gone with the tensor. */
    public static ByteBuffer of(NDArray tensor) {
        return tensor.toByteBuffer(true).order(ByteOrder.nativeOrder());
    }

    /** Room for so many numbers like a tensor's. */
    public static ByteBuffer room(NDArray like, long numbers) {
        int bytes = Math.toIntExact(numbers * like.getDataType().getNumOfBytes());
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    /** A tensor with a copy of numbers, with the precision, device and lifetime of another. */
    public static NDArray tensor(ByteBuffer numbers, NDArray like, long... shape) {
        NDArray borrowed = like.getManager().create(numbers.rewind(), new Shape(shape), like.getDataType());
        NDArray owned = borrowed.duplicate();
        borrowed.close();
        return owned;
    }
}
