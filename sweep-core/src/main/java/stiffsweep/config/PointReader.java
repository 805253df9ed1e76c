package stiffsweep.config;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.declare.Setting;
import stiffsweep.declare.Settings;
import stiffsweep.space.Point;

/**
 * Makes the settings of a design's points: defaults, under what the file and the overrides write, under what the point
 * sweeps. What follows another key through a substitution follows it in each point.
 */
final class PointReader {

    private final WrittenSettings written;
    private final SweptDesign design;
    private final KnownProblems problems;
    private final Collection<String> known;
    private final SubstitutedValues followers;

    /**
     * @param known the settings of all problems in the sweep: one that a point's problem lacks is passed over, one that all
     *     lack is a fault
     */
    PointReader(WrittenSettings written, SweptDesign design, KnownProblems problems, Collection<String> known) {
        this.written = written;
        this.design = design;
        this.problems = problems;
        this.known = known;
        this.followers = new SubstitutedValues(written, design.paths());
    }

    /** The settings of one point, typed and checked; a setting that breaks a law is a fault and left out. */
    Settings settings(Point point, ProblemBase base, Faults faults) {
        SortedMap<String, Object> values = new TreeMap<>(base.values());
        followers.values(point, base, faults).forEach(value -> follow(value, base, values, faults));
        point.values().forEach((path, raw) -> sweep(path, raw, base, values, faults));
        new IntervalLaws(paths -> place(paths, point), faults).check(base.declaration(), values);
        new MethodLaws(paths -> place(paths, point), faults).check(base.declaration(), values);
        return new Settings(values);
    }

    private void follow(WrittenValue value, ProblemBase base, SortedMap<String, Object> values, Faults faults) {
        UnknownKeys.refuse(value, known, faults);
        Setting setting = base.settings().get(value.key());
        if (value.key().equals(ProblemBase.KIND)) {
            faults.add(value, "must be written out, for it decides which keys there are");
        } else if (setting != null) {
            TypedValue.put(values, setting, value.raw(), () -> value, faults);
        }
    }

    private void sweep(String path, Object raw, ProblemBase base, SortedMap<String, Object> values, Faults faults) {
        Setting setting = base.settings().get(path);
        if (setting == null && problems.mayHave(List.of(base.declaration().name()), path)) {
            return;
        }
        if (setting == null) {
            WrittenValue value = design.written(path, raw);
            String got = path + ", which " + base.declaration().name() + " lacks"
                    + NearestName.suggestion(path, base.settings().keySet());
            faults.add(value.place(), value.key(), "an axis must be over a key of every problem it meets", got);
        } else if (!path.equals(ProblemBase.KIND)) {
            TypedValue.put(values, setting, raw, () -> design.written(path, raw), faults);
        }
    }

    /** The place of the first of some settings that is not left to its default. */
    private String place(List<String> paths, Point point) {
        return paths.stream()
                .flatMap(path -> place(path, point).stream())
                .findFirst()
                .orElse(written.file().toString());
    }

    private Optional<String> place(String path, Point point) {
        return Optional.ofNullable(point.values().get(path))
                .map(swept -> design.written(path, swept).place())
                .or(() -> written.place(path));
    }
}
