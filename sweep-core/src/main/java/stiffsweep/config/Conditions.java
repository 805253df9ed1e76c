package stiffsweep.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import stiffsweep.declare.Setting;
import stiffsweep.space.Point;

/** Where the axes with a {@code when} apply; elsewhere their keys stay as if they were not swept. */
final class Conditions {

    private final SweptDesign design;
    private final WrittenSettings written;
    private final KnownProblems problems;
    private final Faults faults;
    private final List<SweptAxis> conditional;

    /**
     * The conditions of a design's axes. What breaks a law is a fault, and an axis that waits for itself always applies.
     *
     * @param bases the problems in the sweep
     * @param known the settings of all of them
     */
    Conditions(
            SweptDesign design,
            WrittenSettings written,
            KnownProblems problems,
            Collection<ProblemBase> bases,
            Collection<String> known,
            Faults faults) {
        this.design = design;
        this.written = written;
        this.problems = problems;
        this.faults = faults;
        List<SweptAxis> found =
                design.axes().stream().filter(axis -> !axis.when().isEmpty()).toList();
        for (SweptAxis axis : found) {
            check(axis);
            axis.when().forEach(condition -> check(axis, condition, known));
        }
        conditional = ordered(found);
        bases.forEach(this::checkValues);
    }

    /** A point of a problem without the values of the axes that do not apply there. */
    Point applied(Point point, ProblemBase base) {
        SortedMap<String, Object> values = new TreeMap<>(point.values());
        for (SweptAxis axis : conditional) {
            if (!axis.when().stream().allMatch(condition -> condition.holds(base, values))) {
                values.remove(axis.path());
            }
        }
        return new Point(values);
    }

    private void check(SweptAxis axis) {
        if (axis.path().equals(ProblemBase.KIND)) {
            faults.add(
                    axis.place(), axis.key(), "must apply everywhere, for it decides which keys there are", "a when");
        }
        long sameKey = design.axes().stream()
                .filter(other -> other.path().equals(axis.path()))
                .count();
        if (sameKey > 1) {
            faults.add(
                    axis.place(),
                    axis.key(),
                    "an axis with a when must be the only one over its key",
                    sameKey + " axes");
        }
    }

    private void check(SweptAxis axis, Condition condition, Collection<String> known) {
        String path = condition.path();
        String key = axis.key() + ".when";
        if (!known.contains(path)) {
            String got = path + NearestName.suggestion(path, known);
            faults.add(axis.place(), key, "a condition must be on a known key", got);
        } else if (path.equals(ProblemBase.KIND)) {
            condition.values().forEach(value -> problems.check(value, faults));
        } else if (written.followerOf(path).isPresent()) {
            faults.add(axis.place(), key, "a condition must be on a key that follows no other", path);
        }
    }

    /** The axes, each after those that its condition is on. */
    private List<SweptAxis> ordered(List<SweptAxis> found) {
        List<SweptAxis> ordered = new ArrayList<>();
        List<SweptAxis> waiting = new ArrayList<>(found);
        while (!waiting.isEmpty()) {
            Set<String> open = waiting.stream().map(SweptAxis::path).collect(Collectors.toSet());
            List<SweptAxis> free = waiting.stream()
                    .filter(axis -> axis.when().stream().noneMatch(condition -> open.contains(condition.path())))
                    .toList();
            if (free.isEmpty()) {
                SweptAxis first = waiting.get(0);
                faults.add(
                        first.place(), first.key() + ".when", "conditions must not go in a circle", "one over " + open);
                return ordered;
            }
            ordered.addAll(free);
            waiting.removeAll(free);
        }
        return ordered;
    }

    /** Checks that the values of conditions are values of their keys, where a problem has them. */
    private void checkValues(ProblemBase base) {
        for (SweptAxis axis : conditional) {
            for (Condition condition : axis.when()) {
                Setting setting = base.settings().get(condition.path());
                if (setting != null) {
                    condition
                            .values()
                            .forEach(value ->
                                    TypedValue.put(new TreeMap<>(), setting, value.raw(), () -> value, faults));
                }
            }
        }
    }
}
