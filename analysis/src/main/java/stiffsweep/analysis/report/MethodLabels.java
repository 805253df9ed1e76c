package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.NumberText;
import stiffsweep.analysis.SettingColumn;

/** What the methods of a problem are called, a word that decides and the settings that vary, and how they are ordered. */
final class MethodLabels {

    /** The label of a method of which nothing is to be said. */
    static final String NONE = "all trials";

    private static final int DIGITS = 5;

    private MethodLabels() {}

    /**
     * A label for each method, no two alike: bare words where they tell the methods apart, else every setting with its name;
     * numbers with as many digits as tell them apart.
     *
     * @param settings the settings that vary, in the order of their parts of a label
     * @param methods each method once: the word that comes first in its label, then the values of the settings
     */
    static Map<List<@Nullable Object>, String> of(List<SettingColumn> settings, Set<List<@Nullable Object>> methods) {
        Map<List<@Nullable Object>, String> bare = labels(settings, methods, Set.of());
        boolean tellApart = new TreeSet<>(bare.values()).size() == bare.size();
        Set<String> all = settings.stream().map(SettingColumn::name).collect(Collectors.toSet());
        return tellApart ? bare : labels(settings, methods, all);
    }

    private static Map<List<@Nullable Object>, String> labels(
            List<SettingColumn> settings, Set<List<@Nullable Object>> methods, Set<String> named) {
        List<Integer> digits = new ArrayList<>();
        for (int i = 0; i < settings.size(); i++) {
            int at = i + 1;
            List<Double> numbers = methods.stream()
                    .map(method -> method.get(at))
                    .filter(Double.class::isInstance)
                    .map(Double.class::cast)
                    .toList();
            digits.add(NumberText.digits(numbers, DIGITS));
        }
        Map<List<@Nullable Object>, String> labels = new LinkedHashMap<>();
        methods.forEach(method -> labels.put(method, label(settings, method, named, digits)));
        return labels;
    }

    private static String label(
            List<SettingColumn> settings, List<@Nullable Object> method, Set<String> named, List<Integer> digits) {
        List<String> label = new ArrayList<>();
        label.add(String.valueOf(method.get(0)));
        for (int i = 0; i < settings.size(); i++) {
            SettingColumn setting = settings.get(i);
            Object value = method.get(i + 1);
            if (value != null) {
                boolean bare = setting.kind() == SettingColumn.Kind.WORD && !named.contains(setting.name());
                String text =
                        value instanceof Double number ? NumberText.rounded(number, digits.get(i)) : value.toString();
                label.add(bare ? text : setting.name() + " = " + text);
            }
        }
        label.removeIf(String::isEmpty);
        return label.isEmpty() ? NONE : String.join(", ", label);
    }
}
