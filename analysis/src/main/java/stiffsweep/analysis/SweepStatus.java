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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stiffsweep.store.RunStatus;
import stiffsweep.store.RunStatus.LiveStack;
import stiffsweep.store.StatusFile;

/**
 * How far a sweep has come.
 *
 * @param state what its last run says of itself, such as RUNNING; {@link #SILENT} where it says RUNNING but has not been
 *     heard of for a while; {@link #KILLED} where it says RUNNING and is gone; {@link #UNREADABLE} where it may not be read;
 *     empty where it says nothing
 * @param planned how many trials were asked for
 * @param done how many of them completed
 * @param diverged how many of them diverged
 * @param failed how many of them failed
 * @param timedOut how many of them ran out of time
 * @param stopped how many of them a rule stopped
 * @param missing how many of them have no result yet
 * @param extra how many results belong to trials that are not asked for
 * @param live the stacks that are being trained, as far as they have told how far they are
 * @param trialsPerSecond the rate; NaN where unknown
 * @param secondsLeft the time left in seconds; NaN where unknown
 * @param updatedAt when the last run wrote its status; empty where it did not
 */
public record SweepStatus(
        String state,
        long planned,
        long done,
        long diverged,
        long failed,
        long timedOut,
        long stopped,
        long missing,
        long extra,
        List<LiveStack> live,
        double trialsPerSecond,
        double secondsLeft,
        String updatedAt) {

    /** The state of a run that has probably been killed: the same command continues it. */
    public static final String SILENT = "SILENT";

    /** The state of a run that was killed, as by kill -9, a full memory or a power cut: the same command continues it. */
    public static final String KILLED = "KILLED";

    /** The state of a run whose status this user may not read. */
    public static final String UNREADABLE = "UNREADABLE";

    private static final String RUNNING = RunStatus.State.RUNNING.name();

    /** Lines of stacks at most. */
    private static final int MOST_LIVE = 8;

    /** A run writes its status each second. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** This status with what a run that is no longer heard of cannot keep taken away. */
    public SweepStatus {
        if (state.equals(RUNNING) && !updatedAt.isEmpty() && isSilentSince(Instant.parse(updatedAt))) {
            state = SILENT;
        }
        live = state.equals(RUNNING) ? List.copyOf(live) : List.of();
        trialsPerSecond = state.equals(RUNNING) ? trialsPerSecond : Double.NaN;
        secondsLeft = state.equals(RUNNING) ? secondsLeft : Double.NaN;
    }

    /** This status where it is certain that no run is going on. */
    public SweepStatus withoutRun() {
        boolean isKilled = state.equals(RUNNING) || state.equals(SILENT);
        return new SweepStatus(
                isKilled ? KILLED : state,
                planned,
                done,
                diverged,
                failed,
                timedOut,
                stopped,
                missing,
                extra,
                live,
                trialsPerSecond,
                secondsLeft,
                updatedAt);
    }

    /** The part of the sweep that is done, from 0 to 1; stacks that are being trained count in part. */
    public double progress() {
        return RunStatus.fraction(planned - missing, live, planned);
    }

    /**
     * The status of a result folder; works while a run is going on.
     *
     * @param folder the result folder
     * @param plannedIds the ids of the trials that are asked for
     */
    public static SweepStatus of(Path folder, Set<String> plannedIds) {
        Map<String, Long> counts = new TreeMap<>();
        long extra = 0;
        for (List<@Nullable Object> row : outcomes(folder).rows()) {
            if (plannedIds.contains(String.valueOf(row.get(0)))) {
                counts.merge(String.valueOf(row.get(1)), 1L, Long::sum);
            } else {
                extra++;
            }
        }
        long found = counts.values().stream().mapToLong(Long::longValue).sum();
        Config run = lastRun(folder);
        return new SweepStatus(
                run.hasPath("state") ? run.getString("state") : "",
                plannedIds.size(),
                counts.getOrDefault("COMPLETED", 0L),
                counts.getOrDefault("DIVERGED", 0L),
                counts.getOrDefault("FAILED", 0L),
                counts.getOrDefault("TIMED_OUT", 0L),
                counts.getOrDefault("STOPPED", 0L),
                plannedIds.size() - found,
                extra,
                run.hasPath("live") ? StatusFile.live(run) : List.of(),
                run.hasPath("trials_per_second") ? run.getDouble("trials_per_second") : Double.NaN,
                run.hasPath("seconds_left") ? run.getDouble("seconds_left") : Double.NaN,
                run.hasPath("updated_at") ? run.getString("updated_at") : "");
    }

    /** The counts as an aligned text, one line each; lines that say nothing are left away. */
    public String asText() {
        StringBuilder text = new StringBuilder();
        line(text, "state", stateInWords());
        line(text, "progress", percent(progress()));
        line(text, "done", done + " of " + planned);
        live.stream().limit(MOST_LIVE).forEach(stack -> line(text, "training", inWords(stack)));
        line(text, "", live.size() > MOST_LIVE ? "and " + (live.size() - MOST_LIVE) + " more stacks" : "");
        line(text, "diverged", countOrNothing(diverged));
        line(text, "failed", countOrNothing(failed));
        line(text, "timed out", countOrNothing(timedOut));
        line(text, "stopped", countOrNothing(stopped));
        line(text, "missing", Long.toString(missing));
        line(text, "extra", extra == 0 ? "" : extra + " (results that the sweep does not ask for)");
        line(text, "rate", trialsPerSecond > 0 ? NumberText.rounded(trialsPerSecond, 3) + " trials/s" : "");
        line(text, "time left", Double.isNaN(secondsLeft) ? "" : duration(secondsLeft));
        return text.toString();
    }

    private String stateInWords() {
        return switch (state) {
            case "" -> "";
            case KILLED -> "KILLED, last heard of at " + updatedAt + ": no run is going on; the same command continues";
            case SILENT -> "SILENT, as of " + updatedAt + ": the run is stuck, or gone; the same command continues";
            case UNREADABLE -> "UNREADABLE: this user may not read status.json, which says how the run stands";
            default -> state + (updatedAt.isEmpty() ? "" : ", as of " + updatedAt);
        };
    }

    private static String inWords(LiveStack stack) {
        return stack.trials() + (stack.trials() == 1 ? " trial" : " trials") + " at epoch " + stack.epoch() + " of "
                + stack.epochs() + " (" + percent(stack.fraction()) + ")";
    }

    private static String percent(double fraction) {
        return (int) (100 * fraction) + " %";
    }

    /**
     * The status as one JSON object with the names of the components in snake_case, of which {@code training} counts the trials
     * of live stacks; what is unknown is null.
     */
    public String asJson() {
        List<String> names = List.of(
                "state",
                "planned",
                "done",
                "diverged",
                "failed",
                "timed_out",
                "stopped",
                "missing",
                "extra",
                "progress",
                "training",
                "trials_per_second",
                "seconds_left",
                "updated_at");
        List<@Nullable Object> values = Arrays.asList(
                wordOrNull(state),
                planned,
                done,
                diverged,
                failed,
                timedOut,
                stopped,
                missing,
                extra,
                progress(),
                live.stream().mapToLong(LiveStack::trials).sum(),
                numberOrNull(trialsPerSecond),
                numberOrNull(secondsLeft),
                wordOrNull(updatedAt));
        return TableJson.object(names, values) + "\n";
    }

    private static boolean isSilentSince(Instant moment) {
        return Instant.now().isAfter(moment.plus(LONGEST_PAUSE));
    }

    private static Table outcomes(Path folder) {
        try (Results results = Results.open(folder)) {
            return results.query("select trial_id, outcome from trials");
        } catch (NoResultsException nothingYet) {
            return new Table(List.of("trial_id", "outcome"), List.of());
        }
    }

    private static Config lastRun(Path folder) {
        Path status = folder.resolve("status.json");
        if (!Files.exists(status)) {
            return ConfigFactory.empty();
        }
        try {
            return ConfigFactory.parseString(Files.readString(status));
        } catch (NoSuchFileException e) {
            return ConfigFactory.empty();
        } catch (IOException e) {
            return ConfigFactory.parseMap(Map.of("state", UNREADABLE));
        } catch (ConfigException e) {
            throw new AnalysisException(status + ": a status file must be JSON, but got " + e.getMessage(), e);
        }
    }

    private static void line(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append(String.format("%-10s %s\n", name, value));
        }
    }

    private static String duration(double seconds) {
        Duration left = Duration.ofSeconds(Math.round(seconds));
        if (left.toHours() > 0) {
            return left.toHours() + " h " + left.toMinutesPart() + " min";
        }
        return left.toMinutes() > 0
                ? left.toMinutes() + " min " + left.toSecondsPart() + " s"
                : left.toSeconds() + " s";
    }

    private static String countOrNothing(long count) {
        return count == 0 ? "" : Long.toString(count);
    }

    private static @Nullable Object wordOrNull(String word) {
        return word.isEmpty() ? null : word;
    }

    private static @Nullable Object numberOrNull(double number) {
        return Double.isNaN(number) ? null : number;
    }
}
