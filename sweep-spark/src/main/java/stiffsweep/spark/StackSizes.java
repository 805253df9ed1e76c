package stiffsweep.spark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import stiffsweep.run.StackPlanner;
import stiffsweep.run.StackWork;
import stiffsweep.sweep.Trial;

/** The sizes of stacks that are left to a measurement, made by the executors that will train them. */
final class StackSizes {

    private final Map<List<Trial>, Integer> measured;
    private final int slots;

    private StackSizes(Map<List<Trial>, Integer> measured, int slots) {
        this.measured = measured;
        this.slots = slots;
    }

    /** Measures every group of trials of one shape that needs it. */
    static StackSizes measure(List<Trial> trials, StackWork work, JavaSparkContext spark, int slots) {
        List<List<Trial>> groups = StackPlanner.automatic(trials);
        if (groups.isEmpty()) {
            return new StackSizes(Map.of(), slots);
        }
        spark.setJobDescription("sizes of stacks");
        List<Integer> sizes = spark.parallelize(groups, Math.min(groups.size(), slots))
                .map(new Probe(work))
                .collect();
        Map<List<Trial>, Integer> measured = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            measured.put(groups.get(i), sizes.get(i));
        }
        return new StackSizes(measured, slots);
    }

    /** The size for a group: the measured one, or less where otherwise not every core would have a stack. */
    int of(List<Trial> group) {
        int size = measured.getOrDefault(group, StackWork.ASSUMED_SIZE);
        int share = (group.size() + slots - 1) / slots;
        return Math.max(2, Math.min(size, share));
    }

    /** What an executor does: it measures one group. */
    private record Probe(StackWork work) implements Function<List<Trial>, Integer> {

        @Override
        public Integer call(List<Trial> group) {
            return work.bestSize(group, TaskGpus.addresses());
        }
    }
}
