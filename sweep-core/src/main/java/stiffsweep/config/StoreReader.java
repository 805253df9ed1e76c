package stiffsweep.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import java.util.List;
import stiffsweep.sweep.StorePolicy;

/** Reads the block {@code store}: what a run keeps beside the rows. */
final class StoreReader {

    private static final String CHECKPOINTS = "checkpoints";

    private StoreReader() {}

    /** The policy of a block that has every key, resolved; what breaks a law is a fault, and the default takes its place. */
    static StorePolicy read(ConfigObject block, Faults faults) {
        BlockReader reader = new BlockReader("store", block, List.of(CHECKPOINTS), faults);
        return new StorePolicy(reader.value(
                CHECKPOINTS, StoreReader::checkpoints, StorePolicy.DEFAULT.checkpoints(), "none, best or all"));
    }

    private static StorePolicy.Checkpoints checkpoints(Config block, String key) {
        return switch (block.getString(key)) {
            case "none" -> StorePolicy.Checkpoints.NONE;
            case "best" -> StorePolicy.Checkpoints.BEST;
            case "all" -> StorePolicy.Checkpoints.ALL;
            default -> throw new IllegalArgumentException();
        };
    }
}
