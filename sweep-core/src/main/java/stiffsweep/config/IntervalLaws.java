package stiffsweep.config;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import stiffsweep.sweep.ProblemDeclaration;
import stiffsweep.sweep.ProblemDeclaration.SampleSet;

/** What must hold between the settings of an interval of points, each of which is valid alone. */
final class IntervalLaws {

    private final Function<List<String>, String> place;
    private final Faults faults;

    /** @param place where the first of some settings is written that is not left to its default */
    IntervalLaws(Function<List<String>, String> place, Faults faults) {
        this.place = place;
        this.faults = faults;
    }

    /** Checks the intervals of a problem whose settings are all there. */
    void check(ProblemDeclaration declaration, Map<String, Object> values) {
        for (SampleSet samples : declaration.sampleSets()) {
            if (samples instanceof SampleSet.Interval) {
                check("points." + samples.name(), values);
            }
        }
    }

    private void check(String path, Map<String, Object> values) {
        if (!(values.get(path + ".from") instanceof Double from) || !(values.get(path + ".to") instanceof Double to)) {
            return;
        }
        if (from >= to) {
            add(path, List.of("from", "to"), "must be below " + path + ".to = " + to, from);
        }
        if (from <= 0 && "log".equals(values.get(path + ".spacing"))) {
            add(path, List.of("from", "spacing"), "must be positive where " + path + ".spacing = log", from);
        }
    }

    private void add(String path, List<String> settings, String law, double from) {
        List<String> paths =
                settings.stream().map(setting -> path + "." + setting).toList();
        faults.add(place.apply(paths), path + ".from", law, String.valueOf(from));
    }
}
