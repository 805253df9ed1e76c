package stiffsweep.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.DoublePredicate;
import stiffsweep.choice.Choice;

/** Reads the keys of a block that has them all, resolved, and says how a sweep is run. */
final class BlockReader {

    private final String name;
    private final ConfigObject block;
    private final Faults faults;

    /** A reader of a block; a key that is not one of its own is a fault. */
    BlockReader(String name, ConfigObject block, List<String> keys, Faults faults) {
        this.name = name;
        this.block = block;
        this.faults = faults;
        UnknownKeys.refuse(block, name, keys, faults);
    }

    /**
     * The value of a key.
     *
     * @param type reads it, and gives nothing, or throws what the parser throws, where it breaks a law
     * @param standIn what then takes its place, beside a fault
     * @param law what it must be
     */
    <T> T value(String key, BiFunction<Config, String, Optional<T>> type, T standIn, String law) {
        Optional<T> value = parsed(key, type);
        ConfigValue written = block.get(key);
        // One that is gone held a substitution that leads nowhere, which is a fault already.
        if (value.isEmpty() && written != null) {
            faults.add(WrittenValue.of(name + "." + key, written), "must be " + law);
        }
        return value.orElse(standIn);
    }

    private <T> Optional<T> parsed(String key, BiFunction<Config, String, Optional<T>> type) {
        try {
            return type.apply(block.toConfig(), key);
        } catch (ConfigException e) {
            return Optional.empty();
        }
    }

    /** The value of a key that is one of a closed choice. */
    <C extends Enum<C> & Choice> C choice(String key, C standIn, String law) {
        return value(key, (read, path) -> Choice.find(standIn.getDeclaringClass(), read.getString(path)), standIn, law);
    }

    /** The value of a key that is any word. */
    String word(String key, String standIn, String law) {
        return value(key, (read, path) -> Optional.of(read.getString(path)), standIn, law);
    }

    /** The value of a key that is a whole number, not below a least one. */
    int count(String key, int least, int standIn, String law) {
        return count(key, least, Integer.MAX_VALUE, standIn, law);
    }

    /** The value of a key that is a whole number, not below a least one and not above a most. */
    int count(String key, int least, int most, int standIn, String law) {
        return value(
                key,
                (read, path) -> Optional.of(read.getDouble(path))
                        .filter(count -> count >= least && count <= most && count == count.intValue())
                        .map(Double::intValue),
                standIn,
                law);
    }

    /** The value of a key that is a share, as a number or in per cent, of which a law holds. */
    double share(String key, DoublePredicate holds, double standIn, String law) {
        return value(key, (read, path) -> share(read, path).filter(holds::test), standIn, law);
    }

    private static Optional<Double> share(Config block, String key) {
        String text = block.getString(key);
        if (!text.endsWith("%")) {
            return Optional.of(block.getDouble(key));
        }
        try {
            return Optional.of(Double.parseDouble(text.substring(0, text.length() - 1)) / 100);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
