package stiffsweep.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.sweep.Setting;
import stiffsweep.sweep.Trial;

/** Groups trials into stacks. */
public final class StackPlanner {

    private StackPlanner() {}

    /**
     * Groups trials that can train as one program, at most {@code training.stack} of them in a stack.
     *
     * <p>Trials of a stack agree in everything but their numbers: parameters, weights, learning rates and seeds may
     * differ, since they are tensors with a trial axis; words, counts and switches may not.
     *
     * @return the stacks, in the order of their first trials
     * @see Setting
     */
    public static List<Stack> plan(List<Trial> trials) {
        Map<SortedMap<String, Object>, List<Trial>> groups = new LinkedHashMap<>();
        for (Trial trial : trials) {
            groups.computeIfAbsent(shape(trial), shape -> new ArrayList<>()).add(trial);
        }
        List<Stack> stacks = new ArrayList<>();
        groups.values().forEach(group -> stacks.addAll(split(group)));
        return stacks;
    }

    /** The settings in which the trials of a stack agree. */
    public static SortedMap<String, Object> shape(Trial trial) {
        SortedMap<String, Object> shape = new TreeMap<>(trial.settings().values());
        shape.values().removeIf(value -> value instanceof Double);
        shape.keySet().removeIf(path -> path.startsWith("loss.weights."));
        return shape;
    }

    /** Splits a group into stacks whose sizes differ by at most one. */
    private static List<Stack> split(List<Trial> group) {
        int most = group.get(0).settings().count("training.stack");
        int stacks = (group.size() + most - 1) / most;
        List<Stack> split = new ArrayList<>(stacks);
        for (int i = 0; i < stacks; i++) {
            split.add(new Stack(group.subList(i * group.size() / stacks, (i + 1) * group.size() / stacks)));
        }
        return split;
    }
}
