package stiffsweep.problem;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.SampleSet.Interval;

/** Lines of points that have nothing to do with each other, though all are along the only input. */
final class UnrelatedLines {

    private UnrelatedLines() {}

    /** What is hardly meant with the lines of a declaration, in a sentence; empty where they are related. */
    static Optional<String> of(ProblemDeclaration declaration) {
        List<Interval> lines = declaration.sampleSets().stream()
                .filter(Interval.class::isInstance)
                .map(Interval.class::cast)
                .sorted(Comparator.comparingDouble(Interval::from))
                .toList();
        List<String> units = lines.stream().map(Interval::unit).distinct().toList();
        return units.size() > 1
                ? Optional.of(
                        "all intervals are along the one input "
                                + declaration.input().name()
                                + ", but their units are " + units
                                + ": of several inputs declare each, as in input(\"t\", 0, 1, 1, \"s\"), with box(..) for their points")
                : gap(lines, declaration);
    }

    /** The first gap between lines that ascend. */
    private static Optional<String> gap(List<Interval> lines, ProblemDeclaration declaration) {
        double end = Double.POSITIVE_INFINITY;
        for (Interval line : lines) {
            if (line.from() > end) {
                return Optional.of("no interval has points between " + end + " and " + line.from() + ", where "
                        + line.name() + " begins, though the fields depend on the one input "
                        + declaration.input().name()
                        + ": nothing ties the fields on one side to those on the other; let intervals touch, or declare"
                        + " several inputs");
            }
            end = end == Double.POSITIVE_INFINITY ? line.to() : Math.max(end, line.to());
        }
        return Optional.empty();
    }
}
