package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.SettingColumn;
import stiffsweep.analysis.Sql;
import stiffsweep.analysis.ValueOrder;
import stiffsweep.store.Column;
import stiffsweep.store.EndingColumns;
import stiffsweep.store.MeasuredColumns;
import stiffsweep.store.TrialColumns;
import stiffsweep.sweep.ReportPolicy;

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

    static final String WEIGHTING = "weighting";

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
        return trials(results, ReportPolicy.DEFAULT);
    }

    /** All trials, against the x that a policy asks for where it varies, and with what it calls a success. */
    static List<ReportedTrial> trials(Results results, ReportPolicy policy) {
        Set<String> successes = successes(results, policy.success());
        List<ReportedTrial> trials = new ArrayList<>();
        SettingColumn.varying(results)
                .forEach((problem, varying) ->
                        trials.addAll(of(problem, varying, policy.x(), results).ownTrials(results, successes)));
        return trials;
    }

    /** The ids of the trials that meet a condition; none where it is that of every report, and nothing has an error. */
    private static Set<String> successes(Results results, String success) {
        boolean isUsual = success.equals(ReportPolicy.DEFAULT.success());
        if (isUsual && !results.columns("trials").containsKey(MeasuredColumns.ERROR_MSE.name())) {
            return Set.of();
        }
        return results.query("select trial_id from trials where " + success + "\n").rows().stream()
                .map(row -> String.valueOf(row.get(0)))
                .collect(Collectors.toSet());
    }

    private static Comparison of(String problem, List<SettingColumn> varying, String asked, Results results) {
        List<String> preferred = asked.isEmpty() ? List.of(PREFERRED) : List.of(asked, PREFERRED);
        String x = varying.stream()
                .filter(setting -> setting.kind() == SettingColumn.Kind.NUMBER)
                .sorted(Comparator.comparing(setting ->
                        preferred.contains(setting.name()) ? preferred.indexOf(setting.name()) : preferred.size()))
                .filter(setting ->
                        preferred.contains(setting.name()) || variesAlone(setting, problem, varying, results))
                .map(SettingColumn::name)
                .findFirst()
                .orElse("");
        List<SettingColumn> others = varying.stream()
                .filter(setting -> !Set.of(x, WEIGHTING).contains(setting.name()))
                .sorted(Comparator.comparing(SettingColumn::name))
                .toList();
        List<SettingColumn> followers = x.isEmpty() ? List.of() : followers(x, varying, problem, results);
        List<SettingColumn> methods =
                others.stream().filter(other -> !followers.contains(other)).toList();
        return new Comparison(problem, x, followers, methods);
    }

    /**
     * The numbers that go with x: each has one value at each x, and the same one at several. None do where no x has several
     * methods: there every setting has one value, whatever it has to do with x.
     */
    private static List<SettingColumn> followers(
            String x, List<SettingColumn> varying, String problem, Results results) {
        List<SettingColumn> followers = varying.stream()
                .filter(other -> other.kind() == SettingColumn.Kind.NUMBER
                        && !other.name().equals(x))
                .filter(other -> mostAtOneX(other.expression(), x, problem, results) == 1)
                .filter(other -> repeats(other, x, problem, results))
                .toList();
        String rest = varying.stream()
                .filter(other -> !followers.contains(other) && !other.name().equals(x))
                .map(SettingColumn::expression)
                .collect(Collectors.joining(", "));
        boolean isTold = !rest.isEmpty() && mostAtOneX("concat_ws('/', " + rest + ")", x, problem, results) > 1;
        return isTold ? followers : List.of();
    }

    /** The most values that an expression takes at one x; null is one. */
    private static long mostAtOneX(String expression, String x, String problem, Results results) {
        String values = "count(distinct " + expression + ") + bool_or((" + expression + ") is null)::int";
        return count(
                "select max(n) from (select " + values + " as n from trials where problem = ? group by "
                        + Sql.identifier(x) + ")",
                problem,
                results);
    }

    /** Whether a setting has fewer values than x. */
    private static boolean repeats(SettingColumn setting, String x, String problem, Results results) {
        String fewer = "count(distinct " + Sql.identifier(x) + ") - count(distinct " + setting.expression() + ")";
        return count("select " + fewer + " from trials where problem = ?", problem, results) > 0;
    }

    private static long count(String query, String problem, Results results) {
        return results.query(query, problem).rows().get(0).get(0) instanceof Long count ? count : 0;
    }

    /** Whether a setting varies while all others stand still: one that does not only tells methods apart. */
    private static boolean variesAlone(
            SettingColumn setting, String problem, List<SettingColumn> varying, Results results) {
        String others = varying.stream()
                .filter(other -> !other.equals(setting))
                .map(other -> other.expression() + ", ")
                .collect(Collectors.joining());
        return count(
                        "select max(n) from (select " + others + "count(distinct " + setting.expression()
                                + ") as n from trials where problem = ? group by all)",
                        problem,
                        results)
                > 1;
    }

    private List<ReportedTrial> ownTrials(Results results, Set<String> successes) {
        List<List<@Nullable Object>> rows = new ArrayList<>(rows(results));
        rows.sort(Comparator.comparing(Comparison::method, ValueOrder.LISTS));
        Set<List<@Nullable Object>> keys = new LinkedHashSet<>();
        rows.forEach(row -> keys.add(method(row)));
        Map<List<@Nullable Object>, String> labels = MethodLabels.of(methods, keys);
        Map<String, Integer> place = new HashMap<>();
        labels.values().forEach(label -> place.put(label, place.size()));
        List<ReportedTrial> trials = new ArrayList<>(rows.size());
        rows.forEach(row ->
                trials.add(trial(row, new Method(labels.getOrDefault(method(row), ""), method(row)), successes)));
        trials.sort(Comparator.comparing((ReportedTrial trial) -> place.getOrDefault(trial.group(), 0))
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

    private ReportedTrial trial(List<@Nullable Object> row, Method method, Set<String> successes) {
        Object failure = row.get(2);
        String outcome = String.valueOf(row.get(1));
        boolean isTrained = Boolean.TRUE.equals(row.get(3));
        boolean isMeasured = outcome.equals("COMPLETED");
        return new ReportedTrial(
                String.valueOf(row.get(0)),
                this,
                method,
                number(row.get(4)),
                (long) number(row.get(5)),
                outcome,
                failure == null ? "" : failure.toString(),
                successes.contains(String.valueOf(row.get(0))),
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
