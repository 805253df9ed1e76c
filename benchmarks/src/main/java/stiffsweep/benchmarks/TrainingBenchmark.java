package stiffsweep.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import stiffsweep.config.CommonDefaults;
import stiffsweep.problem.Problems;
import stiffsweep.run.Stack;
import stiffsweep.run.StackRunner;
import stiffsweep.sweep.Settings;
import stiffsweep.sweep.SettingsSchema;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;
import stiffsweep.sweep.TrialResult;

/**
 * Epochs of a whole stack per second, start-up of the stack included: the network and problem of arXiv 2602.21988 (1-40x4-1
 * GELU, float32) with 500 points. Times the stack size, a rate is in trial-epochs per second.
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

    /** The trials that train together. */
    @Param({"2", "8", "16"})
    public int stack;

    private Stack trials = new Stack(List.of(trial(0)));

    /** Makes the stack. */
    @Setup
    public void makeStack() {
        List<Trial> list = new ArrayList<>();
        for (int seed = 0; seed < stack; seed++) {
            list.add(trial(seed));
        }
        trials = new Stack(list);
    }

    /** Trains the stack. */
    @Benchmark
    @OperationsPerInvocation(EPOCHS)
    public List<TrialResult> epochsOfTheStack() {
        return new StackRunner().run(trials, List.of(), (epoch, epochs, error) -> {});
    }

    private static Trial trial(long seed) {
        String problem = "linear-decay";
        SettingsSchema schema = SettingsSchema.of(Problems.named(problem).declaration(), CommonDefaults.read());
        SortedMap<String, Object> values = new TreeMap<>(schema.defaults().values());
        values.put("problem.kind", problem);
        values.put("points.residual.count", 500L);
        values.put("training.epochs", (long) EPOCHS);
        values.put("training.stop-below", 0.0);
        values.put("measure.hessian", false);
        Settings settings = new Settings(values);
        return new Trial(TrialId.of(settings, schema, seed), 0, seed, settings);
    }
}
