package stiffsweep.config;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import stiffsweep.declare.Setting;
import stiffsweep.declare.Settings;
import stiffsweep.space.Point;
import stiffsweep.sweep.MadePoint;

/**
 * Makes the settings of a design's points: defaults, under what the file and the overrides write, under what the point
 * sweeps. What follows another key through a substitution follows it in each point.
 */
final class PointReader {

    private final WrittenSettings written;
    private final SweptDesign design;
    private final KnownProblems problems;
    private final String writtenKind;
    private final SortedMap<String, ProblemBase> bases;
    private final Set<String> known = new TreeSet<>();
    private final Conditions conditions;
    private final SubstitutedValues followers;

    /**
     * A reader of points. A setting that a point's problem lacks is passed over where another of the sweep's has it.
     *
     * @param writtenKind the problem of a point that does not sweep it
     * @param bases every problem that occurs, by name
     * @param faults takes those that no point need be made for; each point has its own
     */
    PointReader(
            WrittenSettings written,
            SweptDesign design,
            KnownProblems problems,
            String writtenKind,
            SortedMap<String, ProblemBase> bases,
            Faults faults) {
        this.written = written;
        this.design = design;
        this.problems = problems;
        this.writtenKind = writtenKind;
        this.bases = bases;
        bases.values().forEach(base -> known.addAll(base.settings().keySet()));
        written.literals().values().stream()
                .filter(value -> !problems.mayHave(bases.keySet(), value.key()))
                .forEach(value -> UnknownKeys.refuse(value, known, faults));
        IdleOverrides.refuse(written, design, faults);
        conditions = new Conditions(design, written, problems, bases.values(), known, faults);
        followers = new SubstitutedValues(written, design.paths());
    }

    /** A point with its settings, typed and checked; one that breaks a law is left out. */
    MadePoint made(Point point) {
        String kind = String.valueOf(point.values().getOrDefault(ProblemBase.KIND, writtenKind));
        ProblemBase base = Objects.requireNonNull(bases.get(kind));
        Point applied = conditions.applied(point, base);
        Faults faults = new Faults();
        return new MadePoint(applied, settings(applied, base, faults), faults.sentences());
    }

    private Settings settings(Point point, ProblemBase base, Faults faults) {
        SortedMap<String, Object> values = new TreeMap<>(base.values());
        followers.values(point, base, faults).forEach(value -> follow(value, base, values, faults));
        point.values().forEach((path, raw) -> sweep(path, raw, base, values, faults));
        new IntervalLaws(paths -> place(paths, point), faults).check(base.declaration(), values);
        new MethodLaws(paths -> place(paths, point), faults).check(base.declaration(), values);
        new SampleSetLaws(paths -> place(paths, point), faults).check(base.declaration(), values);
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
