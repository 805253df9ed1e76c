package stiffsweep.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands in one pot when trials are grouped: the settings that take several values among the trials of a group that
 * have the same x. A setting that moves with x alone is no such one.
 *
 * @param x the column of the abscissa
 * @param where the SQL of the trials in question, as a table
 */
record Pooling(String x, String where) {

    /**
     * The settings that groups pool, each with the most values that it takes at one x.
     *
     * @param keys the SQL of what makes the groups
     * @return for each group, by the values of its keys, the settings that it pools
     */
    Map<List<@Nullable Object>, Map<SettingColumn, Long>> of(Results results, List<String> keys) {
        List<SettingColumn> settings = SettingColumn.varying(results).values().stream()
                .flatMap(List::stream)
                .distinct()
                .filter(setting -> !setting.name().equals(x))
                .toList();
        String groups = keys.stream().map(key -> key + ", ").collect(Collectors.joining());
        String counts = settings.stream().map(SettingColumn::distinctValues).collect(Collectors.joining(", "));
        Map<List<@Nullable Object>, Map<SettingColumn, Long>> pooled = new LinkedHashMap<>();
        for (List<@Nullable Object> row : results.query("select " + groups + counts + " from " + where + " group by "
                        + groups + Sql.identifier(x) + " order by all nulls first")
                .rows()) {
            Map<SettingColumn, Long> ofGroup =
                    pooled.computeIfAbsent(new ArrayList<>(row.subList(0, keys.size())), key -> new LinkedHashMap<>());
            for (int i = 0; i < settings.size(); i++) {
                if (row.get(keys.size() + i) instanceof Long count && count > 1) {
                    ofGroup.merge(settings.get(i), count, Long::max);
                }
            }
        }
        return pooled;
    }
}
