package stiffsweep.heap;

import static java.util.Objects.requireNonNull;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrayAdapter;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * An array in the Java heap: numbers in double precision, or what is true of each, as 1 and 0.
 *
 * <p>It answers to the engine's interface of tensors for the operations that losses and first-order methods are made of; of
 * others it throws {@link UnsupportedOperationException}. {@link #reshape}, {@link #expandDims} and {@link #squeeze} share the
 * numbers of the array; what {@link #split} and {@link #get} give is a copy, and {@link #assign} writes it back into the array.
 * An operation on arrays of a {@link HeapTape} stands on it.
 */
public final class HeapArray extends NDArrayAdapter {

    private final double[] values;
    private final int[] sizes;
    private final @Nullable HeapTape tape;
    private final @Nullable Window window;
    /** Of an array on a tape. */
    private final @Nullable Adjoint adjoint;

    private HeapArray(double[] values, int[] sizes, DataType type, @Nullable HeapTape tape, @Nullable Window window) {
        super(null, null, new Shape(Arrays.stream(sizes).asLongStream().toArray()), type, "");
        this.values = values;
        this.sizes = sizes;
        this.tape = tape;
        this.window = window;
        adjoint = tape == null ? null : new Adjoint(sizes);
    }

    /** The slices of an array along an axis that another is a copy of, from one on. */
    private record Window(HeapArray whole, int axis, int first) {}

    /** An array with these numbers in row-major order, which nobody else keeps. */
    public static HeapArray of(double[] values, long... sizes) {
        return made(values, LongStream.of(sizes).mapToInt(Math::toIntExact).toArray());
    }

    /** The array that a tensor is. */
    public static HeapArray of(NDArray tensor) {
        if (tensor instanceof HeapArray array) {
            return array;
        }
        throw new IllegalArgumentException(
                "an operation in the Java heap needs two arrays of it, but got a tensor of the engine with shape "
                        + tensor.getShape());
    }

    private static HeapArray made(double[] values, int[] sizes) {
        return new HeapArray(values, sizes, DataType.FLOAT64, null, null);
    }

    int[] sizes() {
        return sizes;
    }

    /** The numbers themselves, in row-major order. */
    public double[] values() {
        return values;
    }

    HeapArray on(HeapTape leafOf) {
        return new HeapArray(values, sizes, DataType.FLOAT64, leafOf, null);
    }

    /** What has come back to it; null where nothing has, and off the tape. */
    double @Nullable [] adjoint() {
        return adjoint == null ? null : adjoint.numbers();
    }

    HeapArray gradient() {
        double[] known = adjoint();
        return made(known == null ? new double[values.length] : known, sizes);
    }

    void receiveOnes() {
        receive(((HeapArray) onesLike()).values);
    }

    /** Adds a share to the adjoint, if there is one. */
    void receive(double[] share) {
        if (adjoint != null) {
            adjoint.add(share);
        }
    }

    /** Adds a share of the size of a result that the array was broadcast to. */
    void receive(double[] share, int[] shareSizes) {
        if (adjoint != null) {
            adjoint.add(share, shareSizes);
        }
    }

    boolean isTracked() {
        return tape != null;
    }

    /**
     * What was made of this array, on its tape if it is on one.
     *
     * @param reverse hands the adjoint of the result on
     */
    HeapArray recorded(double[] result, int[] resultSizes, Consumer<double[]> reverse) {
        HeapTape here = tape;
        if (here == null || !here.isRecording()) {
            return made(result, resultSizes);
        }
        HeapArray array = new HeapArray(result, resultSizes, DataType.FLOAT64, here, null);
        here.record(array, reverse);
        return array;
    }

    @Override
    public NDArray stopGradient() {
        return new HeapArray(values, sizes, getDataType(), null, null);
    }

    @Override
    public NDArray add(NDArray other) {
        return Combined.sum(this, of(other));
    }

    @Override
    public NDArray sub(NDArray other) {
        return Combined.difference(this, of(other));
    }

    @Override
    public NDArray mul(NDArray other) {
        return Combined.product(this, of(other));
    }

    @Override
    public NDArray div(NDArray other) {
        return Combined.quotient(this, of(other));
    }

    @Override
    public NDArray pow(NDArray exponent) {
        return Combined.power(this, of(exponent));
    }

    /** A number as an array without axes. */
    public static HeapArray number(double value) {
        return made(new double[] {value}, new int[0]);
    }

    @Override
    public NDArray addi(NDArray other) {
        return changed(Arithmetic.ADD, other);
    }

    @Override
    public NDArray subi(NDArray other) {
        return changed(Arithmetic.SUBTRACT, other);
    }

    @Override
    public NDArray muli(NDArray other) {
        return changed(Arithmetic.MULTIPLY, other);
    }

    @Override
    public NDArray divi(NDArray other) {
        return changed(Arithmetic.DIVIDE, other);
    }

    /** An operation whose result stands in the place of these numbers. */
    private HeapArray changed(Arithmetic operation, NDArray other) {
        HeapArray right = of(other);
        if (Sizes.product(Sizes.common(sizes, right.sizes)) != values.length) {
            throw new IllegalArgumentException("an array of shape " + getShape()
                    + " cannot hold the result of an operation with one of shape " + right.getShape());
        }
        Broadcast.apply(operation, values, sizes, right.values, right.sizes, values);
        return written();
    }

    /** Writes other numbers over these, and over those that these are a copy of. */
    public HeapArray assign(NDArray others) {
        double[] source = of(others).values;
        if (source.length != values.length) {
            throw new IllegalArgumentException("an array of shape " + getShape()
                    + " must be given as many numbers, but got those of shape " + others.getShape());
        }
        System.arraycopy(source, 0, values, 0, values.length);
        return written();
    }

    /** Writes these numbers over those that they are a copy of. */
    HeapArray written() {
        Window over = window;
        if (over != null) {
            HeapArray whole = over.whole;
            Axes.of(whole.sizes, over.axis).write(values, over.first, whole.values);
            whole.written();
        }
        return this;
    }

    /** A function of every number. */
    public HeapArray mapped(ElementFunction function) {
        double[] result = function.values(values);
        return recorded(result, sizes, share -> receive(function.shares(values, result, share)));
    }

    @Override
    public NDArray neg() {
        return mapped(ElementFunction.NEGATIVE);
    }

    @Override
    public NDArray square() {
        return mapped(ElementFunction.SQUARE);
    }

    @Override
    public NDArray sqrt() {
        return mapped(ElementFunction.SQUARE_ROOT);
    }

    @Override
    public NDArray exp() {
        return mapped(ElementFunction.EXPONENTIAL);
    }

    @Override
    public NDArray log() {
        return mapped(ElementFunction.LOGARITHM);
    }

    @Override
    public NDArray sin() {
        return mapped(ElementFunction.SINE);
    }

    @Override
    public NDArray cos() {
        return mapped(ElementFunction.COSINE);
    }

    @Override
    public NDArray tan() {
        return mapped(ElementFunction.TANGENT);
    }

    @Override
    public NDArray atan() {
        return mapped(ElementFunction.INVERSE_TANGENT);
    }

    @Override
    public NDArray sinh() {
        return mapped(ElementFunction.HYPERBOLIC_SINE);
    }

    @Override
    public NDArray cosh() {
        return mapped(ElementFunction.HYPERBOLIC_COSINE);
    }

    @Override
    public NDArray tanh() {
        return mapped(ElementFunction.HYPERBOLIC_TANGENT);
    }

    @Override
    public NDArray erf() {
        return mapped(ElementFunction.ERROR_FUNCTION);
    }

    @Override
    public NDArray abs() {
        return mapped(ElementFunction.ABSOLUTE);
    }

    @Override
    public NDArray sign() {
        return mapped(ElementFunction.SIGN);
    }

    @Override
    public NDArray maximum(NDArray other) {
        return made(Combined.values(Arithmetic.LARGER, this, of(other)), Sizes.common(sizes, of(other).sizes));
    }

    @Override
    public NDArray minimum(NDArray other) {
        return made(Combined.values(Arithmetic.SMALLER, this, of(other)), Sizes.common(sizes, of(other).sizes));
    }

    private static HeapArray compared(Arithmetic operation, HeapArray left, HeapArray right) {
        return new HeapArray(
                Combined.values(operation, left, right),
                Sizes.common(left.sizes, right.sizes),
                DataType.BOOLEAN,
                null,
                null);
    }

    @Override
    public NDArray lt(NDArray other) {
        return compared(Arithmetic.LESS, this, of(other));
    }

    @Override
    public NDArray lt(Number other) {
        return lt(number(other.doubleValue()));
    }

    @Override
    public NDArray gt(NDArray other) {
        return compared(Arithmetic.LESS, of(other), this);
    }

    @Override
    public NDArray gt(Number other) {
        return gt(number(other.doubleValue()));
    }

    @Override
    public NDArray lte(NDArray other) {
        return compared(Arithmetic.AT_MOST, this, of(other));
    }

    @Override
    public NDArray gte(NDArray other) {
        return compared(Arithmetic.AT_MOST, of(other), this);
    }

    @Override
    public NDArray logicalAnd(NDArray other) {
        return compared(Arithmetic.AND, this, of(other));
    }

    @Override
    public NDArray logicalNot() {
        return new HeapArray(ElementFunction.NOT.values(values), sizes, DataType.BOOLEAN, null, null);
    }

    /** The numbers of one array where something is true of them, those of another elsewhere. */
    public static HeapArray where(NDArray condition, NDArray holds, NDArray fails) {
        return Combined.chosen(of(condition), of(holds), of(fails));
    }

    /**
     * Writes other numbers over these where a condition holds.
     *
     * @param condition of the same sizes, or with one number for each of the first slices
     */
    public void replace(NDArray condition, NDArray others) {
        double[] chooses = of(condition).values;
        double[] source = of(others).widened(sizes);
        int each = values.length / Math.max(1, chooses.length);
        for (int i = 0; i < chooses.length; i++) {
            if (chooses[i] != 0) {
                System.arraycopy(source, i * each, values, i * each, each);
            }
        }
        written();
    }

    /** The numbers as they broadcast to wider sizes. */
    double[] widened(int[] wider) {
        return Arrays.equals(sizes, wider)
                ? values
                : Broadcast.apply(Arithmetic.SECOND, new double[Sizes.product(wider)], wider, values, sizes);
    }

    @Override
    public NDArray sum() {
        return reshaped(new int[] {values.length}).sum(new int[] {0}, false);
    }

    @Override
    public NDArray sum(int[] axes, boolean keepDims) {
        HeapArray sums = this;
        for (int axis : Sizes.lastFirst(sizes, axes)) {
            sums = sums.summed(axis, keepDims);
        }
        return sums;
    }

    private HeapArray summed(int axis, boolean keepDims) {
        int[] kept = Sizes.with(sizes, axis, 1);
        double[] result = Axes.of(sizes, axis).sums(values);
        return recorded(
                result,
                keepDims ? kept : Sizes.without(sizes, axis),
                share -> receive(Broadcast.apply(Arithmetic.SECOND, values, sizes, share, kept)));
    }

    @Override
    public NDArray mean(int[] axes, boolean keepDims) {
        int count =
                Arrays.stream(axes).map(axis -> sizes[Sizes.axis(sizes, axis)]).reduce(1, (a, b) -> a * b);
        return sum(axes, keepDims).div(number(count));
    }

    @Override
    public NDArray max(int[] axes, boolean keepDims) {
        HeapArray largest = this;
        for (int axis : Sizes.lastFirst(sizes, axes)) {
            int[] left = keepDims ? Sizes.with(largest.sizes, axis, 1) : Sizes.without(largest.sizes, axis);
            largest = made(Axes.of(largest.sizes, axis).largest(largest.values), left);
        }
        return largest;
    }

    @Override
    public NDArray flip(int... axes) {
        HeapArray flipped = this;
        for (int axis : axes) {
            flipped = flipped.flipped(Axes.of(sizes, Sizes.axis(sizes, axis)));
        }
        return flipped;
    }

    private HeapArray flipped(Axes axes) {
        return recorded(axes.reversed(values), sizes, share -> receive(axes.reversed(share)));
    }

    @Override
    public NDList split(long[] ends, int axis) {
        int along = Sizes.axis(sizes, axis);
        NDList pieces = new NDList();
        int first = 0;
        for (long end : ends) {
            pieces.add(sliced(along, first, Math.toIntExact(end) - first));
            first = Math.toIntExact(end);
        }
        pieces.add(sliced(along, first, sizes[along] - first));
        return pieces;
    }

    private HeapArray sliced(int axis, int first, int count) {
        if (count == sizes[axis]) {
            return this;
        }
        Axes axes = Axes.of(sizes, axis);
        double[] slices = axes.slices(values, first, count);
        int[] left = Sizes.with(sizes, axis, count);
        return isTracked()
                ? recorded(slices, left, share -> requireNonNull(adjoint).add(share, axes, first))
                : new HeapArray(slices, left, getDataType(), null, new Window(this, axis, first));
    }

    /** The slice along the first axis. */
    @Override
    public NDArray get(long... indices) {
        HeapArray slice = this;
        for (long index : indices) {
            HeapArray one = slice.sliced(0, Math.toIntExact(index), 1);
            slice = one.reshaped(Sizes.without(one.sizes, 0));
        }
        return slice;
    }

    /** Arrays joined along an axis. */
    public static HeapArray concat(List<? extends NDArray> pieces, int axis) {
        List<HeapArray> arrays = pieces.stream().map(HeapArray::of).toList();
        return Pieces.joined(arrays, Sizes.axis(arrays.get(0).sizes, axis));
    }

    @Override
    public NDArray broadcast(Shape wider) {
        int[] theirs = sizes(wider);
        if (Arrays.equals(theirs, sizes)) {
            return this;
        }
        double[] result = widened(theirs);
        return recorded(result, theirs, share -> receive(share, theirs));
    }

    private static int[] sizes(Shape shape) {
        return LongStream.of(shape.getShape()).mapToInt(Math::toIntExact).toArray();
    }

    @Override
    public NDArray reshape(Shape other) {
        int[] theirs = sizes(other);
        for (int axis = 0; axis < theirs.length; axis++) {
            if (theirs[axis] == -1) {
                theirs[axis] = values.length / -Sizes.product(theirs);
            }
        }
        return reshaped(theirs);
    }

    /** The same numbers, of which both arrays hold the same copy. */
    private HeapArray reshaped(int[] theirs) {
        HeapTape here = tape;
        return here == null || !here.isRecording()
                ? new HeapArray(values, theirs, getDataType(), null, window)
                : recorded(values, theirs, this::receive);
    }

    @Override
    public NDArray expandDims(int axis) {
        return reshaped(Sizes.widened(sizes, axis < 0 ? axis + sizes.length + 1 : axis));
    }

    @Override
    public NDArray squeeze(int[] axes) {
        HeapArray squeezed = this;
        for (int axis : Sizes.lastFirst(sizes, axes)) {
            squeezed = squeezed.reshaped(Sizes.without(squeezed.sizes, axis));
        }
        return squeezed;
    }

    @Override
    public NDArray duplicate() {
        return new HeapArray(values.clone(), sizes, getDataType(), null, null);
    }

    @Override
    public NDArray zerosLike() {
        return made(new double[values.length], sizes);
    }

    @Override
    public NDArray onesLike() {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        return made(ones, sizes);
    }

    @Override
    public NDArray toType(DataType type, boolean copy) {
        return new HeapArray(copy ? values.clone() : values, sizes, type, null, null);
    }

    @Override
    public double[] toDoubleArray() {
        return values.clone();
    }

    @Override
    public ByteBuffer toByteBuffer(boolean tryDirect) {
        throw new UnsupportedOperationException("the numbers of an array in the Java heap are had by values()");
    }

    @Override
    public Device getDevice() {
        return Device.cpu();
    }

    /** Memory of the heap is nobody's to manage or to free. */
    @Override
    public void attach(NDManager manager) {}

    @Override
    public void close() {}

    @Override
    public void intern(NDArray replaced) {
        assign(replaced);
    }

    @Override
    public void detach() {}
}
