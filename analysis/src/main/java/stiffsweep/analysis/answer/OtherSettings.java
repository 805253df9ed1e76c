package stiffsweep.analysis.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.SettingColumn;

/** The settings that vary in neither of two folders, and yet are not equal in them. */
final class OtherSettings {

    private OtherSettings() {}

    /**
     * Each in words: {@code epochs_planned (4000 and 8000)}.
     *
     * @param folders the folders, in order
     * @param varying the settings that vary in one of them
     */
    static List<String> of(Map<String, Results> folders, Set<String> varying) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        folders.values().forEach(results -> {
            List<SettingColumn> constant = SettingColumn.all(results).stream()
                    .filter(setting -> !varying.contains(setting.name()))
                    .toList();
            String each = constant.stream()
                    .map(setting -> "any_value(" + setting.expression() + ")")
                    .collect(Collectors.joining(", "));
            List<@Nullable Object> row =
                    results.query("select " + each + " from trials").rows().get(0);
            for (int i = 0; i < row.size(); i++) {
                values.computeIfAbsent(constant.get(i).name(), name -> new ArrayList<>())
                        .add(Words.value(row.get(i)));
            }
        });
        List<String> words = new ArrayList<>();
        values.forEach((name, some) -> {
            if (some.stream().distinct().count() > 1) {
                words.add(name + " (" + String.join(" and ", some) + ")");
            }
        });
        return words;
    }
}
