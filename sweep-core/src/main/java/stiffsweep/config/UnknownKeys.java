package stiffsweep.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Refuses keys that nobody reads, and suggests the key that was most likely meant. */
final class UnknownKeys {

    private UnknownKeys() {}

    /** Refuses every key of the object at {@code path} that is not one of the known ones. */
    static void refuse(ConfigObject object, String path, Collection<String> known, Faults faults) {
        List<String> knownPaths = known.stream().map(key -> path + "." + key).toList();
        object.entrySet().stream()
                .map(entry -> WrittenValue.of(path + "." + ConfigUtil.joinPath(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparing(WrittenValue::key))
                .forEach(value -> refuse(value, knownPaths, faults));
    }

    /** Refuses a value whose key is not one of the known paths. */
    static void refuse(WrittenValue value, Collection<String> knownPaths, Faults faults) {
        if (!knownPaths.contains(value.key())) {
            String suggestion = NearestName.suggestion(value.key(), knownPaths);
            faults.add(value.place(), value.key(), "must be a known key", "an unknown one" + suggestion);
        }
    }
}
