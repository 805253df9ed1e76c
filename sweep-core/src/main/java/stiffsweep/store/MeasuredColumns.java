package stiffsweep.store;

import static stiffsweep.store.ColumnType.COUNT;
import static stiffsweep.store.ColumnType.NUMBER;
import static stiffsweep.store.ColumnType.SWITCH;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.declare.ProblemDeclaration.Result;
import stiffsweep.declare.SettingsSchema;
import stiffsweep.sweep.Sweep;

/** The columns that are measured on a trial, at its best checkpoint unless they say otherwise. */
final class MeasuredColumns {

    private static final String NOT_TAKEN = "it was not measured";
    private static final String NO_TRUTH = "no truth is known, or it was not measured";
    private static final String NO_TANGENTS =
            "it was not measured; or the loss takes a Jacobian that the problem does not give and is derived";
    private static final String NOT_THE_PROBLEMS = "it is not a result of the problem, or the trial was lost";
    private static final String DECAYED =
            " It measures nothing where the truth has decayed below 1e-6 of its largest: reports leave such points out.";
    private static final String OWN_UNIT = "the problem's";
    private static final String NO_TERM = "the problem has no such term, or the trial was lost";

    private MeasuredColumns() {}

    static List<Column> of(Sweep sweep) {
        List<Column> columns = new ArrayList<>();
        columns.add(column("epoch_best", COUNT, "epochs", "The epoch of the best checkpoint."));
        columns.addAll(losses(sweep));
        columns.addAll(errors());
        columns.addAll(hessian("hessian_lambda_max", "hessian", "the residual loss"));
        columns.addAll(hessian("hessian_lambda_max_total", "hessian_total", "the total loss"));
        columns.addAll(baseline());
        columns.addAll(own(sweep));
        columns.add(column("jacobian_max", NUMBER, "1", "The largest |Jacobian| of the problem at its points."));
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

    private static List<Column> losses(Sweep sweep) {
        List<Column> columns = new ArrayList<>();
        columns.add(column("loss_total", NUMBER, "1", "The weighted total loss."));
        columns.add(column("loss_total_final", NUMBER, "1", "The weighted total loss at the last epoch."));
        for (String term : lossTerms(sweep)) {
            columns.add(new Column(term, NUMBER, "1", "The term's loss, before its weight.", NO_TERM));
            columns.add(new Column(
                    term + "_final", NUMBER, "1", "The term's loss, before its weight, at the last epoch.", NO_TERM));
        }
        return columns;
    }

    private static List<Column> errors() {
        return List.of(
                error("error_mse", "The mean of (y - truth)^2 over the points."),
                error("error_relative_l2", "||y - truth|| / ||truth|| over the points."),
                error("error_relative_squared", "The mean of ((y - truth) / truth)^2 over the points." + DECAYED),
                error("error_max", "The largest |y - truth| over the points."),
                error("error_relative_max", "The largest |(y - truth) / truth| over the points." + DECAYED));
    }

    private static Column error(String name, String meaning) {
        return new Column(name, NUMBER, "1", meaning, NO_TRUTH);
    }

    private static List<Column> baseline() {
        return List.of(
                baseline("baseline_final", OWN_UNIT, "The conventional method's value at the last point."),
                baseline("baseline_low", OWN_UNIT, "The lower edge of its band there, over the matching points."),
                baseline("baseline_high", OWN_UNIT, "The upper edge of its band there."),
                baseline("baseline_error_relative_l2", "1", "||baseline - truth|| / ||truth|| over the points."),
                baseline(
                        "baseline_error_relative_max",
                        "1",
                        "The largest |(baseline - truth) / truth| over the points."));
    }

    private static Column baseline(String name, String unit, String meaning) {
        return new Column(name, NUMBER, unit, meaning, "the problem has no baseline");
    }

    /** The columns that the problems fill themselves. */
    private static List<Column> own(Sweep sweep) {
        Map<String, Column> columns = new TreeMap<>();
        for (ProblemDeclaration problem : sweep.declarations().values()) {
            for (Result result : problem.results()) {
                Column column = new Column(result.column(), NUMBER, result.unit(), result.meaning(), NOT_THE_PROBLEMS);
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

    private static List<Column> hessian(String eigenvalue, String prefix, String loss) {
        return List.of(
                new Column(
                        eigenvalue, NUMBER, "1", "The largest eigenvalue of the Hessian of " + loss + ".", NO_TANGENTS),
                new Column(
                        prefix + "_converged",
                        SWITCH,
                        "",
                        "Whether the power iteration for " + eigenvalue + " converged.",
                        NO_TANGENTS),
                new Column(
                        prefix + "_iterations",
                        COUNT,
                        "iterations",
                        "The power iterations for " + eigenvalue + ".",
                        NO_TANGENTS));
    }

    private static Column column(String name, ColumnType type, String unit, String meaning) {
        return new Column(name, type, unit, meaning, NOT_TAKEN);
    }
}
