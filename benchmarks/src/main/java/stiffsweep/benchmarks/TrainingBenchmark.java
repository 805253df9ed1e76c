package stiffsweep.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Epochs of a whole stack per second, start-up of the stack included: case A, the network and problem of arXiv 2602.21988
 * (1-40x4-1 GELU, float32) with 500 points. Times the stack size, a rate is in trial-epochs per second. A stack of one
 * trains two.
 *
 * <pre>
 * mvn -pl jobs,benchmarks -am package -DskipTests
 * . jobs/target/dist/environment
 * java -cp "benchmarks/target/classes:benchmarks/target/lib/*" org.openjdk.jmh.Main TrainingBenchmark
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
public class TrainingBenchmark {

    private static final int EPOCHS = 200;

    /** The case. */
    @Param({"A", "B"})
    public String peerCase = "";

    /** The points of the equation. */
    @Param("500")
    public int points;

    /** The trials that train together. */
    @Param({"1", "8", "16"})
    public int stack;

    /** Trains the stack. */
    @Benchmark
    @OperationsPerInvocation(EPOCHS)
    public double epochsOfTheStack() {
        return new OurStep(peerCase, points, stack, List.of()).train(EPOCHS);
    }
}
