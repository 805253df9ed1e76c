package stiffsweep.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Set;
import stiffsweep.declare.CommonSettings;
import stiffsweep.stop.MedianStopping;
import stiffsweep.stop.Never;
import stiffsweep.stop.StopPolicy;
import stiffsweep.stop.StopRule;
import stiffsweep.stop.SuccessiveHalving;

/** Reads the block {@code sweep.stop}: which trials a run ends early. */
final class StopReader {

    /** The key of the block in the block {@code sweep}. */
    static final String BLOCK = "stop";

    static final String RULE = "rule";
    static final String METRIC = "metric";
    static final String WITHIN = "within";
    static final String MIN_EPOCHS = "min-epochs";
    private static final String REDUCTION = "reduction";
    private static final String MIN_TRIALS = "min-trials";
    private static final String MEDIAN = "median";
    private static final Set<String> RULES = Set.of(CommonSettings.NONE, "asha", MEDIAN);

    private final BlockReader reader;

    private StopReader(BlockReader reader) {
        this.reader = reader;
    }

    /** The policy of a sweep block, resolved; what breaks a law is a fault, and the default takes its place. */
    static StopPolicy read(ConfigObject sweep, Faults faults) {
        ConfigValue written = sweep.get(BLOCK);
        if (!(written instanceof ConfigObject block)) {
            if (written != null) {
                faults.add(WrittenValue.of("sweep." + BLOCK, written), "must be an object");
            }
            return StopPolicy.DEFAULT;
        }
        List<String> keys = List.of(RULE, METRIC, WITHIN, MIN_EPOCHS, REDUCTION, MIN_TRIALS);
        BlockReader reader = new BlockReader("sweep." + BLOCK, block, keys, faults);
        StopPolicy other = StopPolicy.DEFAULT;
        return new StopPolicy(
                new StopReader(reader).rule(),
                reader.value(METRIC, Config::getString, other.metric(), "a column of the curves"),
                reader.value(WITHIN, Config::getStringList, other.within(), "a list of settings or blocks of them"));
    }

    private StopRule rule() {
        String rule = reader.value(RULE, StopReader::word, CommonSettings.NONE, "one of none, asha, median");
        int minEpochs = count(MIN_EPOCHS, 1);
        int reduction = count(REDUCTION, 2);
        int minTrials = count(MIN_TRIALS, 2);
        return switch (rule) {
            case CommonSettings.NONE -> new Never();
            case MEDIAN -> new MedianStopping(minEpochs, minTrials);
            default -> new SuccessiveHalving(minEpochs, reduction);
        };
    }

    private static String word(Config block, String key) {
        String word = block.getString(key);
        if (!RULES.contains(word)) {
            throw new IllegalArgumentException();
        }
        return word;
    }

    private int count(String key, int least) {
        return reader.value(
                key,
                (block, name) -> {
                    Long count = TypedValue.count(block.getValue(name).unwrapped());
                    if (count == null || count < least) {
                        throw new IllegalArgumentException();
                    }
                    return count.intValue();
                },
                least,
                "a whole number, " + least + " or more");
    }
}
