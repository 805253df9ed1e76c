package stiffsweep.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import stiffsweep.sweep.CommonSettings;
import stiffsweep.sweep.FailurePolicy;

/** Reads the block {@code failure}: what a run makes of trials that go wrong. */
final class FailureReader {

    private static final String BLOCK = "failure";
    private static final String TOLERATE = "tolerate";
    private static final String RETRIES = "retries";
    private static final String TIMEOUT = "timeout";
    private static final String MEMORY = "memory";
    private static final String FAIL_FAST = "fail-fast";
    private static final List<String> KEYS = List.of(TOLERATE, RETRIES, TIMEOUT, MEMORY, FAIL_FAST);

    private final ConfigObject block;
    private final Faults faults;

    private FailureReader(ConfigObject block, Faults faults) {
        this.block = block;
        this.faults = faults;
    }

    /** The policy of a block that has every key, resolved; what breaks a law is a fault, and the default takes its place. */
    static FailurePolicy read(ConfigObject block, Faults faults) {
        UnknownKeys.refuse(block, BLOCK, KEYS, faults);
        FailurePolicy other = FailurePolicy.DEFAULT;
        FailureReader reader = new FailureReader(block, faults);
        return new FailurePolicy(
                reader.value(
                        TOLERATE, FailureReader::share, other.tolerate(), "a share of the trials, from 0% to 100%"),
                reader.value(RETRIES, FailureReader::count, other.retries(), "a whole number, 0 or more"),
                reader.value(TIMEOUT, FailureReader::time, other.timeout(), "none, or a time such as 10 minutes"),
                reader.value(MEMORY, FailureReader::bytes, other.memory(), "none, or a size such as 8 GiB"),
                reader.value(FAIL_FAST, Config::getBoolean, other.failFast(), "true or false"));
    }

    private <T> T value(String key, BiFunction<Config, String, T> type, T standIn, String sentence) {
        try {
            return type.apply(block.toConfig(), key);
        } catch (ConfigException | IllegalArgumentException e) {
            faults.add(
                    WrittenValue.of(BLOCK + "." + key, Objects.requireNonNull(block.get(key))), "must be " + sentence);
            return standIn;
        }
    }

    private static double share(Config block, String key) {
        String text = block.getString(key);
        boolean isPercent = text.endsWith("%");
        double share =
                isPercent ? Double.parseDouble(text.substring(0, text.length() - 1)) / 100 : block.getDouble(key);
        require(share >= 0 && share <= 1);
        return share;
    }

    private static int count(Config block, String key) {
        double count = block.getDouble(key);
        require(count >= 0 && count == (int) count);
        return (int) count;
    }

    private static Duration time(Config block, String key) {
        if (isNone(block, key)) {
            return Duration.ZERO;
        }
        Duration time = block.getDuration(key);
        require(!time.isNegative() && !time.isZero());
        return time;
    }

    private static long bytes(Config block, String key) {
        if (isNone(block, key)) {
            return 0;
        }
        long bytes = block.getBytes(key);
        require(bytes > 0);
        return bytes;
    }

    /** Whether there is no limit. A bare number, which the parser would take for milliseconds or bytes, is refused. */
    private static boolean isNone(Config block, String key) {
        String text = block.getString(key);
        require(!text.matches("[\\d.eE+-]+"));
        return text.equals(CommonSettings.NONE);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException();
        }
    }
}
