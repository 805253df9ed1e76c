package stiffsweep.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Optional;
import stiffsweep.choice.Choice;
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

    private enum Rule implements Choice {
        NONE,
        ASHA,
        MEDIAN
    }

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
                reader.word(METRIC, other.metric(), "a column of the curves"),
                reader.value(
                        WITHIN,
                        (read, key) -> Optional.of(read.getStringList(key)),
                        other.within(),
                        "a list of settings or blocks of them"));
    }

    private StopRule rule() {
        Rule rule = reader.choice(RULE, Rule.NONE, "one of none, asha, median");
        int minEpochs = count(MIN_EPOCHS, 1);
        int reduction = count(REDUCTION, 2);
        int minTrials = count(MIN_TRIALS, 2);
        return switch (rule) {
            case NONE -> new Never();
            case MEDIAN -> new MedianStopping(minEpochs, minTrials);
            case ASHA -> new SuccessiveHalving(minEpochs, reduction);
        };
    }

    private int count(String key, int least) {
        return reader.value(
                key,
                (block, name) -> Optional.ofNullable(
                                TypedValue.count(block.getValue(name).unwrapped()))
                        .filter(count -> count >= least)
                        .map(Long::intValue),
                least,
                "a whole number, " + least + " or more");
    }
}
