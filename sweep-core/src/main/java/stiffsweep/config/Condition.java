package stiffsweep.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.Setting;

/**
 * That another key has one of some values, without which an axis does not apply.
 *
 * @param path the other key
 * @param values the values, as they are written
 */
record Condition(String path, List<WrittenValue> values) {

    Condition {
        values = List.copyOf(values);
    }

    /** The condition behind the text of its axis. */
    String text() {
        return values.stream().map(WrittenValue::text).collect(Collectors.joining(", ", " when " + path + " = ", ""));
    }

    /**
     * Reads the {@code when} of an axis, an object of keys and their values; all must hold.
     *
     * @param key the key of the {@code when}
     * @param when nothing for an axis that always applies
     */
    static List<Condition> read(String key, @Nullable ConfigValue when, Faults faults) {
        if (when == null) {
            return List.of();
        }
        List<Condition> conditions = new ArrayList<>();
        if (when instanceof ConfigObject object) {
            Leaves.of(object).literals().forEach((path, value) -> conditions.add(of(key, path, value)));
        }
        if (conditions.isEmpty() || conditions.stream().anyMatch(condition -> condition.values.isEmpty())) {
            faults.add(
                    WrittenValue.of(key, when), "must be keys and their values, such as { training.optimizer = adam }");
        }
        return conditions;
    }

    /**
     * Whether the key has one of the values.
     *
     * @param base the problem of the point; where it lacks the key, the condition does not hold
     * @param swept the values that the point sweeps; another key has its value in every point
     */
    boolean holds(ProblemBase base, Map<String, Object> swept) {
        Setting setting = base.settings().get(path);
        Object raw = swept.get(path);
        if (setting == null) {
            return false;
        }
        Object value = raw == null ? base.values().get(path) : TypedValue.typed(setting, raw);
        return value != null && values.stream().anyMatch(one -> value.equals(TypedValue.typed(setting, one.raw())));
    }

    private static Condition of(String key, String path, WrittenValue value) {
        Stream<?> values = value.raw() instanceof List<?> list ? list.stream() : Stream.of(value.raw());
        return new Condition(
                path,
                values.map(raw -> new WrittenValue(value.place(), key + "." + path, raw, String.valueOf(raw)))
                        .toList());
    }
}
