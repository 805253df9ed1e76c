package stiffsweep.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The question how one column of {@code trials} grows with another: a power law for each group of trials.
 *
 * <p>Every trial that completed and whose x and y are positive and finite is a point; the others are counted, not dropped
 * in silence.
 *
 * @param x the column of the abscissa
 * @param y the column of the ordinate
 * @param by the columns whose values make the groups; empty for {@code problem}, {@code weighting} and every other setting
 *     that varies at one x
 * @param where an SQL condition on the trials; empty for all of them
 */
public record Fit(String x, String y, List<String> by, String where) {

    private static final String PROBLEM = "problem";

    private static final String WEIGHTING = "weighting";

    public Fit {
        by = List.copyOf(by);
    }

    /** The fit over all trials, grouped as usual. */
    public static Fit of(String x, String y) {
        return new Fit(x, y, List.of(), "");
    }

    public Fit by(List<String> columns) {
        return new Fit(x, y, columns, where);
    }

    public Fit where(String condition) {
        return new Fit(x, y, by, condition);
    }

    /** The fit over the trials whose x lies in a range, both ends included. */
    public Fit range(double from, double to) {
        String inside = Sql.identifier(x) + " between " + from + " and " + to;
        return where(where.isBlank() ? inside : "(" + where + "\n) and " + inside);
    }

    /** The names of what makes the groups. */
    public List<String> keys(Results results) {
        return groupKeys(results).stream().map(Key::name).toList();
    }

    /** The trials of each group, by the values of its keys, in the order of the table. */
    public Map<List<@Nullable Object>, List<Observation>> observations(Results results) {
        requireNumbers(results.columns("trials"));
        return observations(results, groupKeys(results));
    }

    /**
     * The laws of a fit.
     *
     * @param groups the fitted groups
     * @param table the same as a table, one row for each. What was pooled in a group stands under {@code pooled_over}
     */
    public record Fitted(List<FittedGroup> groups, Table table) {
        public Fitted {
            groups = List.copyOf(groups);
        }
    }

    /**
     * The table of {@link #fitted}.
     *
     * @throws AnalysisException as there
     */
    public Table table(Results results) {
        return fitted(results).table();
    }

    /**
     * The law of each group.
     *
     * @throws AnalysisException where a column is unknown or no group determines a power law
     */
    public Fitted fitted(Results results) {
        requireNumbers(results.columns("trials"));
        List<Key> keys = groupKeys(results);
        Map<List<@Nullable Object>, List<Observation>> observations = observations(results, keys);
        // Resampling takes its time, and each group is by itself.
        List<FittedGroup> groups = List.copyOf(observations.entrySet()).parallelStream()
                .map(group -> FittedGroup.of(group.getKey(), group.getValue()))
                .toList();
        if (groups.stream().allMatch(group -> group.law() == null)) {
            throw new AnalysisException(
                    noLaw(observations.values().stream().flatMap(List::stream).toList()));
        }
        return new Fitted(groups, table(results, keys, groups));
    }

    private Table table(Results results, List<Key> keys, List<FittedGroup> groups) {
        Map<List<@Nullable Object>, Map<SettingColumn, Long>> pooled = new Pooling(x, trials())
                .of(results, keys.stream().map(Key::expression).toList());
        List<String> columns = new ArrayList<>(keys.stream().map(Key::name).toList());
        columns.addAll(FittedGroup.columns());
        columns.add("pooled_over");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (FittedGroup group : groups) {
            List<@Nullable Object> row = new ArrayList<>(group.key());
            row.addAll(group.cells());
            row.add(words(pooled.getOrDefault(group.key(), Map.of())));
            rows.add(row);
        }
        return new Table(columns, rows, keys.size());
    }

    /**
     * What trials of a group have in common.
     *
     * @param name its name
     * @param expression the SQL that gives its value
     */
    private record Key(String name, String expression) {
        private static Key of(String column) {
            return new Key(column, Sql.identifier(column));
        }
    }

    private List<Key> groupKeys(Results results) {
        Set<String> columns = results.columns("trials").keySet();
        if (!by.isEmpty()) {
            by.forEach(name -> ColumnNames.require(name, columns));
            return by.stream().map(Key::of).toList();
        }
        List<Key> keys = new ArrayList<>();
        Stream.of(PROBLEM, WEIGHTING).filter(columns::contains).map(Key::of).forEach(keys::add);
        new Pooling(x, trials())
                .of(results, List.of(Sql.identifier(PROBLEM))).values().stream()
                        .flatMap(settings -> settings.keySet().stream())
                        .filter(setting -> !setting.name().equals(WEIGHTING))
                        .distinct()
                        .map(setting -> setting.isRule()
                                ? Key.of(setting.name())
                                : new Key(setting.name(), setting.expression()))
                        .forEach(keys::add);
        return keys;
    }

    private static String words(Map<SettingColumn, Long> pooled) {
        return pooled.entrySet().stream()
                .map(setting -> setting.getKey().name() + " (" + setting.getValue() + " values)")
                .collect(Collectors.joining(", "));
    }

    private Map<List<@Nullable Object>, List<Observation>> observations(Results results, List<Key> keys) {
        String groups = keys.stream().map(key -> key.expression() + ", ").collect(Collectors.joining());
        Table trials = results.query("select " + groups + Sql.identifier(x) + "::double, " + Sql.identifier(y)
                + "::double, replicate::bigint, outcome from " + trials() + " order by all nulls first");
        Map<List<@Nullable Object>, List<Observation>> observations = new LinkedHashMap<>();
        int at = keys.size();
        for (List<@Nullable Object> row : trials.rows()) {
            observations
                    .computeIfAbsent(row.subList(0, at), key -> new ArrayList<>())
                    .add(new Observation(
                            number(row.get(at)),
                            number(row.get(at + 1)),
                            row.get(at + 2) instanceof Long replicate ? replicate : 0,
                            String.valueOf(row.get(at + 3))));
        }
        return observations;
    }

    private void requireNumbers(Map<String, String> columns) {
        for (String name : List.of(x, y)) {
            ColumnNames.require(name, columns.keySet());
            String type = columns.getOrDefault(name, "");
            if (!SettingColumn.numeric(type)) {
                throw new AnalysisException("a fit needs a column of numbers, but got " + name + " of type " + type);
            }
        }
    }

    private String noLaw(List<Observation> observations) {
        String trials = observations.size() + " trials" + (where.isBlank() ? "" : " where " + where);
        double[] usable = observations.stream()
                .filter(Observation::usable)
                .mapToDouble(Observation::x)
                .toArray();
        if (usable.length == 0) {
            return x + " and " + y
                    + " must be positive and finite in a trial that completed for a power law, but got no such"
                    + " values in " + trials;
        }
        return x + " must take at least two values in a group for a power law, but got a constant ("
                + NumberText.rounded(usable[0], 5) + " first) in each group of " + trials;
    }

    /** The trials in question; the condition stands alone, so that a fault in it is reported as its own. */
    private String trials() {
        return where.isBlank() ? "trials" : "(from trials where " + where + "\n)";
    }

    private static double number(@Nullable Object value) {
        return value instanceof Double number ? number : Double.NaN;
    }
}
