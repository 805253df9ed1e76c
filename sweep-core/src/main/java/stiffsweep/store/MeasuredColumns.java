package stiffsweep.store;

import static stiffsweep.store.Column.Role.OWN_RESULT;
import static stiffsweep.store.Column.Role.RESULT;
import static stiffsweep.store.ColumnType.COUNT;
import static stiffsweep.store.ColumnType.NUMBER;
import static stiffsweep.store.ColumnType.SWITCH;
import static stiffsweep.store.ColumnType.WORD;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.declare.ProblemDeclaration.Result;
import stiffsweep.declare.SettingsSchema;
import stiffsweep.declare.Solver;
import stiffsweep.sweep.Sweep;

/** The columns that are measured on a trial, at its best checkpoint unless they say otherwise. */
public final class MeasuredColumns {

    private static final String NOT_TAKEN = "it was not measured";
    private static final String NO_TRUTH = "no truth is known, or it was not measured";
    private static final String NO_TANGENTS =
            "it was not measured; or the loss takes a Jacobian that the problem does not give and is derived";
    private static final String NOT_THE_PROBLEMS = "it is not a result of the problem, or the trial was lost";
    private static final String DECAYED =
            " It measures nothing where the truth has decayed below 1e-6 of its largest: reports leave such points out.";
    private static final String NOT_BETWEEN = "measure.between is 0, no truth is known, or it was not measured";
    private static final String NOT_OF_SEVERAL =
            "the problem has no such field, or no other one; no truth is known, or it was not measured";
    private static final String OWN_UNIT = "the problem's";
    private static final String NO_TERM = "the problem has no such term, or the trial was lost";

    public static final Column EPOCH_BEST = column("epoch_best", COUNT, "epochs", "The epoch of the best checkpoint.");

    public static final Column LOSS_TOTAL = column("loss_total", NUMBER, "1", "The weighted total loss.");
    public static final Column LOSS_TOTAL_FINAL =
            column("loss_total_final", NUMBER, "1", "The weighted total loss at the last epoch.");

    public static final Column SOLVER = new Column(
            "solver",
            WORD,
            RESULT,
            "",
            "How Levenberg-Marquardt solved for its steps, in the training or its polish: gram (a matrix of the residuals), normal (a matrix of the parameters) or cg (conjugate gradients).",
            "it was not used, or the row is from before there was this column");

    public static final Column ERROR_MSE = error("error_mse", "The mean of (y - truth)^2 over the points.");
    public static final Column ERROR_RELATIVE_L2 =
            error("error_relative_l2", "||y - truth|| / ||truth|| over the points.");
    public static final Column ERROR_RELATIVE_SQUARED =
            error("error_relative_squared", "The mean of ((y - truth) / truth)^2 over the points." + DECAYED);
    public static final Column ERROR_MAX = error("error_max", "The largest |y - truth| over the points.");
    public static final Column ERROR_RELATIVE_MAX =
            error("error_relative_max", "The largest |(y - truth) / truth| over the points." + DECAYED);

    /** The errors, each over all fields of the solution. */
    private static final List<Column> ERRORS =
            List.of(ERROR_MSE, ERROR_RELATIVE_L2, ERROR_RELATIVE_SQUARED, ERROR_MAX, ERROR_RELATIVE_MAX);

    public static final Eigenvalue HESSIAN = eigenvalue("hessian_lambda_max", "hessian", "the residual loss");
    public static final Eigenvalue HESSIAN_TOTAL =
            eigenvalue("hessian_lambda_max_total", "hessian_total", "the total loss");

    public static final Column BASELINE_FINAL =
            baseline("baseline_final", OWN_UNIT, "The conventional method's value at the last point.");
    public static final Column BASELINE_LOW =
            baseline("baseline_low", OWN_UNIT, "The lower edge of its band there, over the matching points.");
    public static final Column BASELINE_HIGH = baseline("baseline_high", OWN_UNIT, "The upper edge of its band there.");
    public static final Column BASELINE_ERROR_RELATIVE_L2 =
            baseline("baseline_error_relative_l2", "1", "||baseline - truth|| / ||truth|| over the points.");
    public static final Column BASELINE_ERROR_RELATIVE_MAX =
            baseline("baseline_error_relative_max", "1", "The largest |(baseline - truth) / truth| over the points.");

    public static final Column JACOBIAN_MAX =
            column("jacobian_max", NUMBER, "1", "The largest |Jacobian| of the problem at its points.");

    /** What the measurements of {@link #SOLVER} stand for, by their numbers. */
    static final List<Solver> SOLVERS = List.of(Solver.GRAM, Solver.NORMAL, Solver.CG);

    private MeasuredColumns() {}

    /** A solver as the measurement of {@link #SOLVER}. */
    public static double measured(Solver solver) {
        return SOLVERS.indexOf(solver);
    }

    /**
     * The columns of a largest eigenvalue.
     *
     * @param value the eigenvalue
     * @param converged whether the power iteration for it converged
     * @param iterations the power iterations that it took
     */
    public record Eigenvalue(Column value, Column converged, Column iterations) {}

    static List<Column> of(Sweep sweep) {
        List<Column> columns = new ArrayList<>(List.of(SOLVER, EPOCH_BEST, LOSS_TOTAL, LOSS_TOTAL_FINAL));
        for (String term : lossTerms(sweep)) {
            columns.add(new Column(term, NUMBER, RESULT, "1", "The term's loss, before its weight.", NO_TERM));
            columns.add(new Column(
                    atTheEnd(term),
                    NUMBER,
                    RESULT,
                    "1",
                    "The term's loss, before its weight, at the last epoch.",
                    NO_TERM));
        }
        columns.addAll(errors(sweep));
        for (Eigenvalue largest : List.of(HESSIAN, HESSIAN_TOTAL)) {
            columns.addAll(List.of(largest.value(), largest.converged(), largest.iterations()));
        }
        columns.addAll(List.of(
                BASELINE_FINAL, BASELINE_LOW, BASELINE_HIGH, BASELINE_ERROR_RELATIVE_L2, BASELINE_ERROR_RELATIVE_MAX));
        columns.addAll(own(sweep));
        columns.add(JACOBIAN_MAX);
        return columns;
    }

    /** The columns that hold the loss of each term of a sweep's problems, in a fixed order. */
    static Set<String> lossTerms(Sweep sweep) {
        Set<String> columns = new LinkedHashSet<>();
        sweep.declarations().values().stream()
                .flatMap(problem -> problem.lossTerms().stream())
                .map(LossTerm::name)
                .sorted()
                .forEach(term -> columns.add(SettingsSchema.lossColumn(term)));
        return columns;
    }

    /** The column that holds at the last epoch what another holds at the best checkpoint: the loss of a term. */
    public static String atTheEnd(String lossColumn) {
        return lossColumn + "_final";
    }

    /** The column that holds between the points of a line what another one holds at the points: an error. */
    public static String between(String errorColumn) {
        return errorColumn + "_between";
    }

    /** The column that holds of one field what another one holds of all fields of the solution: an error. */
    public static String ofField(String errorColumn, String field) {
        return errorColumn + "_" + SettingsSchema.column(field);
    }

    /** The fields of those solutions that have several, in a fixed order. */
    static Set<String> fieldsOfSeveral(Sweep sweep) {
        Set<String> fields = new TreeSet<>();
        sweep.declarations().values().stream()
                .map(ProblemDeclaration::solutionFields)
                .filter(ofProblem -> ofProblem.size() > 1)
                .forEach(fields::addAll);
        return fields;
    }

    private static List<Column> errors(Sweep sweep) {
        List<Column> columns = new ArrayList<>(ERRORS);
        for (String field : fieldsOfSeveral(sweep)) {
            for (Column error : ERRORS) {
                String meaning = error.name() + " of the field " + field + " alone.";
                columns.add(new Column(ofField(error.name(), field), NUMBER, RESULT, "1", meaning, NOT_OF_SEVERAL));
            }
        }
        for (Column error : ERRORS) {
            String meaning = error.name() + " at measure.between points between each two of the line.";
            columns.add(new Column(between(error.name()), NUMBER, RESULT, "1", meaning, NOT_BETWEEN));
        }
        return columns;
    }

    /** The columns that the problems fill themselves. */
    private static List<Column> own(Sweep sweep) {
        Map<String, Column> columns = new TreeMap<>();
        for (ProblemDeclaration problem : sweep.declarations().values()) {
            for (Result result : problem.results()) {
                Column column = new Column(
                        result.column(), NUMBER, OWN_RESULT, result.unit(), result.meaning(), NOT_THE_PROBLEMS);
                requireOneUnit(column, columns.put(column.name(), column));
            }
        }
        return List.copyOf(columns.values());
    }

    private static void requireOneUnit(Column column, @Nullable Column other) {
        if (other != null && !other.unit().equals(column.unit())) {
            throw new IllegalArgumentException("a result column must have one unit, but " + column.name() + " has "
                    + other.unit() + " in one problem and " + column.unit() + " in another: rename one of them");
        }
    }

    private static Column column(String name, ColumnType type, String unit, String meaning) {
        return new Column(name, type, RESULT, unit, meaning, NOT_TAKEN);
    }

    private static Column error(String name, String meaning) {
        return new Column(name, NUMBER, RESULT, "1", meaning, NO_TRUTH);
    }

    private static Column baseline(String name, String unit, String meaning) {
        return new Column(name, NUMBER, RESULT, unit, meaning, "the problem has no baseline");
    }

    private static Eigenvalue eigenvalue(String name, String prefix, String loss) {
        return new Eigenvalue(
                new Column(
                        name,
                        NUMBER,
                        RESULT,
                        "1",
                        "The largest eigenvalue of the Hessian of " + loss + ".",
                        NO_TANGENTS),
                new Column(
                        prefix + "_converged",
                        SWITCH,
                        RESULT,
                        "",
                        "Whether the power iteration for " + name + " converged.",
                        NO_TANGENTS),
                new Column(
                        prefix + "_iterations",
                        COUNT,
                        RESULT,
                        "iterations",
                        "The power iterations for " + name + ".",
                        NO_TANGENTS));
    }
}
