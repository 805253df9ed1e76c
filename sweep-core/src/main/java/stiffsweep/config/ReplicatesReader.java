package stiffsweep.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.List;
import stiffsweep.sweep.Replicates;
import stiffsweep.sweep.Replicates.UntilInterval;

/** Reads how often each point is repeated: {@code sweep.replicates}, a number or an object. */
final class ReplicatesReader {

    private static final String KEY = "sweep.replicates";
    private static final String SHARE = "until-interval";
    private static final String METRIC = "metric";
    private static final String MIN = "min";
    private static final String MAX = "max";
    private static final UntilInterval DEFAULT = new UntilInterval(0.1, MetricLaws.DEFAULT, 5, 32);

    private ReplicatesReader() {}

    /** What is written, resolved; what breaks a law is a fault, and a stand-in takes its place. */
    static Replicates read(ConfigObject sweep, Faults faults) {
        ConfigValue written = sweep.get("replicates");
        if (written == null) {
            return new Replicates.Fixed(1);
        }
        if (written instanceof ConfigObject block) {
            return untilInterval(block, faults);
        }
        Long count = TypedValue.count(written.unwrapped());
        if (count == null || count < 1) {
            faults.add(WrittenValue.of(KEY, written), "must be a whole number, 1 or more, or { until-interval = 10% }");
            return new Replicates.Fixed(1);
        }
        return new Replicates.Fixed(count.intValue());
    }

    private static Replicates untilInterval(ConfigObject block, Faults faults) {
        BlockReader reader = new BlockReader(KEY, block, List.of(SHARE, METRIC, MIN, MAX), faults);
        if (!block.containsKey(SHARE)) {
            faults.add(Origin.of(block.origin()), KEY + "." + SHARE, "must be there", "none");
        }
        int min = reader.count(
                MIN, UntilInterval.FEWEST, DEFAULT.min(), "a whole number, " + UntilInterval.FEWEST + " or more");
        return new UntilInterval(
                reader.share(
                        SHARE,
                        share -> share > 0 && share < Double.POSITIVE_INFINITY,
                        DEFAULT.share(),
                        "a positive share, such as 10%"),
                reader.word(METRIC, DEFAULT.column(), "a column of the results"),
                min,
                reader.count(
                        MAX,
                        min,
                        Math.max(min, DEFAULT.max()),
                        "a whole number, no less than " + MIN + ", which is " + min));
    }
}
