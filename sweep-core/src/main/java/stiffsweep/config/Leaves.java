package stiffsweep.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stands at the ends of the paths of a configuration.
 *
 * @param literals the values that are written out
 * @param unresolved the values, or whole objects, that hold a substitution
 */
record Leaves(SortedMap<String, WrittenValue> literals, SortedMap<String, ConfigValue> unresolved) {

    /** The leaves of one object, their paths starting with the object's keys. */
    static Leaves of(ConfigObject object) {
        Leaves leaves = new Leaves(new TreeMap<>(), new TreeMap<>());
        object.forEach((key, value) -> leaves.collect(ConfigUtil.joinPath(key), value));
        return leaves;
    }

    /** The leaves at and below one path of an object; none where the path leads nowhere. */
    static Leaves under(String path, ConfigObject object) {
        Leaves leaves = new Leaves(new TreeMap<>(), new TreeMap<>());
        Optional<ConfigValue> value = Optional.of(object);
        for (String key : ConfigUtil.splitPath(path)) {
            value = value.map(outer -> outer instanceof ConfigObject inner ? inner.get(key) : null);
        }
        value.ifPresent(found -> leaves.collect(path, found));
        return leaves;
    }

    private void collect(String path, ConfigValue value) {
        Optional<Set<Map.Entry<String, ConfigValue>>> entries = entries(value);
        if (entries.isPresent()) {
            entries.get().forEach(entry -> collect(path + "." + ConfigUtil.joinPath(entry.getKey()), entry.getValue()));
        } else if (value.atKey("value").isResolved()) {
            literals.put(path, WrittenValue.of(path, value));
        } else {
            unresolved.put(path, value);
        }
    }

    /** What an object holds; nothing for another value, and for an object that a substitution still adds keys to. */
    private static Optional<Set<Map.Entry<String, ConfigValue>>> entries(ConfigValue value) {
        try {
            return value instanceof ConfigObject object ? Optional.of(object.entrySet()) : Optional.empty();
        } catch (ConfigException.NotResolved e) {
            return Optional.empty();
        }
    }
}
