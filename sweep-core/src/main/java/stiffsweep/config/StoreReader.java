package stiffsweep.config;

import com.typesafe.config.Config;
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
                reader.value(CHECKPOINTS, StoreReader::checkpoints, other.checkpoints(), "none, best or all"),
                reader.value(PUBLISH, StoreReader::publish, other.publish(), "driver or executor"));
    }

    private static StorePolicy.Checkpoints checkpoints(Config block, String key) {
        return switch (block.getString(key)) {
            case "none" -> StorePolicy.Checkpoints.NONE;
            case "best" -> StorePolicy.Checkpoints.BEST;
            case "all" -> StorePolicy.Checkpoints.ALL;
            default -> throw new IllegalArgumentException();
        };
    }

    private static StorePolicy.Publish publish(Config block, String key) {
        return switch (block.getString(key)) {
            case "driver" -> StorePolicy.Publish.DRIVER;
            case "executor" -> StorePolicy.Publish.EXECUTOR;
            default -> throw new IllegalArgumentException();
        };
    }
}
