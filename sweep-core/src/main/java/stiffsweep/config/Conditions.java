package stiffsweep.config;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.Setting;
import stiffsweep.space.Point;

/** Where in one problem's points the axes with a {@code when} apply; elsewhere their keys stay as if they were not swept. */
final class Conditions {

    private final ProblemBase base;
    /** For each conditional axis the values that other keys must have, an axis after those that its condition is on. */
    private final Map<String, Map<String, Set<Object>>> required = new LinkedHashMap<>();

    /**
     * The conditions of some axes on the settings of a problem; a value that breaks the law of its key is a fault.
     *
     * @param conditional the axes that have conditions, an axis after those that its condition is on
     */
    Conditions(List<SweptAxis> conditional, ProblemBase base, Faults faults) {
        this.base = base;
        for (SweptAxis axis : conditional) {
            Map<String, Set<Object>> values = new TreeMap<>();
            axis.when().forEach(condition -> values.put(condition.path(), typed(condition, faults)));
            required.put(axis.path(), values);
        }
    }

    /** A point without the values of the axes that do not apply there. */
    Point applied(Point point) {
        SortedMap<String, Object> values = new TreeMap<>(point.values());
        required.forEach((path, conditions) -> {
            if (!conditions.entrySet().stream()
                    .allMatch(condition -> condition.getValue().contains(value(condition.getKey(), values)))) {
                values.remove(path);
            }
        });
        return new Point(values);
    }

    /** The value of a key: the swept one, or else that of every point; null where the problem lacks the key. */
    private @Nullable Object value(String path, Map<String, Object> swept) {
        Setting setting = base.settings().get(path);
        Object raw = swept.get(path);
        return setting == null || raw == null ? base.values().get(path) : TypedValue.typed(setting, raw);
    }

    /** The values of a condition; none where the problem lacks the key: the axis does not apply then. */
    private Set<Object> typed(Condition condition, Faults faults) {
        Set<Object> values = new HashSet<>();
        Setting setting = base.settings().get(condition.path());
        if (setting != null) {
            for (WrittenValue value : condition.values()) {
                SortedMap<String, Object> one = new TreeMap<>();
                TypedValue.put(one, setting, value.raw(), () -> value, faults);
                values.addAll(one.values());
            }
        }
        return values;
    }
}
