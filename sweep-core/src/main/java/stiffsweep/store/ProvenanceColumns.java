package stiffsweep.store;

import static stiffsweep.store.Column.Role.PROVENANCE;
import static stiffsweep.store.ColumnType.COUNT;
import static stiffsweep.store.ColumnType.MOMENT;
import static stiffsweep.store.ColumnType.NUMBER;
import static stiffsweep.store.ColumnType.WORD;

import java.util.List;
import java.util.SortedMap;
import stiffsweep.result.Machine;
import stiffsweep.result.Provenance;
import stiffsweep.result.Software;

/** The columns of {@code trials} that say where, when and by what a row was made. */
public final class ProvenanceColumns {

    private static final String LOST = "the process of the trial was lost";
    private static final String NO_ENGINE = "the trial broke, was lost, or has optimizer none";

    private static final Column TRAIN_SECONDS = column(
            "train_seconds",
            NUMBER,
            "s",
            "The wall time of training of the trial's stack since epochs_resumed, divided by the stack's size.",
            LOST);
    private static final Column EPOCHS_RESUMED = column(
            "epochs_resumed",
            COUNT,
            "epochs",
            "The epochs that an earlier training had done, from whose state this one went on.",
            LOST);
    private static final Column STACK_SIZE =
            column("stack_size", COUNT, "trials", "How many trials trained together with this one.", LOST);
    public static final Column SCHEMA_VERSION =
            column("schema_version", COUNT, "1", "The version of these columns.", "");
    private static final Column CONFIG_HASH =
            column("config_hash", WORD, "", "A hash over all resolved settings of the sweep.", "");
    public static final Column CODE_VERSION =
            column("code_version", WORD, "", "The commit of the code; -dirty where it had changes.", LOST);
    private static final Column ENGINE_VERSION =
            column("engine_version", WORD, "", "The versions of DJL and PyTorch.", NO_ENGINE);
    private static final Column ENGINE_THREADS =
            column("engine_threads", COUNT, "1", "The threads that the engine computed with.", NO_ENGINE);
    private static final Column SPARK_VERSION =
            column("spark_version", WORD, "", "The version of Spark.", "the trial was not run by Spark");
    private static final Column JAVA_VERSION =
            column("java_version", WORD, "", "The version of the Java virtual machine.", LOST);
    public static final Column DEVICE = column("device", WORD, "", "The device that the trial was trained on.", LOST);
    public static final Column KERNEL =
            column("kernel", WORD, "", "What evaluated the networks and their gradients: fused or engine.", NO_ENGINE);
    public static final Column HOST = column("host", WORD, "", "The machine that the trial was trained on.", LOST);
    public static final Column STARTED_AT = column("started_at", MOMENT, "UTC", "When the trial's stack started.", "");
    private static final Column ENDED_AT =
            column("ended_at", MOMENT, "UTC", "When the stack was trained and measured, or the trial given up.", "");
    private static final Column ATTEMPT = column(
            "attempt", COUNT, "1", "Which start of the trial in its run this was, in a stack or alone; from 1.", "");

    private static final List<WrittenColumn<SweepResult>> WRITTEN = List.of(
            of(TRAIN_SECONDS, made -> isTimed(made) ? (Double) made.trainSeconds() : null),
            of(EPOCHS_RESUMED, made -> isTimed(made) ? (Long) made.epochsResumed() : null),
            of(STACK_SIZE, made -> WrittenColumn.count(made.stackSize())),
            of(SCHEMA_VERSION, made -> SchemaVersion.CURRENT),
            new WrittenColumn<>(CONFIG_HASH, SweepResult::configHash),
            of(CODE_VERSION, made -> WrittenColumn.word(made.software().code())),
            of(ENGINE_VERSION, made -> WrittenColumn.word(made.software().engine())),
            of(ENGINE_THREADS, made -> WrittenColumn.count(made.machine().threads())),
            of(SPARK_VERSION, made -> WrittenColumn.word(made.software().spark())),
            of(JAVA_VERSION, made -> WrittenColumn.word(made.software().java())),
            of(DEVICE, made -> WrittenColumn.word(made.machine().device())),
            of(KERNEL, made -> WrittenColumn.word(made.machine().kernel())),
            of(HOST, made -> WrittenColumn.word(made.machine().host())),
            of(STARTED_AT, Provenance::startedAt),
            of(ENDED_AT, Provenance::endedAt),
            of(ATTEMPT, made -> (long) made.attempt()));

    private ProvenanceColumns() {}

    static List<Column> all() {
        return WrittenColumn.columns(WRITTEN);
    }

    static void write(SweepResult result, SortedMap<String, Object> row) {
        WrittenColumn.write(WRITTEN, result, row);
    }

    /** Where, when and by what a row was made. */
    static Provenance read(Row row) {
        return new Provenance(
                new Software(
                        row.word(CODE_VERSION),
                        row.word(ENGINE_VERSION),
                        row.word(SPARK_VERSION),
                        row.word(JAVA_VERSION)),
                new Machine(row.word(HOST), row.word(DEVICE), (int) row.count(ENGINE_THREADS), row.word(KERNEL)),
                row.moment(STARTED_AT),
                row.moment(ENDED_AT),
                (int) row.count(ATTEMPT),
                (int) row.count(STACK_SIZE),
                row.number(TRAIN_SECONDS),
                row.count(EPOCHS_RESUMED));
    }

    private static boolean isTimed(Provenance made) {
        return !Double.isNaN(made.trainSeconds());
    }

    private static Column column(String name, ColumnType type, String unit, String meaning, String nullWhen) {
        return new Column(name, type, PROVENANCE, unit, meaning, nullWhen);
    }

    private static WrittenColumn<SweepResult> of(Column column, WrittenColumn.Value<Provenance> value) {
        return new WrittenColumn<>(column, result -> value.of(result.provenance()));
    }
}
