package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.NumberText;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.SettingColumn;
import stiffsweep.analysis.Sql;

/**
 * What a sweep asks, as seen from its results: something against x, for each problem, method by method.
 *
 * @param x the column of the abscissa: {@code stiffness} where it varies, else the first number that does; empty where
 *     none does
 * @param methods the other settings that vary, apart from the problem
 */
record Question(String x, List<SettingColumn> methods) {

    private static final String PREFERRED = "stiffness";

    /** Settings that decide which method it is come first in its name. */
    private static final String WEIGHTING = "weighting";

    /** The columns of a trial that do not make its method. */
    private static final int MEASURES = 10;

    Question {
        methods = List.copyOf(methods);
    }

    static Question of(Results results) {
        List<SettingColumn> varying = SettingColumn.varying(results);
        List<String> numbers = varying.stream()
                .filter(setting -> setting.kind() == SettingColumn.Kind.NUMBER)
                .map(SettingColumn::name)
                .toList();
        String x = numbers.contains(PREFERRED) ? PREFERRED : numbers.isEmpty() ? "" : numbers.get(0);
        List<SettingColumn> methods = varying.stream()
                .filter(setting -> !setting.name().equals(x) && !setting.name().equals("problem"))
                .toList();
        return new Question(x, methods);
    }

    /** All trials, by problem, method, x and replicate. */
    List<ReportedTrial> trials(Results results) {
        Map<String, String> columns = results.columns("trials");
        List<String> wanted = new ArrayList<>(List.of("trial_id", "problem", "outcome", "failure"));
        wanted.add(Sql.numberOrNull(x, columns.keySet()));
        for (String measure : List.of("replicate", "epochs", "loss_total", "error_mse", "hessian_lambda_max")) {
            wanted.add(Sql.numberOrNull(measure, columns.keySet()));
        }
        wanted.add(columns.containsKey(WEIGHTING) ? WEIGHTING : "''");
        methods.forEach(method -> wanted.add(method.expression()));
        List<List<@Nullable Object>> rows = results.query(
                        "select " + String.join(", ", wanted) + " from trials order by trial_id")
                .rows();
        Map<List<@Nullable Object>, String> labels = labels(rows, wanted.size());
        List<ReportedTrial> trials = new ArrayList<>(rows.size());
        for (List<@Nullable Object> row : rows) {
            trials.add(trial(row, labels.getOrDefault(row.subList(MEASURES, wanted.size()), "")));
        }
        trials.sort(Comparator.comparing(ReportedTrial::problem)
                .thenComparing(ReportedTrial::group)
                .thenComparing(ReportedTrial::x)
                .thenComparing(ReportedTrial::replicate)
                .thenComparing(ReportedTrial::id));
        return trials;
    }

    private static ReportedTrial trial(List<@Nullable Object> row, String group) {
        Object failure = row.get(3);
        return new ReportedTrial(
                String.valueOf(row.get(0)),
                String.valueOf(row.get(1)),
                group,
                number(row.get(4)),
                (long) number(row.get(5)),
                String.valueOf(row.get(2)),
                failure == null ? "" : failure.toString(),
                number(row.get(6)),
                number(row.get(7)),
                number(row.get(8)),
                number(row.get(9)));
    }

    private static double number(@Nullable Object value) {
        return value instanceof Double number ? number : Double.NaN;
    }

    /** A label for each method: bare words where they tell the methods apart, else every setting with its name. */
    private Map<List<@Nullable Object>, String> labels(List<List<@Nullable Object>> rows, int width) {
        Map<List<@Nullable Object>, String> bare = new LinkedHashMap<>();
        Map<List<@Nullable Object>, String> named = new LinkedHashMap<>();
        for (List<@Nullable Object> row : rows) {
            List<@Nullable Object> key = row.subList(MEASURES, width);
            if (!bare.containsKey(key)) {
                bare.put(key, label(key, Set.of()));
                named.put(
                        key,
                        label(key, methods.stream().map(SettingColumn::name).collect(Collectors.toSet())));
            }
        }
        return new TreeSet<>(bare.values()).size() == bare.size() ? bare : named;
    }

    private String label(List<@Nullable Object> key, Set<String> named) {
        TreeMap<String, String> parts = new TreeMap<>();
        for (int i = 0; i < methods.size(); i++) {
            SettingColumn method = methods.get(i);
            Object value = key.get(i + 1);
            if (value != null && !method.name().equals(WEIGHTING)) {
                boolean bare = method.kind() == SettingColumn.Kind.WORD && !named.contains(method.name());
                String text = value instanceof Double number ? NumberText.rounded(number, 5) : value.toString();
                parts.put(method.name(), bare ? text : method.name() + " = " + text);
            }
        }
        List<String> label = new ArrayList<>();
        label.add(String.valueOf(key.get(0)));
        label.addAll(parts.values());
        label.removeIf(String::isEmpty);
        return label.isEmpty() ? "all trials" : String.join(", ", label);
    }
}
