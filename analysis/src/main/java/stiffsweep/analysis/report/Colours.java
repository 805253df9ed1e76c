package stiffsweep.analysis.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The colours of a report's methods: a method keeps its colour and its mark from figure to figure, and no two of a figure
 * have the same ones.
 */
final class Colours {

    /** As many as there are colours, with full and with empty marks. */
    private static final int ALL = 2 * Facets.MOST;

    private final Map<String, Integer> known = new HashMap<>();

    /**
     * The colour of each method of a problem.
     *
     * @param panels the labels of the methods that stand in one panel
     */
    Map<String, Integer> of(Collection<List<String>> panels) {
        Set<String> labels = new LinkedHashSet<>();
        panels.forEach(labels::addAll);
        Map<String, Integer> own = new LinkedHashMap<>();
        for (String label : labels) {
            Integer before = known.get(label);
            if (before != null && isFree(label, before, own, panels)) {
                own.put(label, before);
            }
        }
        for (String label : labels) {
            if (!own.containsKey(label)) {
                own.put(label, first(label, own, panels));
            }
        }
        own.forEach(known::putIfAbsent);
        return own;
    }

    /**
     * The first colour that no method of the report has, else the first that no method of the problem has, else the first that
     * no method of its panels has.
     */
    private int first(String label, Map<String, Integer> own, Collection<List<String>> panels) {
        return IntStream.range(0, ALL)
                .filter(colour -> !known.containsValue(colour) && isFree(label, colour, own, panels))
                .findFirst()
                .orElseGet(() -> IntStream.range(0, ALL)
                        .filter(colour -> isFree(label, colour, own, panels))
                        .findFirst()
                        .orElseGet(() -> IntStream.range(0, ALL)
                                .filter(colour -> !isAlikeBeside(label, colour, own, panels))
                                .findFirst()
                                .orElse(own.size() % ALL)));
    }

    private static boolean isFree(String label, int colour, Map<String, Integer> own, Collection<List<String>> panels) {
        return !own.containsValue(colour) && !isAlikeBeside(label, colour, own, panels);
    }

    private static boolean isAlikeBeside(
            String label, int colour, Map<String, Integer> own, Collection<List<String>> panels) {
        return panels.stream()
                .filter(panel -> panel.contains(label))
                .flatMap(List::stream)
                .anyMatch(other ->
                        own.containsKey(other) && own.getOrDefault(other, 0) % Facets.MOST == colour % Facets.MOST);
    }
}
