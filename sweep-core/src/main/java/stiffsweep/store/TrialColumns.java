package stiffsweep.store;

import static stiffsweep.store.ColumnType.COUNT;
import static stiffsweep.store.ColumnType.MOMENT;
import static stiffsweep.store.ColumnType.NUMBER;
import static stiffsweep.store.ColumnType.WORD;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import stiffsweep.sweep.Sweep;

/** The columns of the table {@code trials}: what was asked, how it ended, what was measured, where it was made. */
public final class TrialColumns {

    private static final String LOST = "the process of the trial was lost";
    private static final String NO_ENGINE = "the trial broke, was lost, or has optimizer none";

    private TrialColumns() {}

    /** Every column of a sweep's trials, in the order of the files. */
    public static List<Column> of(Sweep sweep) {
        List<Column> columns = new ArrayList<>(identity());
        columns.addAll(SettingColumns.of(sweep));
        columns.addAll(replication());
        columns.addAll(results(sweep));
        columns.addAll(provenance());
        requireDistinctNames(columns);
        return List.copyOf(columns);
    }

    /** The columns that say what came of a trial: the same wherever and whenever it is run. */
    public static List<Column> results(Sweep sweep) {
        List<Column> columns = new ArrayList<>(ending());
        columns.addAll(MeasuredColumns.of(sweep));
        return List.copyOf(columns);
    }

    private static List<Column> identity() {
        return List.of(
                Column.always("trial_id", WORD, "", "The content hash of the trial's settings and seed."),
                Column.always("sweep", WORD, "", "The name of the sweep."));
    }

    private static List<Column> replication() {
        return List.of(
                Column.always("replicate", COUNT, "1", "The index of the replicate, from 0."),
                Column.always("seed", COUNT, "1", "The seed of the replicate, shared by all settings."));
    }

    private static List<Column> ending() {
        return List.of(
                Column.always(
                        "outcome",
                        WORD,
                        "",
                        "How the trial ended: COMPLETED, DIVERGED (a loss that is not finite), FAILED, TIMED_OUT or STOPPED."),
                new Column(
                        "failure",
                        WORD,
                        "",
                        "The cause of an ending other than COMPLETED, and its remedy.",
                        "the trial completed"),
                new Column(
                        "stopped_by",
                        WORD,
                        "",
                        "What a completed training came to: EPOCHS (all of them), LOSS (below stop_below), GRADIENT or STEP (too small to go on); UNTRAINED where optimizer is none.",
                        "the trial did not complete"),
                new Column(
                        "rung",
                        COUNT,
                        "epochs",
                        "The epochs at which a rule of the sweep compared a STOPPED trial with others.",
                        "no rule stopped the trial, or the row is from before there was this column"),
                Column.always("epochs", COUNT, "epochs", "The epochs that were trained."));
    }

    private static List<Column> provenance() {
        return List.of(
                new Column(
                        "train_seconds",
                        NUMBER,
                        "s",
                        "The wall time of training of the trial's stack since epochs_resumed, divided by the stack's size.",
                        LOST),
                new Column(
                        "epochs_resumed",
                        COUNT,
                        "epochs",
                        "The epochs that an earlier training had done, from whose state this one went on.",
                        LOST),
                new Column("stack_size", COUNT, "trials", "How many trials trained together with this one.", LOST),
                Column.always("schema_version", COUNT, "1", "The version of these columns."),
                Column.always("config_hash", WORD, "", "A hash over all resolved settings of the sweep."),
                new Column("code_version", WORD, "", "The commit of the code; -dirty where it had changes.", LOST),
                new Column("engine_version", WORD, "", "The versions of DJL and PyTorch.", NO_ENGINE),
                new Column("engine_threads", COUNT, "1", "The threads that the engine computed with.", NO_ENGINE),
                new Column("spark_version", WORD, "", "The version of Spark.", "the trial was not run by Spark"),
                new Column("java_version", WORD, "", "The version of the Java virtual machine.", LOST),
                new Column("device", WORD, "", "The device that the trial was trained on.", LOST),
                new Column("host", WORD, "", "The machine that the trial was trained on.", LOST),
                Column.always("started_at", MOMENT, "UTC", "When the trial's stack started."),
                Column.always(
                        "ended_at", MOMENT, "UTC", "When the stack was trained and measured, or the trial given up."),
                Column.always(
                        "attempt",
                        COUNT,
                        "1",
                        "Which start of the trial in its run this was, in a stack or alone; from 1."));
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
