package stiffsweep.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stiffsweep.store.Column;
import stiffsweep.store.SettingColumns;

/**
 * A column of {@code trials} that holds a setting.
 *
 * @param name the column's name
 * @param kind whether it holds numbers or words
 * @param expression the SQL that gives its value; a weight that was found by a rule is null, since the rule is another
 *     setting, and the rule of a weight that was given is null
 */
public record SettingColumn(String name, Kind kind, String expression) {

    /** What a setting's values are. */
    public enum Kind {
        NUMBER,
        WORD
    }

    /** The settings that take more than one value in the results of each problem, in the order of the columns. */
    public static SortedMap<String, List<SettingColumn>> varying(Results results) {
        List<SettingColumn> settings = all(results);
        String questions = settings.stream().map(SettingColumn::varies).collect(Collectors.joining(", "));
        SortedMap<String, List<SettingColumn>> varying = new TreeMap<>();
        for (List<@Nullable Object> row : results.query(
                        "select problem, " + questions + " from trials group by problem")
                .rows()) {
            List<SettingColumn> ofProblem = new ArrayList<>();
            for (int i = 0; i < settings.size(); i++) {
                if (Boolean.TRUE.equals(row.get(i + 1))) {
                    ofProblem.add(settings.get(i));
                }
            }
            varying.put(String.valueOf(row.get(0)), ofProblem);
        }
        return varying;
    }

    /** Whether a column of this SQL type holds numbers. */
    public static boolean numeric(String type) {
        return Set.of("DOUBLE", "FLOAT", "BIGINT", "INTEGER", "SMALLINT", "TINYINT", "HUGEINT")
                        .contains(type)
                || type.startsWith("DECIMAL");
    }

    /** Whether this is the rule of another setting. */
    boolean isRule() {
        return SettingColumns.isRule(name);
    }

    /** All settings, in the order of the columns. */
    public static List<SettingColumn> all(Results results) {
        Map<String, String> columns = results.columns("trials");
        Set<String> holdSettings = results.columns(Column.Role.SETTING);
        List<SettingColumn> settings = new ArrayList<>();
        columns.forEach((name, type) -> {
            if (holdSettings.contains(name)) {
                String column = Sql.identifier(name);
                String ruleOfIt = SettingColumns.rule(name);
                if (SettingColumns.isRule(name)) {
                    column = rule(name);
                } else if (columns.containsKey(ruleOfIt)) {
                    column = "case when " + rule(ruleOfIt) + " is null then " + column + " end";
                }
                settings.add(new SettingColumn(name, numeric(type) ? Kind.NUMBER : Kind.WORD, column));
            }
        });
        return settings;
    }

    /** The rule by which a number was found; null where the number was given. */
    private static String rule(String name) {
        return "nullif(" + Sql.identifier(name) + ", " + Sql.literal(SettingColumns.FIXED) + ")";
    }

    String distinctValues() {
        return "count(distinct " + value() + ")";
    }

    /** The smallest and the largest tell whether there are several: hundreds of counts of distinct values would take minutes. */
    private String varies() {
        return "min(" + value() + ") <> max(" + value() + ")";
    }

    /** A setting that a problem lacks is null, which is no value; the rule of a number that was given is one. */
    private String value() {
        return isRule() ? "coalesce(" + expression + ", '')" : expression;
    }
}
