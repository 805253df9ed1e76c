package stiffsweep.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.function.BiFunction;

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
     * @param type reads it, and throws what the parser throws, or an {@link IllegalArgumentException}, where it breaks a law
     * @param standIn what then takes its place, beside a fault
     * @param law what it must be
     */
    <T> T value(String key, BiFunction<Config, String, T> type, T standIn, String law) {
        try {
            return type.apply(block.toConfig(), key);
        } catch (ConfigException | IllegalArgumentException e) {
            ConfigValue written = block.get(key);
            // One that is gone held a substitution that leads nowhere, which is a fault already.
            if (written != null) {
                faults.add(WrittenValue.of(name + "." + key, written), "must be " + law);
            }
            return standIn;
        }
    }

    /** A share, as a number or in per cent. */
    static double share(Config block, String key) {
        String text = block.getString(key);
        return text.endsWith("%")
                ? Double.parseDouble(text.substring(0, text.length() - 1)) / 100
                : block.getDouble(key);
    }

    /** A whole number that is not below a least one. */
    static int count(Config block, String key, int least) {
        double count = block.getDouble(key);
        require(count >= least && count == (int) count);
        return (int) count;
    }

    /** Makes a value that breaks its law a fault. */
    static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException();
        }
    }
}
