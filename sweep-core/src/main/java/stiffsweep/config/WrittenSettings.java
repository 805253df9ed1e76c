package stiffsweep.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
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

    WrittenSettings {
        literals = Collections.unmodifiableSortedMap(new TreeMap<>(literals));
        followers = Collections.unmodifiableSortedMap(new TreeMap<>(followers));
    }

    static WrittenSettings of(Path file, Config layers) {
        ConfigObject settings = layers.root();
        for (String key : SweepBlocks.KEYS) {
            settings = settings.withoutKey(key);
        }
        Leaves leaves = Leaves.of(settings);
        return new WrittenSettings(file, layers, leaves.literals(), leaves.unresolved());
    }

    /** The place where a setting is written; nothing where it is left to its default. */
    Optional<String> place(String path) {
        return Optional.ofNullable(literals.get(path))
                .map(WrittenValue::place)
                .or(() -> followerOf(path)
                        .map(follower -> followers.get(follower))
                        .map(value -> Origin.of(value.origin())));
    }

    /** The path of the follower that gives a setting its value: the setting's own, or that of an object around it. */
    Optional<String> followerOf(String path) {
        return followers.keySet().stream()
                .filter(follower -> path.equals(follower) || path.startsWith(follower + "."))
                .findFirst();
    }
}
