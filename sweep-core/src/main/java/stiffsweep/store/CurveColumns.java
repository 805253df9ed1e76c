package stiffsweep.store;

import static stiffsweep.store.ColumnType.COUNT;
import static stiffsweep.store.ColumnType.NUMBER;
import static stiffsweep.store.ColumnType.WORD;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.TrialResult;
import stiffsweep.sweep.Sweep;

/** The table {@code curves}: how training went, a row for each trial and epoch. */
public final class CurveColumns {

    private CurveColumns() {}

    /** Every column of a sweep's curves, in the order of the files. */
    public static List<Column> of(Sweep sweep) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.always("trial_id", WORD, "", "The trial."));
        columns.add(Column.always("epoch", COUNT, "epochs", "The epoch, from 0; values are from before its step."));
        columns.add(Column.always("loss_total", NUMBER, "1", "The weighted total loss."));
        for (String term : MeasuredColumns.lossTerms(sweep)) {
            columns.add(new Column(
                    term, NUMBER, "1", "The term's loss, before its weight.", "the problem has no such term"));
        }
        columns.add(Column.always(
                "error_mse", NUMBER, "1", "The mean of (y - truth)^2; not a number where there is no truth."));
        columns.add(new Column(
                "error_relative_squared",
                NUMBER,
                "1",
                "The mean of ((y - truth) / truth)^2; not a number where there is no truth. It measures nothing where the"
                        + " truth has decayed below 1e-6 of its largest at some point.",
                "the row is from before there was this column"));
        return columns;
    }

    /** The rows of a trial's curve. */
    public static List<Row> rows(TrialResult result) {
        return result.curve().stream()
                .map(point -> row(result.trial().id().hex(), point))
                .toList();
    }

    private static Row row(String trial, CurvePoint point) {
        SortedMap<String, Object> values = new TreeMap<>();
        values.put("trial_id", trial);
        values.put("epoch", point.epoch());
        values.putAll(point.byColumn());
        return new Row(values);
    }
}
