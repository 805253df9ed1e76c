package stiffsweep.config;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.space.Point;
import stiffsweep.sweep.PointMaker;
import stiffsweep.sweep.Settings;

/** Makes the settings of any point over a sweep file's axes. */
final class PointSettings implements PointMaker {

    private final String writtenKind;
    private final SortedMap<String, ProblemBase> bases;
    private final Map<String, Conditions> conditions = new TreeMap<>();
    private final PointReader reader;
    private final Faults faults;

    /**
     * @param writtenKind the problem of a point that does not sweep it
     * @param bases every problem that occurs, by name
     * @param conditional the axes that have conditions, an axis after those that its condition is on
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
        this.faults = faults;
        bases.forEach((name, base) -> conditions.put(name, new Conditions(conditional, base, faults)));
    }

    @Override
    public Point applied(Point point) {
        return Objects.requireNonNull(conditions.get(kind(point))).applied(point);
    }

    /** The settings of a point; a setting that breaks a law is a fault and left out. */
    Settings read(Point applied) {
        return reader.settings(applied, Objects.requireNonNull(bases.get(kind(applied))));
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidSweepException if the point breaks a law that none of the points broke that were there to be checked before
     */
    @Override
    public Settings settings(Point applied) {
        Settings settings = read(applied);
        faults.throwIfAny();
        return settings;
    }

    private String kind(Point point) {
        return String.valueOf(point.values().getOrDefault(ProblemBase.KIND, writtenKind));
    }
}
