package stiffsweep.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stiffsweep.space.Axis;
import stiffsweep.space.IntervalAxis;
import stiffsweep.space.ListedAxis;

/** The ways to write an axis by its two ends. */
enum SpacedForm {
    LINSPACE("linspace", "count"),
    LOGSPACE("logspace", "count"),
    RANGE("range", "step"),
    UNIFORM("uniform", null),
    LOG_UNIFORM("log-uniform", null),
    INT_UNIFORM("int-uniform", null);

    private static final String WHOLE = "must be a whole number of at most 2^31 - 1";

    private final String word;
    private final @Nullable String amount;

    SpacedForm(String word, @Nullable String amount) {
        this.word = word;
        this.amount = amount;
    }

    /** The form of which an object has the key, if any. */
    static Optional<SpacedForm> of(ConfigObject object) {
        return Arrays.stream(values())
                .filter(form -> object.containsKey(form.word))
                .findFirst();
    }

    /** What an object of this form's keys says about the two ends. */
    ConfigValue ends(ConfigObject object) {
        return value(word, object);
    }

    /** The keys that an axis of this form has. */
    List<String> keys() {
        return amount == null ? List.of(word) : List.of(word, amount);
    }

    /**
     * The axis that an object of this form's keys stands for; nothing where a number is wrong, which is a fault.
     *
     * @param key the key of the object
     * @throws IllegalArgumentException where the numbers break a law of the axis
     */
    Optional<Axis> axis(String path, String key, ConfigObject object, Faults faults) {
        WrittenValue ends = WrittenValue.of(key + "." + word, ends(object));
        if (!(ends.raw() instanceof List<?> two)
                || two.size() != 2
                || !(two.get(0) instanceof Number from)
                || !(two.get(1) instanceof Number to)) {
            faults.add(ends, "the ends of an axis must be two numbers [from, to]");
            return Optional.empty();
        }
        if (this == INT_UNIFORM && (TypedValue.count(from) == null || TypedValue.count(to) == null)) {
            faults.add(ends, "both ends " + WHOLE);
            return Optional.empty();
        }
        return amount(key, object, faults).map(amount -> axis(path, from.doubleValue(), to.doubleValue(), amount));
    }

    /** The number that stands beside the ends, 0 where there is none; nothing where it is wrong, which is a fault. */
    private Optional<Double> amount(String key, ConfigObject object, Faults faults) {
        if (amount == null) {
            return Optional.of(0.0);
        }
        WrittenValue written = WrittenValue.of(key + "." + amount, value(amount, object));
        if (amount.equals("count") && TypedValue.count(written.raw()) == null) {
            faults.add(written, WHOLE);
            return Optional.empty();
        }
        if (!(written.raw() instanceof Number number)) {
            faults.add(written, "must be a number");
            return Optional.empty();
        }
        return Optional.of(number.doubleValue());
    }

    private Axis axis(String path, double from, double to, double amount) {
        return switch (this) {
            case LINSPACE -> new ListedAxis.Linspace(path, from, to, (int) amount);
            case LOGSPACE -> new ListedAxis.Logspace(path, from, to, (int) amount);
            case RANGE -> new ListedAxis.Range(path, from, to, amount);
            case UNIFORM -> new IntervalAxis.Uniform(path, from, to);
            case LOG_UNIFORM -> new IntervalAxis.LogUniform(path, from, to);
            case INT_UNIFORM -> new IntervalAxis.IntUniform(path, (int) from, (int) to);
        };
    }

    private static ConfigValue value(String name, ConfigObject object) {
        return Objects.requireNonNull(object.get(name), name);
    }
}
