package stiffsweep.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a sweep file says beside the settings of its trials.
 *
 * @param name the sweep's name
 * @param replicates how often each point is repeated
 * @param seed the seed that the replicates' seeds are made from
 * @param sweep the sweep block, resolved
 */
record Heading(String name, int replicates, long seed, ConfigObject sweep) {

    private static final Pattern FOLDER_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /**
     * Reads the heading of a sweep file; what breaks a law is a fault, and a stand-in takes its place.
     *
     * @param layers overrides over file over {@code reference.conf}
     */
    static Heading read(Path file, Config layers, Faults faults) {
        ConfigObject sweep = sweep(layers, faults);
        List<String> keys = new ArrayList<>(DesignReader.KEYS);
        keys.addAll(List.of("replicates", "seed"));
        UnknownKeys.refuse(sweep, "sweep", keys, faults);
        return new Heading(name(file, layers, faults), replicates(sweep, faults), seed(sweep, faults), sweep);
    }

    private static String name(Path file, Config layers, Faults faults) {
        String law = "must name the sweep and its folder by letters, digits, '.', '_' and '-'";
        ConfigValue written = layers.root().get("name");
        if (written == null) {
            faults.add(file.toString(), "name", law, "no name");
            return "";
        }
        Config resolved = Substitution.resolve("name", written, layers, faults);
        ConfigValue name = resolved.root().get("name");
        if (name == null) {
            return "";
        }
        if (!(name.unwrapped() instanceof String word)
                || !FOLDER_NAME.matcher(word).matches()) {
            faults.add(WrittenValue.of("name", name), law);
            return "";
        }
        return word;
    }

    private static ConfigObject sweep(Config layers, Faults faults) {
        ConfigValue written = layers.root().get("sweep");
        if (written == null) {
            return ConfigFactory.empty().root();
        }
        ConfigValue sweep =
                Substitution.resolve("sweep", written, layers, faults).root().get("sweep");
        if (sweep instanceof ConfigObject object) {
            return object;
        }
        if (sweep != null) {
            faults.add(WrittenValue.of("sweep", sweep), "must be an object");
        }
        return ConfigFactory.empty().root();
    }

    private static int replicates(ConfigObject sweep, Faults faults) {
        ConfigValue written = sweep.get("replicates");
        if (written == null) {
            return 1;
        }
        Long replicates = TypedValue.count(written.unwrapped());
        if (replicates == null || replicates < 1) {
            faults.add(WrittenValue.of("sweep.replicates", written), "must be a whole number, 1 or more");
            return 1;
        }
        return replicates.intValue();
    }

    private static long seed(ConfigObject sweep, Faults faults) {
        ConfigValue written = sweep.get("seed");
        if (written == null) {
            return 0;
        }
        if (written.unwrapped() instanceof Number number && number.longValue() == number.doubleValue()) {
            return number.longValue();
        }
        faults.add(WrittenValue.of("sweep.seed", written), "must be a whole number");
        return 0;
    }
}
