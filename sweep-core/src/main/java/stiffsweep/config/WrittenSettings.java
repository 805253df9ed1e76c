package stiffsweep.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The settings that a sweep file and its overrides write, by path.
 *
 * @param file the sweep file
 * @param layers the overrides over the file, unresolved
 * @param literals the values that are written out
 * @param followers the values, or whole objects, that follow another key through a substitution; unresolved
 */
record WrittenSettings(
        Path file, Config layers, SortedMap<String, WrittenValue> literals, SortedMap<String, ConfigValue> followers) {

    /** The keys of a sweep file that are not settings of a trial. */
    private static final List<String> NOT_SETTINGS = List.of("name", "sweep");

    WrittenSettings {
        literals = Collections.unmodifiableSortedMap(new TreeMap<>(literals));
        followers = Collections.unmodifiableSortedMap(new TreeMap<>(followers));
    }

    static WrittenSettings of(Path file, Config layers) {
        SortedMap<String, WrittenValue> literals = new TreeMap<>();
        SortedMap<String, ConfigValue> followers = new TreeMap<>();
        layers.root().forEach((key, value) -> {
            if (!NOT_SETTINGS.contains(key)) {
                collect(ConfigUtil.joinPath(key), value, literals, followers);
            }
        });
        return new WrittenSettings(file, layers, literals, followers);
    }

    /** The place where a setting is written; nothing where it is left to its default. */
    Optional<String> place(String path) {
        return Optional.ofNullable(literals.get(path))
                .map(WrittenValue::place)
                .or(() -> followerOf(path)
                        .map(follower -> followers.get(follower))
                        .map(value -> Place.of(value.origin())));
    }

    /** The path of the follower that gives a setting its value: the setting's own, or that of an object around it. */
    Optional<String> followerOf(String path) {
        return followers.keySet().stream()
                .filter(follower -> path.equals(follower) || path.startsWith(follower + "."))
                .findFirst();
    }

    private static void collect(
            String path, ConfigValue value, Map<String, WrittenValue> literals, Map<String, ConfigValue> followers) {
        Optional<Set<Map.Entry<String, ConfigValue>>> entries = entries(value);
        if (entries.isPresent()) {
            entries.get().forEach(entry -> {
                collect(path + "." + ConfigUtil.joinPath(entry.getKey()), entry.getValue(), literals, followers);
            });
        } else if (value.atKey("value").isResolved()) {
            literals.put(path, WrittenValue.of(path, value));
        } else {
            followers.put(path, value);
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
