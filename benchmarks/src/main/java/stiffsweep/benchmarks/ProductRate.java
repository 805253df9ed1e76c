package stiffsweep.benchmarks;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import stiffsweep.choice.Precision;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.TensorScope;
import stiffsweep.tensor.Tensors;

/**
 * The rate of the engine's batched matrix product at the shapes of a hidden layer: the bound on any step made of such
 * products. A step has the three products below equally often.
 *
 * <pre>
 * . jobs/target/dist/environment
 * java -cp "benchmarks/target/classes:benchmarks/target/lib/*" stiffsweep.benchmarks.ProductRate 1000 40 2 8 16 32
 * </pre>
 */
public final class ProductRate {

    private static final double SECONDS_EACH = 0.7;
    private static final int FEWEST = 16;

    private ProductRate() {}

    /**
     * Measures; prints one JSON line for each stack, with rates in 1e9 floating-point operations per second.
     *
     * @param args the rows of a trial's features, twice its points; the width; the stacks
     */
    public static void main(String[] args) {
        int rows = Integer.parseInt(args[0]);
        int width = Integer.parseInt(args[1]);
        for (String stack : Arrays.asList(args).subList(2, args.length)) {
            System.out.println(line(rows, width, Integer.parseInt(stack)));
        }
    }

    private static JsonLine line(int rows, int width, int stack) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT32)) {
            NDArray features = random(tensors, stack, rows, width);
            NDArray adjoint = random(tensors, stack, rows, width);
            NDArray weights = random(tensors, stack, width, width);
            double forward = secondsOf(() -> features.batchMatMul(weights));
            double gradient = secondsOf(() -> features.swapAxes(1, 2).batchMatMul(adjoint));
            double back = secondsOf(() -> adjoint.batchMatMul(weights.swapAxes(1, 2)));
            double billions = 2e-9 * stack * rows * width * width;
            return new JsonLine()
                    .with("rows", rows)
                    .with("width", width)
                    .with("stack", stack)
                    .with("features_times_weights", billions / forward)
                    .with("features_transposed_times_adjoint", billions / gradient)
                    .with("adjoint_times_weights_transposed", billions / back)
                    .with("all", 3 * billions / (forward + gradient + back));
        }
    }

    /** CPU seconds of one product: as many are made as take long enough to be measured. */
    private static double secondsOf(Supplier<NDArray> product) {
        int times = FEWEST;
        Spent spent = Spent.on(() -> repeat(product, FEWEST));
        while (spent.cpuSeconds() < SECONDS_EACH) {
            times *= 2;
            int more = times;
            spent = Spent.on(() -> repeat(product, more));
        }
        return spent.cpuSeconds() / times;
    }

    private static void repeat(Supplier<NDArray> product, int times) {
        for (int time = 0; time < times; time++) {
            // The transposed view is freed with the scope.
            TensorScope.run(() -> product.get().close());
        }
    }

    private static NDArray random(Tensors tensors, int... shape) {
        long[] axes = Arrays.stream(shape).asLongStream().toArray();
        long size = Arrays.stream(axes).reduce(1, (a, b) -> a * b);
        return tensors.of(new SplittableRandom(0).doubles(size, -1, 1).toArray(), axes);
    }
}
