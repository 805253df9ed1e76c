package stiffsweep.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import stiffsweep.run.StackPlanner;
import stiffsweep.run.StackSize;
import stiffsweep.run.StackWork;
import stiffsweep.sweep.Trial;

/** The sizes of stacks that are left to a measurement, made where trials are trained. */
final class StackSizes {

    private final Map<SortedMap<String, Object>, Integer> measured;
    private final int share;

    /**
     * Known sizes.
     *
     * @param measured the best size by the shape of its trials
     * @param share the trials of the whole sweep for each slot
     */
    private StackSizes(Map<SortedMap<String, Object>, Integer> measured, int share) {
        this.measured = measured;
        this.share = share;
    }

    /**
     * Measures every shape of trials that needs it, but for those with a suspect.
     *
     * @param store knows suspects; a trial that ends the process here becomes one
     * @param warnings hears of a measurement that failed; sizes are then assumed
     */
    static StackSizes measure(List<Trial> trials, StackJobs jobs, StackStore store, Consumer<String> warnings)
            throws IOException {
        JavaSparkContext spark = jobs.spark();
        Map<SortedMap<String, Object>, Integer> measured = new HashMap<>();
        List<Shape> shapes = StackPlanner.automatic(trials).stream()
                .filter(group -> group.stream().noneMatch(store::isSuspect))
                .map(group -> new Shape(group.get(0), group.size()))
                .toList();
        try {
            if (!shapes.isEmpty()) {
                measured.putAll(sizes(shapes, jobs.work(), spark, warnings));
            }
        } catch (RuntimeException e) {
            if (spark.sc().isStopped()) {
                throw e;
            }
            warnings.accept(
                    "the sizes of stacks could not be measured and are assumed: " + LostStackException.innermost(e));
        } finally {
            note(shapes, jobs.ledger(), store);
        }
        // Executors have registered by now, so that a cluster knows its slots too.
        int slots = spark.defaultParallelism();
        return new StackSizes(measured, 1 + (trials.size() - 1) / slots);
    }

    /** Notes the trials whose measurement is ending the process, which interrupts this thread. */
    private static void note(List<Shape> shapes, RunLedger ledger, StackStore store) throws IOException {
        boolean isInterrupted = Thread.interrupted();
        for (Shape shape : shapes) {
            String place = ledger.endedBy(shape.name());
            if (place != null) {
                store.suspect(List.of(shape.example()), place);
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The size of each shape; one whose measurement ended early is a warning. */
    private static Map<SortedMap<String, Object>, Integer> sizes(
            List<Shape> shapes, StackWork work, JavaSparkContext spark, Consumer<String> warnings) {
        spark.setJobDescription("sizes of stacks");
        List<StackSize> sizes =
                spark.parallelize(shapes, shapes.size()).map(new Probe(work)).collect();
        Map<SortedMap<String, Object>, Integer> measured = new HashMap<>();
        for (int i = 0; i < sizes.size(); i++) {
            Trial example = shapes.get(i).example();
            StackSize size = sizes.get(i);
            measured.put(StackPlanner.shape(example), size.trials());
            if (size.failure() != null) {
                warnings.accept("the size of stacks of trials such as " + example.id()
                        + " could not be measured to the end and is " + size.trials() + ": " + size.failure());
            }
        }
        return measured;
    }

    /** The size for a group: the measured one, or less where otherwise not every slot would have a stack. */
    int of(List<Trial> group) {
        int size = measured.getOrDefault(StackPlanner.shape(group.get(0)), StackWork.ASSUMED_SIZE);
        return Math.max(StackSize.smallest(group.get(0).settings()), Math.min(size, share));
    }

    /** Trials of one shape: one of them, and how many there are. */
    private record Shape(Trial example, int trials) implements Serializable {

        /** What its measurement is called. */
        private String name() {
            return "size of " + example.id();
        }
    }

    /** What an executor does: it measures one shape. */
    private record Probe(StackWork work) implements Function<Shape, StackSize> {

        @Override
        public StackSize call(Shape shape) {
            try (TaskGpus gpus = TaskGpus.take()) {
                return StackTask.inTheNameOf(
                        shape.name(), () -> work.bestSize(shape.example(), shape.trials(), gpus.addresses()));
            }
        }
    }
}
