package stiffsweep.store;

import static stiffsweep.store.Column.Role.IDENTITY;
import static stiffsweep.store.Column.Role.RESULT;
import static stiffsweep.store.ColumnType.NUMBER;
import static stiffsweep.store.ColumnType.WORD;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.Input;
import stiffsweep.declare.SettingsSchema;
import stiffsweep.result.SolutionPoint;
import stiffsweep.result.TrialResult;
import stiffsweep.sweep.Sweep;

/** The table {@code solutions}: what was learnt, a row for each trial, field and point. */
public final class SolutionColumns {

    private static final String NO_INPUT = "the field does not depend on it";
    private static final String THE_PROBLEMS = "the problem's";
    private static final String NONE = "there is none";

    public static final Column FIELD =
            Column.always("field", WORD, IDENTITY, "", "The field of the solution, such as y.");
    public static final Column X =
            input("x", "The position; the input of a problem that has a single one, unless it is t or v.");
    public static final Column T = input("t", "The time.");
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

    /** The inputs that every table has a column for. */
    private static final List<Column> INPUTS = List.of(X, T, V);

    private static final List<WrittenColumn<SolutionPoint>> RESULTS = List.of(
            new WrittenColumn<>(VALUE, SolutionPoint::value),
            new WrittenColumn<>(TRUTH, SolutionPoint::truth),
            new WrittenColumn<>(WEIGHT, SolutionPoint::weight),
            new WrittenColumn<>(BASELINE, point -> point.baseline().value()),
            new WrittenColumn<>(BASELINE_LOW, point -> point.baseline().low()),
            new WrittenColumn<>(BASELINE_HIGH, point -> point.baseline().high()));

    private SolutionColumns() {}

    /**
     * Every column of a sweep's solutions, in the order of the files.
     *
     * @throws IllegalArgumentException if an input of a problem has the name of another column
     */
    public static List<Column> of(Sweep sweep) {
        SortedSet<String> inputs = new TreeSet<>();
        sweep.declarations().values().forEach(problem -> inputs.addAll(inputs(problem)));
        return of(inputs);
    }

    /** The columns that all solutions have, whatever their problems depend on. */
    public static List<Column> ofAnyProblem() {
        return of(new TreeSet<>());
    }

    static List<Column> of(SortedSet<String> inputs) {
        List<Column> columns = new ArrayList<>(List.of(TrialColumns.OF_A_TRIAL, FIELD));
        columns.addAll(INPUTS);
        Set<String> everywhere = new HashSet<>(names(INPUTS));
        inputs.stream()
                .filter(input -> !everywhere.contains(input))
                .forEach(input -> columns.add(input(input, "Another input of the problem, under its name.")));
        columns.addAll(WrittenColumn.columns(RESULTS));
        requireDistinct(names(columns));
        return List.copyOf(columns);
    }

    /**
     * The columns that hold the inputs of a problem, in the order of its declaration: each its own, but a single one is
     * {@code x} whatever it is called, unless it is {@code t} or {@code v}.
     */
    public static List<String> inputs(ProblemDeclaration problem) {
        List<String> inputs = problem.inputs().stream()
                .map(Input::name)
                .map(SettingsSchema::column)
                .toList();
        boolean isSomeOther = inputs.size() == 1 && !names(INPUTS).containsAll(inputs);
        return isSomeOther ? List.of(X.name()) : inputs;
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
        values.put(FIELD.name(), point.field());
        values.putAll(point.at());
        WrittenColumn.write(RESULTS, point, values);
        return new Row(values);
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }

    private static void requireDistinct(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException(
                        "a column of solutions must have one meaning, but an input has the name of another, " + name
                                + ": rename the input of the problem");
            }
        }
    }

    private static Column input(String name, String meaning) {
        return new Column(name, NUMBER, IDENTITY, THE_PROBLEMS, meaning, NO_INPUT);
    }

    private static Column result(String name, String unit, String meaning, String nullWhen) {
        return new Column(name, NUMBER, RESULT, unit, meaning, nullWhen);
    }
}
