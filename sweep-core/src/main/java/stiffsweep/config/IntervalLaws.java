package stiffsweep.config;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import stiffsweep.choice.Choice;
import stiffsweep.declare.MeasureSettings;
import stiffsweep.declare.NetworkSettings;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.SampleSet;
import stiffsweep.declare.Spacing;

/** What must hold between the settings of an interval, each of which is valid alone, and for settings that need an interval. */
final class IntervalLaws {

    private static final String BETWEEN = MeasureSettings.BETWEEN.path();

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
        checkBetween(declaration, values);
    }

    /** There are points between two of a line alone. */
    private void checkBetween(ProblemDeclaration declaration, Map<String, Object> values) {
        boolean isOnNoLine = declaration.sampleSets().stream()
                .anyMatch(set -> set.name().equals(declaration.measured()) && !(set instanceof SampleSet.Interval));
        if (isOnNoLine && values.get(BETWEEN) instanceof Long between && between > 0) {
            faults.add(
                    place.apply(List.of(BETWEEN)),
                    BETWEEN,
                    "must be 0 where problem.kind = " + declaration.name() + ", whose errors are not taken on a line",
                    String.valueOf(between));
        }
    }

    private void check(String path, Map<String, Object> values) {
        if (!(values.get(path + ".from") instanceof Double from) || !(values.get(path + ".to") instanceof Double to)) {
            return;
        }
        if (from >= to) {
            add(from, "must be below " + path + ".to = " + to, path, path + ".to");
        }
        checkLogarithm(from, path, path + ".spacing", Spacing.LOG, values);
        checkLogarithm(from, path, NetworkSettings.INPUT.path(), NetworkSettings.Input.LOG, values);
    }

    /** Checks that there is a logarithm where another key asks for one. */
    private void checkLogarithm(double from, String path, String other, Choice log, Map<String, Object> values) {
        if (from <= 0 && log.word().equals(values.get(other))) {
            add(from, "must be positive where " + other + " = " + log.word(), path, other);
        }
    }

    private void add(double from, String law, String path, String other) {
        String key = path + ".from";
        faults.add(place.apply(List.of(key, other)), key, law, String.valueOf(from));
    }
}
