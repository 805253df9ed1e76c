package stiffsweep.store;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.result.Machine;
import stiffsweep.result.Outcome;
import stiffsweep.result.Provenance;
import stiffsweep.result.Software;
import stiffsweep.result.TrialResult;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;

/** Reads rows of the table {@code trials} back as results, as far as a run has to know them. */
public final class StoredResult {

    private StoredResult() {}

    /** The brief result of a trial: its ending, its epochs and what was measured. */
    public static TrialResult of(Trial trial, Row row, Sweep sweep) {
        SortedMap<String, Double> measurements = new TreeMap<>();
        for (Column column : MeasuredColumns.of(sweep)) {
            Object value = row.value(column.name());
            if (value instanceof Number number) {
                measurements.put(column.name(), number.doubleValue());
            } else if (value instanceof Boolean isOn) {
                measurements.put(column.name(), isOn ? 1.0 : 0.0);
            }
        }
        long epochs = count(row, "epochs");
        return new TrialResult(
                trial, outcome(row), epochs, measurements, List.of(), List.of(), List.of(), provenance(row));
    }

    private static Outcome outcome(Row row) {
        String reason = word(row, "failure");
        return switch (Outcome.Status.valueOf(word(row, "outcome"))) {
            case COMPLETED -> new Outcome.Completed(Outcome.StoppedBy.valueOf(word(row, "stopped_by")));
            case DIVERGED -> new Outcome.Diverged(reason);
            case FAILED -> new Outcome.Failed(reason);
            case TIMED_OUT -> new Outcome.TimedOut(reason);
            case STOPPED -> new Outcome.Stopped(reason, count(row, "rung"));
        };
    }

    private static Provenance provenance(Row row) {
        Software software = new Software(
                word(row, "code_version"),
                word(row, "engine_version"),
                word(row, "spark_version"),
                word(row, "java_version"));
        Machine machine = new Machine(word(row, "host"), word(row, "device"), (int) count(row, "engine_threads"));
        return new Provenance(
                software,
                machine,
                moment(row, "started_at"),
                moment(row, "ended_at"),
                (int) count(row, "attempt"),
                (int) count(row, "stack_size"),
                row.value("train_seconds") instanceof Double seconds ? seconds : Double.NaN,
                count(row, "epochs_resumed"));
    }

    private static String word(Row row, String column) {
        return row.value(column) instanceof String word ? word : "";
    }

    private static long count(Row row, String column) {
        return row.value(column) instanceof Long count ? count : 0;
    }

    private static Instant moment(Row row, String column) {
        return row.value(column) instanceof Instant moment ? moment : Instant.EPOCH;
    }
}
