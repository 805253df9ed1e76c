package stiffsweep.benchmarks;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import stiffsweep.choice.Precision;
import stiffsweep.loss.StackLoss;
import stiffsweep.measure.Curvature;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.TensorScope;
import stiffsweep.tensor.Tensors;

/**
 * One Hessian-vector product for each trial of a stack: case A with 500 points, in double precision as it is measured.
 *
 * <pre>
 * mvn -pl jobs,benchmarks -am package -DskipTests
 * . jobs/target/dist/environment
 * java -cp "benchmarks/target/classes:benchmarks/target/lib/*" org.openjdk.jmh.Main CurvatureBenchmark
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
public class CurvatureBenchmark {

    /** The trials of the stack. */
    @Param({"2", "8", "16"})
    public int stack;

    private final Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64);
    private Supplier<NDArray> product = () -> tensors.filled(0, 1, 1);

    /** Makes a stack at random parameters. */
    @Setup
    public void makeStack() {
        List<Trial> trials = new OurStep("A", 500, stack, List.of()).trials(1).trials();
        StackLoss loss = StackLoss.of(trials, tensors);
        int size = loss.model().parameters();
        NDArray vectors = uniform(1, size);
        NDArray parameters = uniform(0.15, size);
        Curvature curvature = new Curvature(
                loss, parameters, output -> loss.terms(output, parameters).sumPerTrial());
        product = () -> curvature.times(vectors);
    }

    /** The product. */
    @Benchmark
    public double hessianTimesVector() {
        return TensorScope.result(() -> product.get().getDouble(0, 0));
    }

    /** Frees the engine's memory. */
    @TearDown
    public void close() {
        tensors.close();
    }

    private NDArray uniform(double bound, int size) {
        return tensors.of(
                new SplittableRandom(0)
                        .doubles((long) stack * size, -bound, bound)
                        .toArray(),
                stack,
                size);
    }
}
