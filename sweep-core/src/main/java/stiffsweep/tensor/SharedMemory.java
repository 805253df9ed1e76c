package stiffsweep.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import stiffsweep.choice.Precision;
import stiffsweep.heap.HeapArray;

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

    /**
     * A tensor's numbers in row-major order, in the machine's byte order; gone with the tensor.
     *
     * @param precision what they are read as: the engine's gradients of what a sum does not depend on are zeros in float32
     */
    public static ByteBuffer of(NDArray tensor, Precision precision) {
        if (tensor instanceof HeapArray array) {
            return of(array.values(), precision);
        }
        return tensor.toType(Tensors.type(precision), false).toByteBuffer(true).order(ByteOrder.nativeOrder());
    }

    private static ByteBuffer of(double[] values, Precision precision) {
        ByteBuffer numbers = room(values.length, precision);
        if (precision == Precision.FLOAT64) {
            numbers.asDoubleBuffer().put(values);
        } else {
            float[] narrow = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                narrow[i] = (float) values[i];
            }
            numbers.asFloatBuffer().put(narrow);
        }
        return numbers;
    }

    private static double[] values(ByteBuffer numbers, Precision precision) {
        if (precision == Precision.FLOAT64) {
            double[] values = new double[numbers.capacity() / Double.BYTES];
            numbers.asDoubleBuffer().get(values);
            return values;
        }
        float[] narrow = new float[numbers.capacity() / Float.BYTES];
        numbers.asFloatBuffer().get(narrow);
        double[] values = new double[narrow.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = narrow[i];
        }
        return values;
    }

    /**
     * A tensor whose numbers are written into memory, with the device and lifetime of another.
     *
     * @param writer takes room for all numbers, in row-major order
     */
    public static NDArray written(NDArray like, Precision precision, Shape shape, Consumer<ByteBuffer> writer) {
        if (like instanceof HeapArray) {
            ByteBuffer room = room(shape.size(), precision);
            writer.accept(room);
            return HeapArray.of(values(room, precision), shape.getShape());
        }
        NDArray made = like.getManager().create(shape, Tensors.type(precision));
        writer.accept(of(made, precision));
        return made;
    }

    private static ByteBuffer room(long numbers, Precision precision) {
        long bytes = numbers * Tensors.type(precision).getNumOfBytes();
        return ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.nativeOrder());
    }
}
