package stiffsweep.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.Buffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import stiffsweep.choice.Precision;
import stiffsweep.heap.HeapArray;

/** Where tensors are made: in the engine's memory or in the Java heap. */
sealed interface Place extends AutoCloseable {

    NDArray of(double[] values, long... shape);

    NDArray filled(double value, long... shape);

    /** A copy of what may be elsewhere. */
    NDArray copy(NDArray source);

    /** Hands a tensor that was made in a scope over to this place. */
    void keep(NDArray tensor);

    Place part();

    @Override
    void close();

    /** The engine's memory, on one device and in one precision. */
    record OfEngine(NDManager manager, Precision precision) implements Place {

        static OfEngine on(ComputeDevice device, Precision precision) {
            NDManager manager = NDManager.newBaseManager(device.device(), "PyTorch");
            // The engine starts every thread but its first one with recording on.
            JniUtils.setGradMode(false);
            return new OfEngine(manager, precision);
        }

        @Override
        public NDArray of(double[] values, long... shape) {
            NDArray borrowed = manager.create(buffer(values), new Shape(shape), Tensors.type(precision));
            // A clone lives in the engine's memory and not in a Java buffer.
            NDArray owned = borrowed.duplicate();
            borrowed.close();
            return owned;
        }

        private Buffer buffer(double[] values) {
            if (precision == Precision.FLOAT64) {
                return DoubleBuffer.wrap(values);
            }
            float[] narrow = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                narrow[i] = (float) values[i];
            }
            return FloatBuffer.wrap(narrow);
        }

        @Override
        public NDArray filled(double value, long... shape) {
            return Tensors.filled(manager, value, Tensors.type(precision), new Shape(shape));
        }

        @Override
        public NDArray copy(NDArray source) {
            if (source instanceof HeapArray array) {
                return of(array.values(), array.getShape().getShape());
            }
            // The engine's conversion to the type that a tensor already has is no copy, whatever it is asked for.
            NDArray copy = source.toType(Tensors.type(precision), false).duplicate();
            copy.attach(manager);
            return copy;
        }

        @Override
        public void keep(NDArray tensor) {
            tensor.attach(manager);
        }

        @Override
        public OfEngine part() {
            return new OfEngine(manager.newSubManager(), precision);
        }

        @Override
        public void close() {
            manager.close();
        }
    }

    /** The Java heap, which frees what nobody holds. */
    record OfHeap() implements Place {

        @Override
        public NDArray of(double[] values, long... shape) {
            return HeapArray.of(values.clone(), shape);
        }

        @Override
        public NDArray filled(double value, long... shape) {
            double[] values = new double[Math.toIntExact(new Shape(shape).size())];
            Arrays.fill(values, value);
            return HeapArray.of(values, shape);
        }

        @Override
        public NDArray copy(NDArray source) {
            return HeapArray.of(Tensors.values(source), source.getShape().getShape());
        }

        @Override
        public void keep(NDArray tensor) {
            // Who holds it keeps it.
        }

        @Override
        public OfHeap part() {
            return this;
        }

        @Override
        public void close() {
            // There is nothing to free.
        }
    }
}
