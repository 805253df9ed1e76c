package stiffsweep.config;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.declare.Settings;
import stiffsweep.space.Point;
import stiffsweep.sweep.MadePoint;
import stiffsweep.sweep.PointMaker;

/** Makes the settings of any point over a sweep file's axes. */
final class PointSettings implements PointMaker {

    private final String writtenKind;
    private final SortedMap<String, ProblemBase> bases;
    private final Map<String, Conditions> conditions = new TreeMap<>();
    private final PointReader reader;

    /**
     * @param writtenKind the problem of a point that does not sweep it
     * @param bases every problem that occurs, by name
     * @param conditional the axes that have conditions, an axis after those that its condition is on
     * @param faults takes those of the conditions; each point has its own
     */
    PointSettings(
            String writtenKind,
            SortedMap<String, ProblemBase> bases,
            List<SweptAxis> conditional,
            PointReader reader,
            Faults faults) {
        this.writtenKind = writtenKind;
        this.bases = bases;
        this.reader = reader;
        bases.forEach((name, base) -> conditions.put(name, new Conditions(conditional, base, faults)));
    }

    @Override
    public MadePoint make(Point point) {
        String kind = String.valueOf(point.values().getOrDefault(ProblemBase.KIND, writtenKind));
        Point applied = Objects.requireNonNull(conditions.get(kind)).applied(point);
        Faults faults = new Faults();
        Settings settings = reader.settings(applied, Objects.requireNonNull(bases.get(kind)), faults);
        return new MadePoint(applied, settings, faults.sentences());
    }
}
