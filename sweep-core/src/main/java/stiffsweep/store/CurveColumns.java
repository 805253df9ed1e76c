package stiffsweep.store;

import static stiffsweep.store.Column.Role.IDENTITY;
import static stiffsweep.store.Column.Role.RESULT;
import static stiffsweep.store.ColumnType.COUNT;
import static stiffsweep.store.ColumnType.NUMBER;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.SettingsSchema;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.TrialResult;
import stiffsweep.sweep.Sweep;

/** The table {@code curves}: how training went, a row for each trial and epoch. */
public final class CurveColumns {

    public static final Column EPOCH =
            Column.always("epoch", COUNT, IDENTITY, "epochs", "The epoch, from 0; values are from before its step.");

    public static final Column LOSS_TOTAL =
            Column.always("loss_total", NUMBER, RESULT, "1", "The weighted total loss.");

    public static final Column ERROR_MSE = Column.always(
            "error_mse", NUMBER, RESULT, "1", "The mean of (y - truth)^2; not a number where there is no truth.");

    public static final Column ERROR_RELATIVE_SQUARED = new Column(
            "error_relative_squared",
            NUMBER,
            RESULT,
            "1",
            "The mean of ((y - truth) / truth)^2; not a number where there is no truth. It measures nothing where the"
                    + " truth has decayed below 1e-6 of its largest at some point.",
            "the row is from before there was this column");

    private CurveColumns() {}

    /** Every column of a sweep's curves, in the order of the files. */
    public static List<Column> of(Sweep sweep) {
        return of(MeasuredColumns.lossTerms(sweep), MeasuredColumns.fieldsOfSeveral(sweep));
    }

    /** The columns that all curves have, whatever the terms of their losses. */
    public static List<Column> ofAnyProblem() {
        return of(Set.of(), Set.of());
    }

    private static List<Column> of(Set<String> lossTerms, Set<String> fields) {
        List<Column> columns = new ArrayList<>(List.of(TrialColumns.OF_A_TRIAL, EPOCH, LOSS_TOTAL));
        for (String term : lossTerms) {
            columns.add(new Column(
                    term, NUMBER, RESULT, "1", "The term's loss, before its weight.", "the problem has no such term"));
        }
        columns.add(ERROR_MSE);
        columns.add(ERROR_RELATIVE_SQUARED);
        for (String field : fields) {
            columns.add(new Column(
                    ofField(field),
                    NUMBER,
                    RESULT,
                    "1",
                    "||y - truth|| / ||truth|| of the field " + field + " alone.",
                    "the solution has one field, there is no truth, the trial ended between two points, or the row is from before there was"
                            + " this column"));
        }
        return columns;
    }

    /** The column of the relative error of one field of several. */
    public static String ofField(String field) {
        return MeasuredColumns.ofField(MeasuredColumns.ERROR_RELATIVE_L2.name(), field);
    }

    /** The rows of a trial's curve. */
    public static List<Row> rows(TrialResult result) {
        return result.curve().stream()
                .map(point -> row(result.trial().id().hex(), point))
                .toList();
    }

    private static Row row(String trial, CurvePoint point) {
        SortedMap<String, Object> values = new TreeMap<>();
        values.put(TrialColumns.OF_A_TRIAL.name(), trial);
        values.put(EPOCH.name(), point.epoch());
        values.putAll(numbers(point));
        return new Row(values);
    }

    /** The numbers of a point by the column that holds them. */
    public static SortedMap<String, Double> numbers(CurvePoint point) {
        SortedMap<String, Double> numbers = new TreeMap<>();
        numbers.put(LOSS_TOTAL.name(), point.lossTotal());
        point.losses().forEach((term, loss) -> numbers.put(SettingsSchema.lossColumn(term), loss));
        numbers.put(ERROR_MSE.name(), point.errorMse());
        numbers.put(ERROR_RELATIVE_SQUARED.name(), point.errorRelativeSquared());
        point.fieldErrors().forEach((field, error) -> numbers.put(ofField(field), error));
        return numbers;
    }

    /** The names of the columns of a problem's curves that hold numbers. */
    public static List<String> numbers(ProblemDeclaration problem) {
        SortedMap<String, Double> terms = new TreeMap<>();
        problem.lossTerms().forEach(term -> terms.put(term.name(), 0.0));
        SortedMap<String, Double> fields = new TreeMap<>();
        if (problem.solutionFields().size() > 1) {
            problem.solutionFields().forEach(field -> fields.put(field, 0.0));
        }
        return List.copyOf(numbers(new CurvePoint(0, 0, terms, 0, 0, fields)).keySet());
    }
}
