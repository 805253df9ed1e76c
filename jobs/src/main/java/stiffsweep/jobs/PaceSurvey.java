package stiffsweep.jobs;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import stiffsweep.run.Stack;
import stiffsweep.run.StackPlanner;
import stiffsweep.run.StackRunner;
import stiffsweep.run.StackSize;
import stiffsweep.run.StackTimer;
import stiffsweep.run.StackWork;
import stiffsweep.run.TrainingWork;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.UnusableEngineException;

/**
 * How fast the shapes of a sweep's trials are: from trials that are finished; of the others, by short trainings, those with the
 * most work first, as long as there is time; and of those that are left, by the shape that is most alike.
 */
final class PaceSurvey {

    /** The least that is worth a short training [s]. */
    private static final double LEAST_SECONDS = 1;

    private final Map<SortedMap<String, Object>, ShapePace> known = new HashMap<>();
    private final Map<SortedMap<String, Object>, ShapePace> guessed = new HashMap<>();
    private final Map<SortedMap<String, Object>, Integer> sizes = new HashMap<>();
    private final int cores;
    private final int share;

    /**
     * A survey that knows nothing.
     *
     * @param trials how many trials there are
     * @param cores how many stacks train at a time
     */
    PaceSurvey(int trials, int cores) {
        this.cores = cores;
        this.share = Math.max(2, 1 + (trials - 1) / cores);
    }

    /** Learns from finished trials. */
    void learn(List<FinishedTrial> finished) {
        Map<SortedMap<String, Object>, List<FinishedTrial>> byShape = finished.stream()
                .filter(FinishedTrial::isTimed)
                .collect(Collectors.groupingBy(trial -> StackPlanner.shape(trial.trial())));
        byShape.forEach((shape, trials) -> {
            known.put(shape, ShapePace.of(trials));
            sizes.put(shape, (int)
                    trials.stream().mapToLong(FinishedTrial::stackSize).max().orElseThrow());
        });
    }

    /**
     * Trains stacks of the shapes that are not known for a moment.
     *
     * @param groups the trials by their shape
     * @param seconds how long this may take in all; a single short training may take longer
     */
    void time(List<List<Trial>> groups, double seconds) {
        List<List<Trial>> unknown = groups.stream()
                .filter(group -> !known.containsKey(StackPlanner.shape(group.get(0))))
                .sorted(Comparator.comparingDouble(PaceSurvey::assumedSeconds).reversed())
                .toList();
        StackRunner runner = new StackRunner();
        if (seconds <= 0 || unknown.isEmpty() || !isUsable(runner)) {
            return;
        }
        List<String> gpus = ComputeDevice.visibleGpus();
        double left = seconds;
        for (int i = 0; i < unknown.size() && left > 0; i++) {
            long start = System.nanoTime();
            // Half of what is left, so that other shapes have a turn; all of it for the last.
            double its = Math.max(LEAST_SECONDS, i == unknown.size() - 1 ? left : left / 2);
            try {
                time(unknown.get(i), its, runner, gpus);
            } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
                // What is wrong with a trial is for its own row to say; its time is guessed.
            } finally {
                left -= secondsSince(start);
            }
        }
    }

    /** Whether this machine can train; where it cannot, a run says why. */
    private static boolean isUsable(StackRunner runner) {
        try {
            runner.requireUsable();
            return true;
        } catch (UnusableEngineException e) {
            return false;
        }
    }

    private void time(List<Trial> group, double seconds, StackRunner runner, List<String> gpus) {
        SortedMap<String, Object> shape = StackPlanner.shape(group.get(0));
        long start = System.nanoTime();
        Stack stack = StackPlanner.plan(
                        group,
                        unmeasured -> capped(
                                runner.bestSize(group.get(0), group.size(), gpus)
                                        .trials(),
                                group.get(0)))
                .get(0);
        // A run looks for the size too.
        double sizing = secondsSince(start);
        sizes.put(shape, stack.size());
        int atOnce = Math.min(cores, 1 + (group.size() - 1) / stack.size());
        new StackTimer(runner, gpus, atOnce)
                .time(stack, seconds - sizing)
                .ifPresent(time -> known.put(shape, ShapePace.of(stack, time, sizing)));
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    private static double assumedSeconds(List<Trial> group) {
        return group.size() * TrainingWork.of(group.get(0).settings(), StackWork.ASSUMED_SIZE) / StackWork.ASSUMED_SIZE;
    }

    /** The size of a stack of trials whose size is left to a measurement. */
    int size(List<Trial> group) {
        return capped(sizes.getOrDefault(StackPlanner.shape(group.get(0)), StackWork.ASSUMED_SIZE), group.get(0));
    }

    /** A size, or less where otherwise not every core would have a stack. */
    private int capped(int size, Trial example) {
        return Math.max(StackSize.smallest(example.settings()), Math.min(size, share));
    }

    /** The pace of the trials of a stack. */
    ShapePace pace(Stack stack) {
        SortedMap<String, Object> shape = StackPlanner.shape(stack.trials().get(0));
        ShapePace pace = known.get(shape);
        return pace == null ? guessed.computeIfAbsent(shape, this::guess) : pace;
    }

    private ShapePace guess(SortedMap<String, Object> shape) {
        return known.entrySet().stream()
                .max(Comparator.comparingLong(other -> alike(shape, other.getKey())))
                .map(other -> other.getValue().elsewhere())
                .orElse(ShapePace.ASSUMED);
    }

    /** How many settings two shapes have in common. */
    private static long alike(SortedMap<String, Object> one, SortedMap<String, Object> other) {
        return one.entrySet().stream()
                .filter(setting -> setting.getValue().equals(other.get(setting.getKey())))
                .count();
    }
}
