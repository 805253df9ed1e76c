package stiffsweep.analysis;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stiffsweep.store.RunStatus;
import stiffsweep.store.RunStatus.LiveStack;

/**
 * How far a sweep has come.
 *
 * @param run what its last run says of itself
 * @param planned how many trials were asked for
 * @param most how many they may become, where trials depend on results
 * @param outcomes how many of them ended in which way
 * @param extra how many results belong to trials that are not asked for
 */
public record SweepStatus(LastRun run, long planned, long most, SortedMap<String, Long> outcomes, long extra) {

    /** Lines of stacks at most. */
    private static final int MOST_LIVE = 8;

    public SweepStatus {
        outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    }

    /**
     * The status of a result folder; works while a run is going on.
     *
     * @param folder the result folder
     * @param plannedIds the ids of the trials that are asked for
     */
    public static SweepStatus of(Path folder, Set<String> plannedIds) {
        SortedMap<String, Long> outcomes = new TreeMap<>();
        long extra = 0;
        for (List<@Nullable Object> row : outcomes(folder).rows()) {
            if (plannedIds.contains(String.valueOf(row.get(0)))) {
                outcomes.merge(String.valueOf(row.get(1)), 1L, Long::sum);
            } else {
                extra++;
            }
        }
        return new SweepStatus(LastRun.of(folder), plannedIds.size(), plannedIds.size(), outcomes, extra);
    }

    /** This status of a sweep that may ask for further trials as results come, so many in all at most. */
    public SweepStatus upTo(long trials) {
        return new SweepStatus(run, planned, Math.max(planned, trials), outcomes, extra);
    }

    /** This status where it is certain that no run is going on. */
    public SweepStatus withoutRun() {
        return new SweepStatus(run.gone(), planned, most, outcomes, extra);
    }

    /** How many trials have no result yet. */
    public long missing() {
        return planned - outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The part of the sweep that is done, from 0 to 1; stacks that are being trained count in part. */
    public double progress() {
        return RunStatus.fraction(planned - missing(), run.live(), planned + further());
    }

    /** How many trials may yet be asked for. */
    private long further() {
        return run.state().equals(RunStatus.State.FINISHED.name()) ? 0 : most - planned;
    }

    private long count(String outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** The counts as an aligned text, one line each; lines that say nothing are left away. */
    public String asText() {
        List<LiveStack> live = run.live();
        StringBuilder text = new StringBuilder();
        line(text, "state", run.inWords());
        line(text, "progress", percent(progress()));
        line(text, "done", count("COMPLETED") + " of " + planned);
        live.stream().limit(MOST_LIVE).forEach(stack -> line(text, "training", inWords(stack)));
        line(text, "", live.size() > MOST_LIVE ? "and " + (live.size() - MOST_LIVE) + " more stacks" : "");
        line(text, "diverged", countOrNothing("DIVERGED"));
        line(text, "failed", countOrNothing("FAILED"));
        line(text, "timed out", countOrNothing("TIMED_OUT"));
        line(text, "stopped", countOrNothing("STOPPED"));
        line(text, "missing", Long.toString(missing()));
        line(text, "further", further() == 0 ? "" : "up to " + further() + ", as results come");
        line(text, "extra", extra == 0 ? "" : extra + " (results that the sweep does not ask for)");
        double rate = run.trialsPerSecond();
        line(text, "rate", rate > 0 ? NumberText.rounded(rate, 3) + " trials/s" : "");
        line(text, "time left", Double.isNaN(run.secondsLeft()) ? "" : duration(run.secondsLeft()));
        return text.toString();
    }

    private static String inWords(LiveStack stack) {
        return stack.trials() + (stack.trials() == 1 ? " trial" : " trials") + " at epoch " + stack.epoch() + " of "
                + stack.epochs() + " (" + percent(stack.fraction()) + ")";
    }

    private static String percent(double fraction) {
        return (int) (100 * fraction) + " %";
    }

    /** The status as one JSON object, of which {@code training} counts the trials of live stacks; what is unknown is null. */
    public String asJson() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("state", wordOrNull(run.state()));
        members.put("planned", planned);
        members.put("done", count("COMPLETED"));
        members.put("diverged", count("DIVERGED"));
        members.put("failed", count("FAILED"));
        members.put("timed_out", count("TIMED_OUT"));
        members.put("stopped", count("STOPPED"));
        members.put("missing", missing());
        members.put("extra", extra);
        members.put("progress", progress());
        members.put("training", run.live().stream().mapToLong(LiveStack::trials).sum());
        members.put("trials_per_second", numberOrNull(run.trialsPerSecond()));
        members.put("seconds_left", numberOrNull(run.secondsLeft()));
        members.put("updated_at", wordOrNull(run.updatedAt()));
        return TableJson.object(List.copyOf(members.keySet()), new ArrayList<>(members.values())) + "\n";
    }

    private static Table outcomes(Path folder) {
        try (Results results = Results.open(folder)) {
            return results.query("select trial_id, outcome from trials");
        } catch (NoResultsException nothingYet) {
            return new Table(List.of("trial_id", "outcome"), List.of());
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

    private String countOrNothing(String outcome) {
        return count(outcome) == 0 ? "" : Long.toString(count(outcome));
    }

    private static @Nullable Object wordOrNull(String word) {
        return word.isEmpty() ? null : word;
    }

    private static @Nullable Object numberOrNull(double number) {
        return Double.isNaN(number) ? null : number;
    }
}
