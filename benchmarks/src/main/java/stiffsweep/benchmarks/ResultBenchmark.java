package stiffsweep.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import stiffsweep.config.SweepReader;
import stiffsweep.folder.StackPublisher;
import stiffsweep.problem.Problems;
import stiffsweep.result.TrialResult;
import stiffsweep.run.Stack;
import stiffsweep.run.StackRunner;
import stiffsweep.storage.LocalFiles;
import stiffsweep.store.ResultFolder;
import stiffsweep.sweep.Sweep;

/**
 * The publishing of a stack's results: its rows, encoded, written, on the disk and in their place. In the folder
 * {@code benchmarks/target}, whose disk it measures. From the root of the repository:
 *
 * <pre>
 * mvn -pl jobs,benchmarks -am package -DskipTests
 * . jobs/target/dist/environment
 * java -cp "benchmarks/target/classes:benchmarks/target/lib/*:jobs/target/dist/spark/jars/*" org.openjdk.jmh.Main ResultBenchmark
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ResultBenchmark {

    private static final Path SWEEP = Path.of("benchmarks/conf/bookkeeping.conf");

    /** The trials of the stack. */
    @Param({"1", "8"})
    public int stack;

    private final Sweep sweep =
            new SweepReader(Problems.declarations()).read(SWEEP, List.of()).sweep();
    private final ResultFolder folder;
    private final StackPublisher publisher;
    private List<TrialResult> results = List.of();

    /** A folder of its own. */
    public ResultBenchmark() {
        try {
            folder = new ResultFolder(Files.createTempDirectory(Path.of("benchmarks/target"), "results"));
            folder.create();
        } catch (IOException e) {
            throw new IllegalStateException("benchmarks/target must be a folder that can be written to", e);
        }
        publisher = new StackPublisher(sweep, folder, new LocalFiles(folder.temporary()));
    }

    /** Trains the stack once. */
    @Setup
    public void train() {
        Stack trials = new Stack(sweep.trials().subList(0, stack));
        results = new StackRunner().run(trials, List.of(), (epoch, epochs, error) -> {});
    }

    /** Publishes it. */
    @Benchmark
    public void publish() throws IOException {
        publisher.publish(results);
    }

    /** Makes its name free again. */
    @TearDown(Level.Invocation)
    public void remove() throws IOException {
        Files.delete(folder.trials()
                .resolve(ResultFolder.stackFile(
                        results.stream().map(result -> result.trial().id()).toList())));
    }
}
