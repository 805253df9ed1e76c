package stiffsweep.store;

import static stiffsweep.store.Column.Role.IDENTITY;
import static stiffsweep.store.Column.Role.RESULT;
import static stiffsweep.store.ColumnType.NUMBER;
import static stiffsweep.store.ColumnType.WORD;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.result.SolutionPoint;
import stiffsweep.result.TrialResult;

/** The table {@code solutions}: what was learnt, a row for each trial, field and point. */
public final class SolutionColumns {

    private static final String NO_INPUT = "the field does not depend on it";
    private static final String THE_PROBLEMS = "the problem's";
    private static final String NONE = "there is none";

    public static final Column FIELD =
            Column.always("field", WORD, IDENTITY, "", "The field of the solution, such as y.");
    public static final Column X = input("x", "The position.");
    private static final Column T = input("t", "The time.");
    private static final Column V = input("v", "The velocity.");
    public static final Column VALUE = result(
            "value",
            THE_PROBLEMS,
            "The network's value at the best checkpoint; of a term of an ansatz, its share of the field.",
            "nothing was trained");
    public static final Column TRUTH = result("truth", THE_PROBLEMS, "The exact or reference value.", NONE);
    public static final Column WEIGHT = result(
            "weight",
            "1",
            "What multiplies the size of the equation's residual at the point: the weighting at the best checkpoint.",
            "the problem has several equations, or takes its one on other points");
    public static final Column BASELINE = result("baseline", THE_PROBLEMS, "The conventional method's value.", NONE);
    public static final Column BASELINE_LOW = result("baseline_low", THE_PROBLEMS, "The lower edge of its band.", NONE);
    public static final Column BASELINE_HIGH =
            result("baseline_high", THE_PROBLEMS, "The upper edge of its band.", NONE);

    private static final List<WrittenColumn<SolutionPoint>> WRITTEN = List.of(
            new WrittenColumn<>(FIELD, SolutionPoint::field),
            new WrittenColumn<>(X, SolutionPoint::x),
            new WrittenColumn<>(T, SolutionPoint::t),
            new WrittenColumn<>(V, SolutionPoint::v),
            new WrittenColumn<>(VALUE, SolutionPoint::value),
            new WrittenColumn<>(TRUTH, SolutionPoint::truth),
            new WrittenColumn<>(WEIGHT, SolutionPoint::weight),
            new WrittenColumn<>(BASELINE, point -> point.baseline().value()),
            new WrittenColumn<>(BASELINE_LOW, point -> point.baseline().low()),
            new WrittenColumn<>(BASELINE_HIGH, point -> point.baseline().high()));

    private SolutionColumns() {}

    /** Every column, in the order of the files. */
    public static List<Column> all() {
        List<Column> columns = new ArrayList<>(List.of(TrialColumns.OF_A_TRIAL));
        columns.addAll(WrittenColumn.columns(WRITTEN));
        return List.copyOf(columns);
    }

    /** The rows of a trial's solution. */
    public static List<Row> rows(TrialResult result) {
        return result.solution().stream()
                .map(point -> row(result.trial().id().hex(), point))
                .toList();
    }

    private static Row row(String trial, SolutionPoint point) {
        SortedMap<String, Object> values = new TreeMap<>();
        values.put(TrialColumns.OF_A_TRIAL.name(), trial);
        WrittenColumn.write(WRITTEN, point, values);
        return new Row(values);
    }

    private static Column input(String name, String meaning) {
        return new Column(name, NUMBER, IDENTITY, THE_PROBLEMS, meaning, NO_INPUT);
    }

    private static Column result(String name, String unit, String meaning, String nullWhen) {
        return new Column(name, NUMBER, RESULT, unit, meaning, nullWhen);
    }
}
