package stiffsweep.tensor;

import ai.djl.ndarray.NDScope;
import java.util.function.Supplier;

/** Work whose tensors are freed when it ends; those that {@link Tensors#slices} makes live on. */
public final class TensorScope {

    private TensorScope() {}

    /** Does the work. */
    public static void run(Runnable work) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            work.run();
        }
    }

    /** What comes of the work, which must hold none of its tensors. */
    public static <T> T result(Supplier<T> work) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            return work.get();
        }
    }
}
