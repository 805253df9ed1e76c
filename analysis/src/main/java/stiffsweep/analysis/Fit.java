package stiffsweep.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The question how one column of {@code trials} grows with another: a power law for each group of trials.
 *
 * <p>Every trial whose x and y are positive and finite is a point; the others are counted, not dropped in silence.
 *
 * @param x the column of the abscissa
 * @param y the column of the ordinate
 * @param by the columns whose values make the groups; empty for {@code problem}, {@code weighting} and the weight rules
 *     that vary
 * @param where an SQL condition on the trials; empty for all of them
 */
public record Fit(String x, String y, List<String> by, String where) {

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

    /**
     * The fitted groups as a table, one row for each.
     *
     * @throws AnalysisException where a column is unknown or no group determines a power law
     */
    public Table table(Results results) {
        List<String> keys = keys(results);
        List<FittedGroup> groups = groups(results, keys);
        List<String> columns = new ArrayList<>(keys);
        columns.addAll(FittedGroup.columns());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (FittedGroup group : groups) {
            List<@Nullable Object> row = new ArrayList<>(group.key());
            row.addAll(group.cells());
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    private List<FittedGroup> groups(Results results, List<String> keys) {
        requireNumbers(results.columns("trials"));
        Map<List<@Nullable Object>, List<Observation>> observations = observations(results, keys);
        List<FittedGroup> groups = new ArrayList<>();
        observations.forEach((key, members) -> groups.add(FittedGroup.of(key, members)));
        if (groups.stream().allMatch(group -> group.law() == null)) {
            throw new AnalysisException(
                    noLaw(observations.values().stream().flatMap(List::stream).toList()));
        }
        return groups;
    }

    private List<String> keys(Results results) {
        Map<String, String> columns = results.columns("trials");
        if (!by.isEmpty()) {
            by.forEach(name -> ColumnNames.require(name, columns.keySet()));
            return by;
        }
        List<String> keys = new ArrayList<>(List.of("problem", "weighting"));
        keys.retainAll(columns.keySet());
        SettingColumn.varying(results).values().stream()
                .flatMap(List::stream)
                .filter(SettingColumn::isRule)
                .map(SettingColumn::name)
                .distinct()
                .forEach(keys::add);
        return keys;
    }

    private Map<List<@Nullable Object>, List<Observation>> observations(Results results, List<String> keys) {
        String groups = keys.stream().map(key -> Sql.identifier(key) + ", ").collect(Collectors.joining());
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
            return x + " and " + y + " must be positive and finite for a power law, but got no such values in "
                    + trials;
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
