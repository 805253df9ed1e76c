package stiffsweep.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import stiffsweep.declare.Setting;
import stiffsweep.declare.Settings;
import stiffsweep.sweep.Trial;

/** Groups trials into stacks. */
public final class StackPlanner {

    private StackPlanner() {}

    /** Groups trials that are all at their beginning. */
    public static List<Stack> plan(List<Trial> trials, ToIntFunction<List<Trial>> automatic) {
        return plan(trials, trial -> "", trial -> false, automatic);
    }

    /**
     * Groups trials that can train as one program, at most {@code training.stack} of them in a stack.
     *
     * <p>Trials of a stack agree in everything but their numbers: parameters, weights, learning rates and seeds may
     * differ, since they are tensors with a trial axis; words, counts and switches may not.
     *
     * @param standing how far the training of a trial has come: those of a stack have come equally far
     * @param isBegun whether the training of a trial has come anywhere
     * @param automatic the size for a group whose size is left to a measurement
     * @return the stacks: those that are begun first, so that runs that are cut short one after the other come to results; then
     *     those with the longest training, so that none of them is begun when all others are done; else in the order of their
     *     first trials
     * @see Setting
     */
    public static List<Stack> plan(
            List<Trial> trials,
            Function<Trial, String> standing,
            Predicate<Trial> isBegun,
            ToIntFunction<List<Trial>> automatic) {
        List<Group> groups = new ArrayList<>();
        for (List<Trial> group : groups(trials, trial -> List.of(shape(trial), standing.apply(trial)))) {
            Integer size = group.get(0).settings().execution().stack();
            int most = size == null ? automatic.applyAsInt(group) : size;
            List<Stack> stacks = split(group, most);
            groups.add(new Group(stacks, isBegun.test(group.get(0)), work(stacks.get(0))));
        }
        groups.sort(Comparator.comparing(Group::isBegun)
                .thenComparingDouble(Group::work)
                .reversed());
        return groups.stream().flatMap(group -> group.stacks.stream()).toList();
    }

    /** The stacks of trials that could all be in one, and how long such a stack trains. */
    private record Group(List<Stack> stacks, boolean isBegun, double work) {}

    /** That of its first trial: the others have the same epochs, points and network. */
    private static double work(Stack stack) {
        Settings settings = stack.trials().get(0).settings();
        try {
            return TrainingWork.of(settings, stack.size());
        } catch (IllegalArgumentException e) {
            // What is wrong with a trial is for its own row to say.
            return 0;
        }
    }

    /** The trials by a property, in the order of their first ones. */
    private static Collection<List<Trial>> groups(List<Trial> trials, Function<Trial, Object> property) {
        Map<Object, List<Trial>> groups = new LinkedHashMap<>();
        for (Trial trial : trials) {
            groups.computeIfAbsent(property.apply(trial), value -> new ArrayList<>())
                    .add(trial);
        }
        return groups.values();
    }

    /** The trials by their shape, in the order of the first of each. */
    public static List<List<Trial>> shapes(List<Trial> trials) {
        return List.copyOf(groups(trials, StackPlanner::shape));
    }

    /** The groups of trials of one shape whose size of stacks is left to a measurement. */
    public static List<List<Trial>> automatic(List<Trial> trials) {
        return shapes(trials).stream()
                .filter(group -> isAutomatic(group.get(0)))
                .toList();
    }

    /** Whether the size of a trial's stack is left to a measurement. */
    private static boolean isAutomatic(Trial trial) {
        return trial.settings().execution().stack() == null;
    }

    /** The settings in which the trials of a stack agree. */
    public static SortedMap<String, Object> shape(Trial trial) {
        SortedMap<String, Object> shape = new TreeMap<>(trial.settings().values());
        shape.values().removeIf(value -> value instanceof Double);
        shape.keySet().removeIf(path -> path.startsWith("loss.weights."));
        return shape;
    }

    /** Splits a group into stacks whose sizes differ by at most one. */
    private static List<Stack> split(List<Trial> group, int most) {
        int stacks = 1 + (group.size() - 1) / most;
        List<Stack> split = new ArrayList<>(stacks);
        int from = 0;
        for (long i = 1; i <= stacks; i++) {
            int to = (int) (i * group.size() / stacks);
            split.add(new Stack(group.subList(from, to)));
            from = to;
        }
        return split;
    }
}
