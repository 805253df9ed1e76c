package stiffsweep.store;

import static stiffsweep.store.Column.Role.IDENTITY;
import static stiffsweep.store.ColumnType.COUNT;
import static stiffsweep.store.ColumnType.WORD;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import stiffsweep.sweep.Sweep;

/** The columns of the table {@code trials}: what was asked, how it ended, what was measured, where it was made. */
public final class TrialColumns {

    public static final Column TRIAL_ID =
            Column.always("trial_id", WORD, IDENTITY, "", "The content hash of the trial's settings and seed.");

    public static final Column SWEEP = Column.always("sweep", WORD, IDENTITY, "", "The name of the sweep.");

    public static final Column REPLICATE =
            Column.always("replicate", COUNT, IDENTITY, "1", "The index of the replicate, from 0.");

    private static final Column SEED =
            Column.always("seed", COUNT, IDENTITY, "1", "The seed of the replicate, shared by all settings.");

    private static final List<WrittenColumn<SweepResult>> BEFORE_SETTINGS = List.of(
            new WrittenColumn<>(TRIAL_ID, result -> result.trial().id().hex()),
            new WrittenColumn<>(SWEEP, SweepResult::sweep));

    private static final List<WrittenColumn<SweepResult>> AFTER_SETTINGS = List.of(
            new WrittenColumn<>(REPLICATE, result -> (long) result.trial().replicate()),
            new WrittenColumn<>(SEED, result -> result.trial().seed()));

    /** The column by which the rows of the other tables name their trial. */
    static final Column OF_A_TRIAL = Column.always(TRIAL_ID.name(), WORD, IDENTITY, "", "The trial.");

    private TrialColumns() {}

    /** Every column of a sweep's trials, in the order of the files. */
    public static List<Column> of(Sweep sweep) {
        List<Column> columns = new ArrayList<>(WrittenColumn.columns(BEFORE_SETTINGS));
        columns.addAll(SettingColumns.of(sweep));
        columns.addAll(WrittenColumn.columns(AFTER_SETTINGS));
        columns.addAll(results(sweep));
        columns.addAll(ProvenanceColumns.all());
        requireDistinctNames(columns);
        return List.copyOf(columns);
    }

    /** The columns that say what came of a trial: the same wherever and whenever it is run. */
    public static List<Column> results(Sweep sweep) {
        List<Column> columns = new ArrayList<>(EndingColumns.all());
        columns.addAll(MeasuredColumns.of(sweep));
        return List.copyOf(columns);
    }

    /** Writes which trial of which sweep a row is of. */
    static void write(SweepResult result, SortedMap<String, Object> row) {
        WrittenColumn.write(BEFORE_SETTINGS, result, row);
        WrittenColumn.write(AFTER_SETTINGS, result, row);
    }

    private static void requireDistinctNames(List<Column> columns) {
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("a result column must have one meaning, but two have the name "
                        + column.name() + ": rename the parameter, point set or loss term of the problem");
            }
        }
    }
}
