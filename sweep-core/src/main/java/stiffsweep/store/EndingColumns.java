package stiffsweep.store;

import static stiffsweep.store.Column.Role.RESULT;
import static stiffsweep.store.ColumnType.COUNT;
import static stiffsweep.store.ColumnType.WORD;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import stiffsweep.result.Outcome;
import stiffsweep.result.TrialResult;

/** The columns of {@code trials} that say how a trial ended. */
public final class EndingColumns {

    public static final Column OUTCOME = Column.always(
            "outcome",
            WORD,
            RESULT,
            "",
            "How the trial ended: COMPLETED, DIVERGED (a loss that is not finite), FAILED, TIMED_OUT or STOPPED.");

    public static final Column FAILURE = new Column(
            "failure",
            WORD,
            RESULT,
            "",
            "The cause of an ending other than COMPLETED, and its remedy.",
            "the trial completed");

    private static final Column STOPPED_BY = new Column(
            "stopped_by",
            WORD,
            RESULT,
            "",
            "What a completed training came to: EPOCHS (all of them), LOSS (below stop_below), GRADIENT or STEP (too small to go on); UNTRAINED where optimizer is none.",
            "the trial did not complete");

    public static final Column RUNG = new Column(
            "rung",
            COUNT,
            RESULT,
            "epochs",
            "The epochs at which a rule of the sweep compared a STOPPED trial with others.",
            "no rule stopped the trial, or the row is from before there was this column");

    public static final Column EPOCHS =
            Column.always("epochs", COUNT, RESULT, "epochs", "The epochs that were trained.");

    private static final List<WrittenColumn<TrialResult>> WRITTEN = List.of(
            new WrittenColumn<>(OUTCOME, result -> result.outcome().status().name()),
            new WrittenColumn<>(
                    FAILURE, result -> WrittenColumn.word(result.outcome().reason())),
            new WrittenColumn<>(STOPPED_BY, result -> stoppedBy(result.outcome())),
            new WrittenColumn<>(RUNG, result -> rung(result.outcome())),
            new WrittenColumn<>(EPOCHS, TrialResult::epochs));

    private EndingColumns() {}

    static List<Column> all() {
        return WrittenColumn.columns(WRITTEN);
    }

    static void write(TrialResult result, SortedMap<String, Object> row) {
        WrittenColumn.write(WRITTEN, result, row);
    }

    private static @Nullable String stoppedBy(Outcome outcome) {
        return outcome instanceof Outcome.Completed completed
                ? completed.stoppedBy().name()
                : null;
    }

    private static @Nullable Long rung(Outcome outcome) {
        return outcome instanceof Outcome.Stopped stopped ? (Long) stopped.rung() : null;
    }

    /** How the trial of a row ended. */
    static Outcome outcome(Row row) {
        String reason = row.word(FAILURE);
        return switch (Outcome.Status.valueOf(row.word(OUTCOME))) {
            case COMPLETED -> new Outcome.Completed(Outcome.StoppedBy.valueOf(row.word(STOPPED_BY)));
            case DIVERGED -> new Outcome.Diverged(reason);
            case FAILED -> new Outcome.Failed(reason);
            case TIMED_OUT -> new Outcome.TimedOut(reason);
            case STOPPED -> new Outcome.Stopped(reason, row.count(RUNG));
        };
    }
}
