package stiffsweep.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold for the conditions of a design's axes. */
final class ConditionLaws {

    private final SweptDesign design;
    private final WrittenSettings written;
    private final KnownProblems problems;
    private final Faults faults;

    ConditionLaws(SweptDesign design, WrittenSettings written, KnownProblems problems, Faults faults) {
        this.design = design;
        this.written = written;
        this.problems = problems;
        this.faults = faults;
    }

    /**
     * The axes that have conditions, an axis after those that its condition is on; what breaks a law is a fault, and an
     * axis that waits for itself is left out.
     *
     * @param known the settings of all problems in the sweep
     */
    List<SweptAxis> ordered(Collection<String> known) {
        List<SweptAxis> conditional =
                design.axes().stream().filter(axis -> !axis.when().isEmpty()).toList();
        for (SweptAxis axis : conditional) {
            check(axis);
            axis.when().forEach(condition -> check(axis, condition, known));
        }
        return ordered(conditional);
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

    private List<SweptAxis> ordered(List<SweptAxis> conditional) {
        List<SweptAxis> ordered = new ArrayList<>();
        List<SweptAxis> waiting = new ArrayList<>(conditional);
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
}
