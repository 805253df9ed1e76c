package stiffsweep.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import stiffsweep.space.Point;
import stiffsweep.sweep.Settings;

/**
 * The points of a sweep as settings.
 *
 * @param settings the settings of each point, in the design's order
 * @param bases the problems that occur, by name
 */
record SweepPoints(List<Settings> settings, SortedMap<String, ProblemBase> bases) {

    static SweepPoints read(WrittenSettings written, SweptDesign design, KnownProblems problems, Faults faults) {
        List<Point> points = design.design().points();
        SortedMap<String, ProblemBase> bases = new TreeMap<>();
        List<String> kinds = kinds(points, written, design, problems, faults);
        kinds.forEach(kind -> bases.computeIfAbsent(kind, name -> problems.base(name, written, faults)));
        Set<String> known = new TreeSet<>();
        bases.values().forEach(base -> known.addAll(base.settings().keySet()));
        written.literals().values().forEach(value -> UnknownKeys.refuse(value, known, faults));

        List<SweptAxis> conditional = new ConditionLaws(design, written, problems, faults).ordered(known);
        SortedMap<String, Conditions> conditions = new TreeMap<>();
        bases.forEach((name, base) -> conditions.put(name, new Conditions(conditional, base, faults)));
        PointReader reader = new PointReader(written, design, known, faults);
        List<Settings> settings = new ArrayList<>(points.size());
        for (int i = 0; i < points.size(); i++) {
            ProblemBase base = bases.get(kinds.get(i));
            Conditions applying = conditions.get(kinds.get(i));
            if (base != null && applying != null) {
                settings.add(reader.settings(applying.applied(points.get(i)), base));
            }
        }
        return new SweepPoints(settings, bases);
    }

    /** The problem of each point; one that is not known is a fault. */
    private static List<String> kinds(
            List<Point> points, WrittenSettings written, SweptDesign design, KnownProblems problems, Faults faults) {
        WrittenValue base = written.literals().get(ProblemBase.KIND);
        if (base != null) {
            problems.check(base, faults);
        } else {
            String kind = problems.defaultKind();
            base = new WrittenValue(written.file().toString(), ProblemBase.KIND, kind, kind);
        }
        List<String> kinds = new ArrayList<>(points.size());
        for (Point point : points) {
            Object swept = point.values().get(ProblemBase.KIND);
            WrittenValue kind = swept == null ? base : design.written(ProblemBase.KIND, swept);
            problems.check(kind, faults);
            kinds.add(String.valueOf(kind.raw()));
        }
        return kinds;
    }
}
