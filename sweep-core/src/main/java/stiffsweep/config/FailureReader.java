package stiffsweep.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import java.time.Duration;
import java.util.List;
import stiffsweep.declare.CommonSettings;
import stiffsweep.sweep.FailurePolicy;

/** Reads the block {@code failure}: what a run makes of trials that go wrong. */
final class FailureReader {

    private static final String TOLERATE = "tolerate";
    private static final String RETRIES = "retries";
    private static final String TIMEOUT = "timeout";
    private static final String MEMORY = "memory";
    private static final String FAIL_FAST = "fail-fast";
    private static final List<String> KEYS = List.of(TOLERATE, RETRIES, TIMEOUT, MEMORY, FAIL_FAST);

    private FailureReader() {}

    /** The policy of a block that has every key, resolved; what breaks a law is a fault, and the default takes its place. */
    static FailurePolicy read(ConfigObject block, Faults faults) {
        FailurePolicy other = FailurePolicy.DEFAULT;
        BlockReader reader = new BlockReader("failure", block, KEYS, faults);
        return new FailurePolicy(
                reader.value(
                        TOLERATE, FailureReader::share, other.tolerate(), "a share of the trials, from 0% to 100%"),
                reader.value(
                        RETRIES,
                        FailureReader::count,
                        other.retries(),
                        "a whole number from 0 to " + FailurePolicy.MOST_RETRIES),
                reader.value(TIMEOUT, FailureReader::time, other.timeout(), "none, or a time such as 10 minutes"),
                reader.value(MEMORY, FailureReader::bytes, other.memory(), "none, or a size such as 8 GiB"),
                reader.value(FAIL_FAST, Config::getBoolean, other.failFast(), "true or false"));
    }

    private static double share(Config block, String key) {
        double share = BlockReader.share(block, key);
        BlockReader.require(share >= 0 && share <= 1);
        return share;
    }

    private static int count(Config block, String key) {
        int count = BlockReader.count(block, key, 0);
        BlockReader.require(count <= FailurePolicy.MOST_RETRIES);
        return count;
    }

    private static Duration time(Config block, String key) {
        if (isNone(block, key)) {
            return Duration.ZERO;
        }
        Duration time = block.getDuration(key);
        BlockReader.require(!time.isNegative() && !time.isZero());
        return time;
    }

    private static long bytes(Config block, String key) {
        if (isNone(block, key)) {
            return 0;
        }
        long bytes = block.getBytes(key);
        BlockReader.require(bytes > 0);
        return bytes;
    }

    /** Whether there is no limit. A bare number, which the parser would take for milliseconds or bytes, is refused. */
    private static boolean isNone(Config block, String key) {
        String text = block.getString(key);
        BlockReader.require(!text.matches("[\\d.eE+-]+"));
        return text.equals(CommonSettings.NONE);
    }
}
