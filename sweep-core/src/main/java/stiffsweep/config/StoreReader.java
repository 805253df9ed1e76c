package stiffsweep.config;

import com.typesafe.config.ConfigObject;
import java.util.List;
import stiffsweep.sweep.StorePolicy;

/** Reads the block {@code store}: what a run keeps beside the rows, and how. */
final class StoreReader {

    private static final String CHECKPOINTS = "checkpoints";

    private static final String PUBLISH = "publish";

    private StoreReader() {}

    /** The policy of a block that has every key, resolved; what breaks a law is a fault, and the default takes its place. */
    static StorePolicy read(ConfigObject block, Faults faults) {
        BlockReader reader = new BlockReader("store", block, List.of(CHECKPOINTS, PUBLISH), faults);
        StorePolicy other = StorePolicy.DEFAULT;
        return new StorePolicy(
                reader.choice(CHECKPOINTS, other.checkpoints(), "none, best or all"),
                reader.choice(PUBLISH, other.publish(), "driver or executor"));
    }
}
