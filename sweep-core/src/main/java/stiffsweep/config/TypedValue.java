package stiffsweep.config;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.Law;
import stiffsweep.declare.Setting;
import stiffsweep.declare.ValueType;

/** Turns a parsed value into a setting's declared type; nothing is converted that was not written in that type. */
final class TypedValue {

    private TypedValue() {}

    /**
     * Puts a value among typed settings, as the {@link Double}, {@link Long}, {@link Boolean} or {@link String} that its
     * setting declares. A value of the wrong type, or one that breaks the setting's law, is a fault, and the setting is
     * then left without a value.
     *
     * @param evidence the value with its place, asked for only when there is a fault
     */
    static void put(
            Map<String, Object> values,
            Setting setting,
            @Nullable Object raw,
            Supplier<WrittenValue> evidence,
            Faults faults) {
        Object value = typed(setting, raw);
        // A rule word stands for a number that is not known yet.
        boolean isRule = setting.type() == ValueType.NUMBER_OR_RULE && value instanceof String;
        if (value != null && (isRule || setting.law().holds(value))) {
            values.put(setting.path(), value);
            return;
        }
        values.remove(setting.path());
        String law = value == null ? typeSentence(setting) : setting.law().sentence();
        faults.add(evidence.get(), "must be " + law);
    }

    /** The value as a whole number that fits an int, or null when it is not one. */
    static @Nullable Long count(@Nullable Object raw) {
        if (raw instanceof Number number && number.intValue() == number.doubleValue()) {
            return number.longValue();
        }
        return null;
    }

    /** The value in the type that a setting declares, or null when it is not one. */
    static @Nullable Object typed(Setting setting, @Nullable Object raw) {
        return switch (setting.type()) {
            case NUMBER -> number(raw);
            case COUNT -> count(raw);
            case SWITCH -> raw instanceof Boolean ? raw : null;
            case WORD -> raw instanceof String ? raw : null;
            case NUMBER_OR_RULE -> raw instanceof String word && setting.rules().contains(word) ? word : number(raw);
        };
    }

    private static @Nullable Double number(@Nullable Object raw) {
        return raw instanceof Number number ? (Double) number.doubleValue() : null;
    }

    private static String typeSentence(Setting setting) {
        return switch (setting.type()) {
            case NUMBER -> "a number";
            case COUNT -> "a whole number of at most 2^31 - 1";
            case SWITCH -> "true or false";
            case WORD ->
                setting.law() instanceof Law.Anything ? "a word" : setting.law().sentence();
            case NUMBER_OR_RULE -> "a number, or one of " + String.join(", ", setting.rules());
        };
    }
}
