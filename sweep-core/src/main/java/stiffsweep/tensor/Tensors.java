package stiffsweep.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stiffsweep.choice.Kernel;
import stiffsweep.choice.Precision;
import stiffsweep.heap.HeapArray;

/**
 * The tensors of one task: all on one device and of one precision, freed when this closes.
 *
 * <p>Belongs to the thread that opened it, on which recording for the reverse pass is off except inside
 * {@link Tape#gradient}.
 */
public final class Tensors implements AutoCloseable {

    static {
        EngineProperties.set();
    }

    private final ComputeDevice device;
    private final Precision precision;
    private final Kernel kernel;
    private final Place place;
    /** Opened when it is first asked for. */
    private @Nullable Tensors ofEngine;

    private Tensors(ComputeDevice device, Precision precision, Kernel kernel, Place place) {
        this.device = device;
        this.precision = precision;
        this.kernel = kernel;
        this.place = place;
    }

    /** Opens a set of tensors in the engine's memory, whose networks the engine evaluates too. */
    public static Tensors on(ComputeDevice device, Precision precision) {
        return new Tensors(device, precision, Kernel.ENGINE, Place.OfEngine.on(device, precision));
    }

    /**
     * Opens a set of tensors in the Java heap, whose networks the fused kernel evaluates. Their numbers are in double
     * precision.
     *
     * @param precision that of the networks that are evaluated with them
     */
    public static Tensors inHeap(Precision precision) {
        return new Tensors(ComputeDevice.cpu(), precision, Kernel.FUSED, new Place.OfHeap());
    }

    /** Opens a set of tensors where a kernel works: those of the fused one are in the Java heap. */
    public static Tensors of(ComputeDevice device, Precision precision, Kernel kernel) {
        return device.kernel(kernel) == Kernel.FUSED ? inHeap(precision) : on(device, precision);
    }

    /** Tensors in the engine's memory with the same kernel, which are freed with these: themselves if they are there. */
    public Tensors byEngine() {
        if (place instanceof Place.OfEngine) {
            return this;
        }
        Tensors known = ofEngine;
        if (known == null) {
            known = new Tensors(device, precision, kernel, Place.OfEngine.on(device, precision));
            ofEngine = known;
        }
        return known;
    }

    /**
     * The members of a stack, the first of them again where there are too few: the engine's products for one trial differ in
     * their last bits from those for two or more.
     */
    public <T> List<T> padded(List<T> members) {
        List<T> padded = new ArrayList<>(members);
        while (padded.size() < smallestStack()) {
            padded.add(members.get(0));
        }
        return padded;
    }

    /** The least trials that are worked out together. */
    public int smallestStack() {
        return place instanceof Place.OfHeap ? 1 : 2;
    }

    /** What evaluates networks. */
    public Kernel kernel() {
        return kernel;
    }

    /** The precision of networks. */
    public Precision precision() {
        return precision;
    }

    /** Where they are. */
    public ComputeDevice device() {
        return device;
    }

    /** Tensors on the same device and of the same precision, which can be freed before these and are freed with them. */
    public Tensors part() {
        return new Tensors(device, precision, kernel, place.part());
    }

    /** A tensor with the given values in row-major order. */
    public NDArray of(double[] values, long... shape) {
        return place.of(values, shape);
    }

    /** The same, also where it is made in a {@link TensorScope}, which it outlives. */
    public NDArray lasting(double[] values, long... shape) {
        NDArray tensor = of(values, shape);
        NDScope.unregister(tensor);
        return tensor;
    }

    /** A tensor with the given rows of equal length, {@code [rows, numbers]}. */
    public NDArray of(double[][] rows) {
        double[] flat = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        return of(flat, rows.length, rows[0].length);
    }

    /** A tensor filled with one value. */
    public NDArray filled(double value, long... shape) {
        return place.filled(value, shape);
    }

    /**
     * A number as a tensor without axes, of the same precision, device and lifetime as another.
     *
     * <p>For use on the tape: the engine's own operations with a Java number keep that number in a buffer which may be
     * gone by the time of the reverse pass, which then silently differentiates with garbage.
     */
    public static NDArray scalar(double value, NDArray like) {
        return like instanceof HeapArray
                ? HeapArray.number(value)
                : filled(like.getManager(), value, like.getDataType(), new Shape());
    }

    /**
     * The same, but kept as long as the process lives: for the numbers of a formula, which is evaluated many
     * times. It stands on the right of an operation: the result of one has the lifetime of what stands on the left.
     */
    public static NDArray constant(double value, NDArray like) {
        return like instanceof HeapArray ? HeapArray.number(value) : Constants.of(value, like);
    }

    /** A number minus a tensor; the result lives as long as the tensor, not as the constant. */
    public static NDArray difference(double value, NDArray tensor) {
        NDArray difference = constant(value, tensor).sub(tensor);
        difference.attach(tensor.getManager());
        return difference;
    }

    /** A tensor of given numbers, of the same precision, device and lifetime as another. */
    public static NDArray like(NDArray other, double[] values, long... shape) {
        return other instanceof HeapArray
                ? HeapArray.of(values, shape)
                : new Place.OfEngine(other.getManager(), precision(other)).of(values, shape);
    }

    static NDArray filled(NDManager manager, double value, DataType type, Shape shape) {
        return JniUtils.full((PtNDManager) manager, shape, value, type, manager.getDevice(), SparseFormat.DENSE);
    }

    /** A copy of a tensor of any precision, in this precision and with this lifetime. */
    public NDArray copy(NDArray source) {
        return place.copy(source);
    }

    /** Some of the slices along the first axis, copied, with this lifetime. */
    public NDArray slices(NDArray source, List<Integer> indices) {
        return TensorScope.result(() -> {
            NDList slices = new NDList();
            indices.forEach(index -> slices.add(source.get(index).expandDims(0)));
            NDArray copy = Operations.concat(slices, 0).duplicate();
            NDScope.unregister(copy);
            place.keep(copy);
            return copy;
        });
    }

    /** The values of a tensor to be read and never written: its own where it is in the Java heap, else a copy. */
    public static double[] sharedValues(NDArray tensor) {
        return tensor instanceof HeapArray array ? array.values() : values(tensor);
    }

    /** The values of a tensor of any precision, in row-major order. */
    public static double[] values(NDArray array) {
        if (array instanceof HeapArray || array.getDataType() == type(Precision.FLOAT64)) {
            return array.toDoubleArray();
        }
        float[] narrow = array.toType(type(Precision.FLOAT32), false).toFloatArray();
        double[] values = new double[narrow.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = narrow[i];
        }
        return values;
    }

    /** The values of a tensor by their index along the first axis, each in row-major order. */
    public static double[][] rows(NDArray array) {
        double[] all = values(array);
        double[][] rows = new double[Math.toIntExact(array.getShape().get(0))][];
        int size = all.length / rows.length;
        Arrays.setAll(rows, row -> Arrays.copyOfRange(all, row * size, (row + 1) * size));
        return rows;
    }

    /**
     * Copies values into a tensor where a mask is true; the rest stays, also where the value is not a number.
     *
     * @param where a boolean mask that broadcasts to the tensor's shape
     */
    public static void replace(NDArray tensor, NDArray where, NDArray value) {
        if (tensor instanceof HeapArray array) {
            array.replace(where, value);
            return;
        }
        assign(tensor, Operations.where(where.broadcast(tensor.getShape()), value, tensor));
    }

    /**
     * Copies values into a tensor, which may be a view of another. (The engine's public copy goes through a buffer and
     * takes a view for the tensor that it is a view of.)
     */
    public static void assign(NDArray tensor, NDArray values) {
        if (tensor instanceof HeapArray array) {
            array.assign(values);
            return;
        }
        long[] ends = tensor.getShape().getShape();
        long[] steps = new long[ends.length];
        Arrays.fill(steps, 1);
        JniUtils.indexSet((PtNDArray) tensor, (PtNDArray) values, new long[ends.length], ends, steps);
    }

    static DataType type(Precision precision) {
        return switch (precision) {
            case FLOAT32 -> DataType.FLOAT32;
            case FLOAT64 -> DataType.FLOAT64;
        };
    }

    @Override
    public void close() {
        Tensors known = ofEngine;
        if (known != null) {
            known.close();
        }
        place.close();
    }

    /** The precision of a tensor. */
    private static Precision precision(NDArray tensor) {
        return switch (tensor.getDataType()) {
            case FLOAT32 -> Precision.FLOAT32;
            case FLOAT64 -> Precision.FLOAT64;
            default ->
                throw new IllegalArgumentException(
                        "a tensor must be in float32 or float64, but got " + tensor.getDataType());
        };
    }
}
