package stiffsweep.config;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import stiffsweep.declare.Settings;
import stiffsweep.space.Point;
import stiffsweep.sweep.MadePoint;

/**
 * The points of a sweep as settings.
 *
 * @param settings the settings of each point of the design, in its order
 * @param checked those of further points that a search may come to
 * @param bases the problems that occur, by name
 * @param reader what makes the settings of any other point
 */
record SweepPoints(
        List<Settings> settings, List<Settings> checked, SortedMap<String, ProblemBase> bases, PointReader reader) {

    static SweepPoints read(WrittenSettings written, SweptDesign design, KnownProblems problems, Faults faults) {
        List<Point> points = design.design().points();
        List<Point> edges = design.edges();
        SortedMap<String, ProblemBase> bases = new TreeMap<>();
        WrittenValue writtenKind = writtenKind(written, problems, faults);
        Stream.concat(points.stream(), edges.stream())
                .map(point -> kind(point, writtenKind, design, problems, faults))
                .distinct()
                .forEach(kind -> bases.put(kind, problems.base(kind, written, faults)));
        PointReader reader =
                new PointReader(written, design, problems, String.valueOf(writtenKind.raw()), bases, faults);
        return new SweepPoints(settings(points, reader, faults), settings(edges, reader, faults), bases, reader);
    }

    /** The settings of points of which each fault is one of the file. */
    private static List<Settings> settings(List<Point> points, PointReader reader, Faults faults) {
        List<Settings> settings = new ArrayList<>();
        for (Point point : points) {
            MadePoint made = reader.made(point);
            faults.addAll(made.faults());
            settings.add(made.settings());
        }
        return settings;
    }

    /** The problem of a point that does not sweep it; one that is not known is a fault. */
    private static WrittenValue writtenKind(WrittenSettings written, KnownProblems problems, Faults faults) {
        WrittenValue base = written.literals().get(ProblemBase.KIND);
        if (base != null) {
            problems.check(base, faults);
            return base;
        }
        String kind = problems.defaultKind();
        return new WrittenValue(written.file().toString(), ProblemBase.KIND, kind, kind);
    }

    /** The problem of a point; one that is not known is a fault. */
    private static String kind(
            Point point, WrittenValue writtenKind, SweptDesign design, KnownProblems problems, Faults faults) {
        Object swept = point.values().get(ProblemBase.KIND);
        if (swept == null) {
            return String.valueOf(writtenKind.raw());
        }
        problems.check(design.written(ProblemBase.KIND, swept), faults);
        return String.valueOf(swept);
    }
}
