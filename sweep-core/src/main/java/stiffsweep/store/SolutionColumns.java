package stiffsweep.store;

import static stiffsweep.store.ColumnType.NUMBER;
import static stiffsweep.store.ColumnType.WORD;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stiffsweep.result.SolutionPoint;
import stiffsweep.result.TrialResult;

/** The table {@code solutions}: what was learnt, a row for each trial, field and point. */
public final class SolutionColumns {

    private static final String NO_INPUT = "the field does not depend on it";

    private SolutionColumns() {}

    /** Every column, in the order of the files. */
    public static List<Column> all() {
        return List.of(
                Column.always("trial_id", WORD, "", "The trial."),
                Column.always("field", WORD, "", "The field of the solution, such as y."),
                new Column("x", NUMBER, "the problem's", "The position.", NO_INPUT),
                new Column("t", NUMBER, "the problem's", "The time.", NO_INPUT),
                new Column("v", NUMBER, "the problem's", "The velocity.", NO_INPUT),
                new Column(
                        "value",
                        NUMBER,
                        "the problem's",
                        "The network's value at the best checkpoint; of a term of an ansatz, its share of the field.",
                        "nothing was trained"),
                new Column("truth", NUMBER, "the problem's", "The exact or reference value.", "there is none"),
                new Column(
                        "weight",
                        NUMBER,
                        "1",
                        "What multiplies the size of the equation's residual at the point: the weighting at the best checkpoint.",
                        "the problem has several equations, or takes its one on other points"),
                new Column("baseline", NUMBER, "the problem's", "The conventional method's value.", "there is none"),
                new Column("baseline_low", NUMBER, "the problem's", "The lower edge of its band.", "there is none"),
                new Column("baseline_high", NUMBER, "the problem's", "The upper edge of its band.", "there is none"));
    }

    /** The rows of a trial's solution. */
    public static List<Row> rows(TrialResult result) {
        return result.solution().stream()
                .map(point -> row(result.trial().id().hex(), point))
                .toList();
    }

    private static Row row(String trial, SolutionPoint point) {
        SortedMap<String, Object> values = new TreeMap<>();
        values.put("trial_id", trial);
        values.put("field", point.field());
        put(values, "x", point.x());
        put(values, "t", point.t());
        put(values, "v", point.v());
        put(values, "value", point.value());
        put(values, "truth", point.truth());
        put(values, "weight", point.weight());
        put(values, "baseline", point.baseline().value());
        put(values, "baseline_low", point.baseline().low());
        put(values, "baseline_high", point.baseline().high());
        return new Row(values);
    }

    private static void put(SortedMap<String, Object> values, String column, @Nullable Double value) {
        if (value != null) {
            values.put(column, value);
        }
    }
}
