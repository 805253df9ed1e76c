package stiffsweep.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Table;
import stiffsweep.result.TrialResult;
import stiffsweep.run.Stack;
import stiffsweep.run.StackRunner;
import stiffsweep.store.Row;
import stiffsweep.store.TrialRows;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.ComputeDevice;

/**
 * A trial that was run again, beside what a result folder has of it.
 *
 * @param result what came of it now
 * @param numbers how many numbers the folder has of it
 * @param differences the numbers that are not the same to the last bit
 * @param circumstances what is different about the run, a sentence each
 */
record Repetition(TrialResult result, int numbers, Table differences, List<String> circumstances) {

    private static final List<String> CIRCUMSTANCES =
            List.of("code_version", "engine_version", "engine_threads", "java_version", "device");

    Repetition {
        circumstances = List.copyOf(circumstances);
    }

    /**
     * Runs a trial again in this process, where there is one on the kind of device that it was run on.
     *
     * @throws Refusal where the folder has no row of it
     */
    static Repetition of(Trial trial, Sweep sweep, Results results, StackRunner runner) {
        Row stored = TrialNumbers.rows(results, "trials", trial.id()).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("the trial " + trial.id()
                        + " must have a row in the folder, but has none yet: `./sweep run` makes it"));
        boolean wasOnGpu = String.valueOf(stored.value("device")).startsWith("gpu");
        List<String> gpus = wasOnGpu ? ComputeDevice.visibleGpus() : List.of();
        TrialResult result = runner.run(new Stack(List.of(trial)), gpus, StoredEnd.of(stored))
                .get(0);
        TrialNumbers before = TrialNumbers.in(results, sweep, trial.id());
        Table differences = before.differences(TrialNumbers.of(result, sweep));
        return new Repetition(
                result, before.values().size(), differences, circumstances(stored, new TrialRows(sweep).row(result)));
    }

    private static List<String> circumstances(Row stored, Row now) {
        List<String> sentences = new ArrayList<>();
        for (String column : CIRCUMSTANCES) {
            if (!Objects.equals(stored.value(column), now.value(column))) {
                sentences.add(column + ": " + text(stored.value(column)) + " in the folder, " + text(now.value(column))
                        + " now");
            }
        }
        return sentences;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "unknown" : value.toString();
    }

    boolean agrees() {
        return differences.rows().isEmpty();
    }

    /** Whether the numbers agree. */
    String sentence() {
        return agrees()
                ? "all " + numbers + " numbers agree bit for bit"
                : differences.rows().size() + " of " + numbers + " numbers differ";
    }
}
