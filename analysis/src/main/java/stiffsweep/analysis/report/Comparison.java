package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.SettingColumn;
import stiffsweep.analysis.Sql;
import stiffsweep.store.Column;
import stiffsweep.store.EndingColumns;
import stiffsweep.store.MeasuredColumns;
import stiffsweep.store.TrialColumns;

/**
 * What a sweep asks of one problem, as seen from its results: something against x, method by method.
 *
 * @param problem the problem
 * @param x the column of the abscissa: {@code stiffness} where it varies, else the first number that takes several
 *     values of one method; empty where none does
 * @param followers the settings that have one value at each x: they go with it
 * @param methods the other settings that vary, but for the weighting, which always stands in a method's label
 */
record Comparison(String problem, String x, List<SettingColumn> followers, List<SettingColumn> methods) {

    private static final String PREFERRED = "stiffness";

    private static final String WEIGHTING = "weighting";

    private static final List<Column> WORDS =
            List.of(TrialColumns.TRIAL_ID, EndingColumns.OUTCOME, EndingColumns.FAILURE);

    private static final List<Column> NUMBERS = List.of(
            TrialColumns.REPLICATE,
            EndingColumns.EPOCHS,
            MeasuredColumns.LOSS_TOTAL,
            MeasuredColumns.ERROR_MSE,
            MeasuredColumns.BASELINE_ERROR_RELATIVE_L2,
            MeasuredColumns.HESSIAN.value());

    /** What is asked of a trial before what makes its method: those columns, whether it trains, and its x. */
    private static final int MEASURES = WORDS.size() + 2 + NUMBERS.size();

    Comparison {
        followers = List.copyOf(followers);
        methods = List.copyOf(methods);
    }

    /** All trials of all problems, by problem, method, x and replicate. */
    static List<ReportedTrial> trials(Results results) {
        List<ReportedTrial> trials = new ArrayList<>();
        SettingColumn.varying(results)
                .forEach((problem, varying) ->
                        trials.addAll(of(problem, varying, results).ownTrials(results)));
        return trials;
    }

    private static Comparison of(String problem, List<SettingColumn> varying, Results results) {
        String x = varying.stream()
                .filter(setting -> setting.kind() == SettingColumn.Kind.NUMBER)
                .sorted(Comparator.comparing(setting -> !setting.name().equals(PREFERRED)))
                .filter(setting -> setting.name().equals(PREFERRED) || variesAlone(setting, problem, varying, results))
                .map(SettingColumn::name)
                .findFirst()
                .orElse("");
        List<SettingColumn> others = varying.stream()
                .filter(setting -> !Set.of(x, WEIGHTING).contains(setting.name()))
                .sorted(Comparator.comparing(SettingColumn::name))
                .toList();
        List<SettingColumn> followers = others.stream()
                .filter(other -> !x.isEmpty() && follows(other, x, problem, results))
                .toList();
        List<SettingColumn> methods =
                others.stream().filter(other -> !followers.contains(other)).toList();
        return new Comparison(problem, x, followers, methods);
    }

    /** Whether a number has one value at each x. */
    private static boolean follows(SettingColumn setting, String x, String problem, Results results) {
        String several = "min(" + setting.expression() + ") is distinct from max(" + setting.expression() + ")";
        Object found = results.query(
                        "select bool_or(several) from (select " + several
                                + " as several from trials where problem = ? group by " + Sql.identifier(x) + ")",
                        problem)
                .rows()
                .get(0)
                .get(0);
        return setting.kind() == SettingColumn.Kind.NUMBER && Boolean.FALSE.equals(found);
    }

    /** Whether a setting varies while all others stand still: one that does not only tells methods apart. */
    private static boolean variesAlone(
            SettingColumn setting, String problem, List<SettingColumn> varying, Results results) {
        String others = varying.stream()
                .filter(other -> !other.equals(setting))
                .map(other -> other.expression() + ", ")
                .collect(Collectors.joining());
        Object most = results.query(
                        "select max(n) from (select " + others + "count(distinct " + setting.expression()
                                + ") as n from trials where problem = ? group by all)",
                        problem)
                .rows()
                .get(0)
                .get(0);
        return most instanceof Long count && count > 1;
    }

    private List<ReportedTrial> ownTrials(Results results) {
        List<List<@Nullable Object>> rows = new ArrayList<>(rows(results));
        rows.sort(Comparator.comparing(Comparison::method, MethodLabels.ORDER));
        Set<List<@Nullable Object>> keys = new LinkedHashSet<>();
        rows.forEach(row -> keys.add(method(row)));
        Map<List<@Nullable Object>, String> labels = MethodLabels.of(methods, keys);
        List<String> inOrder = List.copyOf(labels.values());
        List<ReportedTrial> trials = new ArrayList<>(rows.size());
        rows.forEach(row -> trials.add(trial(row, labels.getOrDefault(method(row), ""))));
        trials.sort(Comparator.comparing((ReportedTrial trial) -> inOrder.indexOf(trial.group()))
                .thenComparing(ReportedTrial::x)
                .thenComparing(ReportedTrial::replicate)
                .thenComparing(ReportedTrial::id));
        return trials;
    }

    private static List<@Nullable Object> method(List<@Nullable Object> row) {
        return row.subList(MEASURES, row.size());
    }

    private List<List<@Nullable Object>> rows(Results results) {
        Set<String> known = results.columns("trials").keySet();
        String trains = known.contains("optimizer") ? "optimizer is distinct from 'none'" : "true";
        String weighting = known.contains(WEIGHTING) ? WEIGHTING : "''";
        List<String> wanted = new ArrayList<>(WORDS.stream().map(Column::name).toList());
        wanted.add(trains);
        wanted.add(Sql.numberOrNull(x, known));
        NUMBERS.forEach(column -> wanted.add(Sql.numberOrNull(column.name(), known)));
        wanted.add("if(" + trains + ", " + weighting + ", 'baseline')");
        methods.forEach(method -> wanted.add(method.expression()));
        return results.query(
                        "select " + String.join(", ", wanted) + " from trials where problem = ? order by trial_id",
                        problem)
                .rows();
    }

    private ReportedTrial trial(List<@Nullable Object> row, String group) {
        Object failure = row.get(2);
        String outcome = String.valueOf(row.get(1));
        boolean isTrained = Boolean.TRUE.equals(row.get(3));
        boolean isMeasured = outcome.equals("COMPLETED");
        return new ReportedTrial(
                String.valueOf(row.get(0)),
                this,
                group,
                number(row.get(4)),
                (long) number(row.get(5)),
                outcome,
                failure == null ? "" : failure.toString(),
                isTrained,
                isMeasured && isTrained ? number(row.get(6)) : Double.NaN,
                isMeasured ? number(row.get(7)) : Double.NaN,
                isMeasured ? number(row.get(8)) : Double.NaN,
                isMeasured ? number(row.get(9)) : Double.NaN,
                isMeasured ? number(row.get(10)) : Double.NaN);
    }

    private static double number(@Nullable Object value) {
        return value instanceof Double number ? number : Double.NaN;
    }
}
