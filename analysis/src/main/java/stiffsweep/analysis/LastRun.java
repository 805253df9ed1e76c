package stiffsweep.analysis;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import stiffsweep.store.RunStatus;
import stiffsweep.store.RunStatus.LiveStack;
import stiffsweep.store.StatusFile;

/**
 * What the last run of a result folder says of itself.
 *
 * @param state how it stands, such as RUNNING; {@link #SILENT} where it says RUNNING but has not been heard of for a while;
 *     {@link #KILLED} where it says RUNNING and is gone; {@link #UNREADABLE} where it may not be read; empty where it says nothing
 * @param live the stacks that are being trained, as far as they have told how far they are
 * @param trialsPerSecond the rate; NaN where unknown
 * @param secondsLeft the time left in seconds; NaN where unknown
 * @param updatedAt when it wrote its status; empty where it did not
 */
public record LastRun(
        String state, List<LiveStack> live, double trialsPerSecond, double secondsLeft, String updatedAt) {

    /** The state of a run that has probably been killed: the same command continues it. */
    public static final String SILENT = "SILENT";

    /** The state of a run that was killed, as by kill -9, a full memory or a power cut: the same command continues it. */
    public static final String KILLED = "KILLED";

    /** The state of a run whose status this user may not read. */
    public static final String UNREADABLE = "UNREADABLE";

    private static final String RUNNING = RunStatus.State.RUNNING.name();

    /** A run writes its status each second. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** This status with what a run that is no longer heard of cannot keep taken away. */
    public LastRun {
        if (state.equals(RUNNING) && !updatedAt.isEmpty() && isSilentSince(Instant.parse(updatedAt))) {
            state = SILENT;
        }
        live = state.equals(RUNNING) ? List.copyOf(live) : List.of();
        trialsPerSecond = state.equals(RUNNING) ? trialsPerSecond : Double.NaN;
        secondsLeft = state.equals(RUNNING) ? secondsLeft : Double.NaN;
    }

    /** The last run of a result folder. */
    static LastRun of(Path folder) {
        Config run = status(folder.resolve("status.json"));
        return new LastRun(
                run.hasPath("state") ? run.getString("state") : "",
                run.hasPath("live") ? StatusFile.live(run) : List.of(),
                run.hasPath("trials_per_second") ? run.getDouble("trials_per_second") : Double.NaN,
                run.hasPath("seconds_left") ? run.getDouble("seconds_left") : Double.NaN,
                run.hasPath("updated_at") ? run.getString("updated_at") : "");
    }

    /** This run where it is certain that it does not go on. */
    LastRun gone() {
        boolean isKilled = state.equals(RUNNING) || state.equals(SILENT);
        return new LastRun(isKilled ? KILLED : state, live, trialsPerSecond, secondsLeft, updatedAt);
    }

    /** How it stands, in words; empty where it says nothing. */
    String inWords() {
        return switch (state) {
            case "" -> "";
            case KILLED -> "KILLED, last heard of at " + updatedAt + ": no run is going on; the same command continues";
            case SILENT -> "SILENT, as of " + updatedAt + ": the run is stuck, or gone; the same command continues";
            case UNREADABLE -> "UNREADABLE: this user may not read status.json, which says how the run stands";
            default -> state + (updatedAt.isEmpty() ? "" : ", as of " + updatedAt);
        };
    }

    private static boolean isSilentSince(Instant moment) {
        return Instant.now().isAfter(moment.plus(LONGEST_PAUSE));
    }

    private static Config status(Path file) {
        if (!Files.exists(file)) {
            return ConfigFactory.empty();
        }
        try {
            return ConfigFactory.parseString(Files.readString(file));
        } catch (NoSuchFileException e) {
            return ConfigFactory.empty();
        } catch (IOException e) {
            return ConfigFactory.parseMap(Map.of("state", UNREADABLE));
        } catch (ConfigException e) {
            throw new AnalysisException(file + ": a status file must be JSON, but got " + e.getMessage(), e);
        }
    }
}
