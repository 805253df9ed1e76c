package stiffsweep.store;

import java.io.Serializable;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.declare.SettingsSchema;
import stiffsweep.result.TrialResult;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;

/** Writes results as rows of the table {@code trials} of one sweep, and reads them back. */
public final class TrialRows implements Serializable {

    private static final long serialVersionUID = 1;

    private final String sweep;
    private final SortedMap<String, SettingsSchema> schemas;
    private final String configHash;
    private final List<Column> columns;
    private final Measurements measurements;

    public TrialRows(Sweep sweep) {
        this.sweep = sweep.name();
        this.schemas = sweep.schemas();
        this.configHash = sweep.configHash();
        this.columns = TrialColumns.of(sweep);
        this.measurements = new Measurements(sweep);
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
        SettingsSchema schema = schema(result.trial());
        SweepResult ofSweep = new SweepResult(sweep, configHash, result);
        // Settings after measurements: the number in the sweep file stands above a measurement of the same name.
        measurements.write(result.measurements(), SettingColumns.weights(schema), values);
        SettingColumns.write(schema, result.trial().settings(), values);
        TrialColumns.write(ofSweep, values);
        EndingColumns.write(result, values);
        ProvenanceColumns.write(ofSweep, values);
        return new Row(values);
    }

    /** The result of a trial in its row, as far as a run has to know it: {@link TrialResult#brief()}. */
    public TrialResult result(Trial trial, Row row) {
        return new TrialResult(
                trial,
                EndingColumns.outcome(row),
                row.count(EndingColumns.EPOCHS),
                measurements.read(row),
                List.of(),
                List.of(),
                List.of(),
                ProvenanceColumns.read(row));
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
