package stiffsweep.config;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import org.jspecify.annotations.Nullable;

/**
 * A value with what a fault has to say about it.
 *
 * @param place where it is written
 * @param key the key it is written for
 * @param raw the value as it was parsed: a {@link Number}, {@link String}, {@link Boolean}, list, map or null
 * @param text the value as it is written
 */
record WrittenValue(String place, String key, @Nullable Object raw, String text) {

    static WrittenValue of(String key, ConfigValue value) {
        return new WrittenValue(Origin.of(value.origin()), key, value.unwrapped(), text(value));
    }

    /** This value as one that is written elsewhere, by a substitution that leads to it. */
    WrittenValue at(String otherPlace) {
        return new WrittenValue(otherPlace, key, raw, text);
    }

    private static String text(ConfigValue value) {
        if (value.valueType() == ConfigValueType.NUMBER) {
            // Read as a string, a number keeps the form in which it was written: 1e-3, not 0.001.
            return value.atKey("number").getString("number");
        }
        return value.render(ConfigRenderOptions.concise());
    }
}
