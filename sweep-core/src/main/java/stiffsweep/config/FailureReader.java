package stiffsweep.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import stiffsweep.sweep.FailurePolicy;

/** Reads the block {@code failure}: what a run makes of trials that go wrong. */
final class FailureReader {

    private static final String TOLERATE = "tolerate";
    private static final String RETRIES = "retries";
    private static final String TIMEOUT = "timeout";
    private static final String MEMORY = "memory";
    private static final String FAIL_FAST = "fail-fast";
    private static final String NONE = "none";
    private static final List<String> KEYS = List.of(TOLERATE, RETRIES, TIMEOUT, MEMORY, FAIL_FAST);

    private FailureReader() {}

    /** The policy of a block that has every key, resolved; what breaks a law is a fault, and the default takes its place. */
    static FailurePolicy read(ConfigObject block, Faults faults) {
        FailurePolicy other = FailurePolicy.DEFAULT;
        BlockReader reader = new BlockReader("failure", block, KEYS, faults);
        return new FailurePolicy(
                reader.share(
                        TOLERATE,
                        share -> share >= 0 && share <= 1,
                        other.tolerate(),
                        "a share of the trials, from 0% to 100%"),
                reader.count(
                        RETRIES,
                        0,
                        FailurePolicy.MOST_RETRIES,
                        other.retries(),
                        "a whole number from 0 to " + FailurePolicy.MOST_RETRIES),
                reader.value(TIMEOUT, FailureReader::time, other.timeout(), "none, or a time such as 10 minutes"),
                reader.value(MEMORY, FailureReader::bytes, other.memory(), "none, or a size such as 8 GiB"),
                reader.value(
                        FAIL_FAST,
                        (read, key) -> Optional.of(read.getBoolean(key)),
                        other.failFast(),
                        "true or false"));
    }

    private static Optional<Duration> time(Config block, String key) {
        return limit(block, key, Duration.ZERO, block::getDuration);
    }

    private static Optional<Long> bytes(Config block, String key) {
        return limit(block, key, 0L, block::getBytes);
    }

    /** A positive limit, or none; nothing for a bare number, which the parser would take for milliseconds or bytes. */
    private static <T extends Comparable<T>> Optional<T> limit(
            Config block, String key, T none, Function<String, T> type) {
        String text = block.getString(key);
        if (text.equals(NONE)) {
            return Optional.of(none);
        }
        return text.matches("[\\d.eE+-]+")
                ? Optional.empty()
                : Optional.of(type.apply(key)).filter(limit -> limit.compareTo(none) > 0);
    }
}
