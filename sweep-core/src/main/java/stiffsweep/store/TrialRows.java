package stiffsweep.store;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import stiffsweep.declare.Setting;
import stiffsweep.declare.SettingsSchema;
import stiffsweep.declare.ValueType;
import stiffsweep.result.Machine;
import stiffsweep.result.Outcome;
import stiffsweep.result.Provenance;
import stiffsweep.result.Software;
import stiffsweep.result.TrialResult;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;

/** Writes results as rows of the table {@code trials} of one sweep. */
public final class TrialRows implements Serializable {

    private static final long serialVersionUID = 1;

    private final String sweep;
    private final SortedMap<String, SettingsSchema> schemas;
    private final String configHash;
    private final List<Column> columns;
    private final Map<String, Column> measured;

    public TrialRows(Sweep sweep) {
        this.sweep = sweep.name();
        this.schemas = sweep.schemas();
        this.configHash = sweep.configHash();
        this.columns = TrialColumns.of(sweep);
        this.measured = MeasuredColumns.of(sweep).stream().collect(Collectors.toMap(Column::name, Function.identity()));
    }

    /** The columns of the rows. */
    public List<Column> columns() {
        return columns;
    }

    /**
     * The row of a result.
     *
     * @throws IllegalArgumentException if a measurement has no column, or is not of its column's type
     */
    public Row row(TrialResult result) {
        SortedMap<String, Object> values = new TreeMap<>();
        // Settings last: the number in the sweep file stands above a measurement of the same name.
        putMeasurements(values, result);
        putSettings(values, result.trial());
        putEnding(values, result);
        putProvenance(values, result.provenance());
        return new Row(values);
    }

    private void putMeasurements(SortedMap<String, Object> values, TrialResult result) {
        Map<String, Setting> weights = weights(result.trial());
        TreeSet<String> unknown = new TreeSet<>();
        result.measurements().forEach((name, number) -> {
            Column column = measured.get(name);
            if (column != null) {
                values.put(name, typed(column, number));
            } else if (weights.containsKey(name)) {
                values.put(name, number);
            } else {
                unknown.add(name);
            }
        });
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("a measurement must be one of the result columns "
                    + new TreeSet<>(measured.keySet()) + " or " + weights.keySet() + ", but got " + unknown);
        }
    }

    /** The settings whose number may be found by a rule when the trial runs, by column. */
    private Map<String, Setting> weights(Trial trial) {
        return schema(trial).settings().stream()
                .filter(setting -> setting.type() == ValueType.NUMBER_OR_RULE)
                .collect(
                        Collectors.toMap(Setting::column, Function.identity(), (first, second) -> first, TreeMap::new));
    }

    private static Object typed(Column column, double number) {
        boolean isWhole = number == Math.rint(number);
        return switch (column.type()) {
            case NUMBER -> number;
            case COUNT -> {
                require(isWhole, column, "a whole number", number);
                yield (long) number;
            }
            case SWITCH -> {
                require(number == 0 || number == 1, column, "0 or 1", number);
                yield number == 1;
            }
            case WORD, MOMENT -> throw new IllegalStateException(column + " cannot be measured");
        };
    }

    private static void require(boolean holds, Column column, String law, double number) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "the measurement " + column.name() + " must be " + law + ", but got " + number);
        }
    }

    private void putSettings(SortedMap<String, Object> values, Trial trial) {
        for (Setting setting : schema(trial).settings()) {
            Object value = trial.settings().value(setting.path());
            if (setting.type() != ValueType.NUMBER_OR_RULE) {
                values.put(setting.column(), value);
            } else if (value instanceof Double) {
                values.put(setting.column(), value);
                values.put(SettingColumns.rule(setting), SettingColumns.FIXED);
            } else {
                values.put(SettingColumns.rule(setting), value);
            }
        }
    }

    private void putEnding(SortedMap<String, Object> values, TrialResult result) {
        Trial trial = result.trial();
        Outcome outcome = result.outcome();
        values.put("trial_id", trial.id().hex());
        values.put("sweep", sweep);
        values.put("replicate", (long) trial.replicate());
        values.put("seed", trial.seed());
        values.put("outcome", outcome.status().name());
        putWord(values, "failure", outcome.reason());
        if (outcome instanceof Outcome.Completed completed) {
            values.put("stopped_by", completed.stoppedBy().name());
        }
        if (outcome instanceof Outcome.Stopped stopped) {
            values.put("rung", stopped.rung());
        }
        values.put("epochs", result.epochs());
    }

    private void putProvenance(SortedMap<String, Object> values, Provenance provenance) {
        if (!Double.isNaN(provenance.trainSeconds())) {
            values.put("train_seconds", provenance.trainSeconds());
            values.put("epochs_resumed", provenance.epochsResumed());
        }
        putCount(values, "stack_size", provenance.stackSize());
        values.put("schema_version", SchemaVersion.CURRENT);
        values.put("config_hash", configHash);
        putSoftware(values, provenance.software());
        putMachine(values, provenance.machine());
        values.put("started_at", provenance.startedAt());
        values.put("ended_at", provenance.endedAt());
        values.put("attempt", (long) provenance.attempt());
    }

    private static void putSoftware(SortedMap<String, Object> values, Software software) {
        putWord(values, "code_version", software.code());
        putWord(values, "engine_version", software.engine());
        putWord(values, "spark_version", software.spark());
        putWord(values, "java_version", software.java());
    }

    private static void putMachine(SortedMap<String, Object> values, Machine machine) {
        putWord(values, "device", machine.device());
        putWord(values, "host", machine.host());
        putCount(values, "engine_threads", machine.threads());
    }

    /** Puts a count; one of zero says nothing and is null. */
    private static void putCount(SortedMap<String, Object> values, String column, int count) {
        if (count > 0) {
            values.put(column, (long) count);
        }
    }

    /** Puts a word; one that is empty says nothing and is null. */
    private static void putWord(SortedMap<String, Object> values, String column, String word) {
        if (!word.isEmpty()) {
            values.put(column, word);
        }
    }

    private SettingsSchema schema(Trial trial) {
        SettingsSchema schema = schemas.get(trial.problem());
        if (schema == null) {
            throw new IllegalArgumentException(
                    "a trial's problem must be one of " + schemas.keySet() + ", but got " + trial.problem());
        }
        return schema;
    }
}
