package stiffsweep.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stiffsweep.stop.StopPolicy;
import stiffsweep.sweep.FailurePolicy;
import stiffsweep.sweep.Replicates;
import stiffsweep.sweep.ReportPolicy;
import stiffsweep.sweep.StorePolicy;

/**
 * What a sweep file says beside the settings of its trials.
 *
 * @param name the sweep's name
 * @param firstReplicate the index of the first replicate
 * @param replicates how often each point is repeated
 * @param seed the seed that drawn points and the replicates' seeds are made from
 * @param blocks the blocks {@code sweep}, {@code failure}, {@code store} and {@code report}, resolved
 * @param failure what the block {@code failure} says
 * @param store what the block {@code store} says
 * @param report what the block {@code report} says
 * @param stop what the block {@code sweep.stop} says
 */
record SweepBlocks(
        String name,
        int firstReplicate,
        Replicates replicates,
        long seed,
        Config blocks,
        FailurePolicy failure,
        StorePolicy store,
        ReportPolicy report,
        StopPolicy stop) {

    private static final List<String> BLOCKS = List.of("sweep", "failure", "store", ReportReader.BLOCK);

    /** The keys of a sweep file that are not settings of a trial. */
    static final List<String> KEYS =
            Stream.concat(Stream.of("name"), BLOCKS.stream()).toList();

    /** The key of the first replicate. */
    static final String FIRST_REPLICATE = "first-replicate";

    private static final Pattern FOLDER_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /**
     * Reads the heading of a sweep file; what breaks a law is a fault, and a stand-in takes its place.
     *
     * @param layers overrides over file over {@code reference.conf}
     */
    static SweepBlocks read(Path file, Config layers, Faults faults) {
        Config resolved = withoutUnresolved(Substitution.resolve(layers, faults), faults);
        Config blocks = ConfigFactory.empty();
        for (String key : BLOCKS) {
            blocks = blocks.withValue(key, block(key, resolved, faults));
        }
        ConfigObject sweep = blocks.getObject("sweep");
        List<String> keys = new ArrayList<>(DesignReader.KEYS);
        keys.addAll(SpreadReader.KEYS);
        keys.addAll(List.of(DesignReader.SPREAD_AXES, FIRST_REPLICATE, StopReader.BLOCK, "replicates", "seed"));
        UnknownKeys.refuse(sweep, "sweep", keys, faults);
        return new SweepBlocks(
                name(file, resolved.root().get("name"), faults),
                firstReplicate(sweep, faults),
                ReplicatesReader.read(sweep, faults),
                seed(sweep, faults),
                blocks,
                FailureReader.read(blocks.getObject("failure"), faults),
                StoreReader.read(blocks.getObject("store"), faults),
                ReportReader.read(blocks.getObject(ReportReader.BLOCK), faults),
                StopReader.read(sweep, faults));
    }

    /** The block {@code sweep}. */
    ConfigObject sweep() {
        return blocks.getObject("sweep");
    }

    /** The heading without those of its values whose substitutions lead nowhere, each of which is a fault. */
    private static Config withoutUnresolved(Config layers, Faults faults) {
        Config resolved = layers;
        for (String key : KEYS) {
            for (Map.Entry<String, ConfigValue> leaf :
                    Leaves.under(key, layers.root()).unresolved().entrySet()) {
                Substitution.refuse(leaf.getKey(), leaf.getValue(), faults);
                resolved = without(ConfigUtil.splitPath(leaf.getKey()), resolved);
            }
        }
        return resolved;
    }

    /** A configuration without a path, and without the objects that are empty then: nobody wrote them so. */
    private static Config without(List<String> path, Config config) {
        Config shorter = config.withoutPath(ConfigUtil.joinPath(path));
        List<String> outer = path.subList(0, path.size() - 1);
        return outer.isEmpty() || !shorter.getObject(ConfigUtil.joinPath(outer)).isEmpty()
                ? shorter
                : without(outer, shorter);
    }

    private static String name(Path file, @Nullable ConfigValue name, Faults faults) {
        String law = "must name the sweep and its folder by letters, digits, '.', '_' and '-'";
        if (name == null) {
            faults.add(file.toString(), "name", law, "no name");
            return "";
        }
        // A name such as 2024 is a number to HOCON.
        String word = switch (name.valueType()) {
            case STRING, NUMBER, BOOLEAN -> name.atKey("name").getString("name");
            case NULL, LIST, OBJECT -> "";
        };
        if (!FOLDER_NAME.matcher(word).matches()) {
            faults.add(WrittenValue.of("name", name), law);
            return "";
        }
        return word;
    }

    static ConfigObject block(String key, Config resolved, Faults faults) {
        ConfigValue block = resolved.root().get(key);
        if (block instanceof ConfigObject object) {
            return object;
        }
        if (block != null) {
            faults.add(WrittenValue.of(key, block), "must be an object");
        }
        return CommonDefaults.configuration().getObject(key);
    }

    private static int firstReplicate(ConfigObject sweep, Faults faults) {
        ConfigValue written = sweep.get(FIRST_REPLICATE);
        Long first = written == null ? Long.valueOf(0) : TypedValue.count(written.unwrapped());
        if (written != null && (first == null || first < 0)) {
            faults.add(WrittenValue.of("sweep." + FIRST_REPLICATE, written), "must be a whole number, 0 or more");
        }
        return first == null || first < 0 ? 0 : first.intValue();
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
