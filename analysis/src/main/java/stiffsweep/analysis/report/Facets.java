package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The methods of a problem in panels, as many in each as can be told apart, by the values of one or two settings.
 *
 * @param titles what each panel shows, row by row; one without a title where there is a single panel
 * @param columns how many panels stand in a row
 * @param places where each method is shown
 */
record Facets(List<String> titles, int columns, Map<String, Place> places) {

    /** As many methods in a panel as there are colours. */
    static final int MOST = 8;

    /** More panels than these are none that one looks at. */
    static final int MOST_PANELS = 20;

    private static final int MOST_COLUMNS = 6;

    /** Panels that are no grid go on in the next row after these. */
    private static final int ROW = 4;

    /**
     * Where a method is shown.
     *
     * @param panel the index of the panel
     * @param label what the legend calls it
     */
    record Place(int panel, String label) {}

    Facets {
        titles = List.copyOf(titles);
        places = Map.copyOf(places);
    }

    /**
     * The settings that are to be columns and rows: of those that leave no panel with too many methods those that leave the
     * fewest panels with a single one, of these those after which the fewest settings tell the methods of a panel apart, and
     * of these the least important, for what is in one panel is compared best.
     *
     * @return none where one panel is enough; nothing where no split leaves few enough methods in few enough panels
     */
    static Optional<List<Integer>> choice(Methods methods) {
        if (methods.size() <= MOST) {
            return Optional.of(List.of());
        }
        List<Integer> telling = methods.telling();
        List<List<Integer>> splits = new ArrayList<>();
        telling.forEach(one -> splits.add(List.of(one)));
        telling.forEach(
                one -> telling.stream().filter(other -> other > one).forEach(other -> splits.add(List.of(one, other))));
        return splits.stream()
                .filter(split -> isReadable(methods.by(split)))
                .min(Comparator.comparingLong((List<Integer> split) -> single(methods.by(split)))
                        .thenComparingInt(split -> left(methods.by(split)))
                        .thenComparingDouble(split ->
                                split.stream().mapToDouble(methods::share).sum()));
    }

    /** In how many panels nothing is compared. */
    private static long single(Map<List<@Nullable Object>, Methods> panels) {
        return panels.values().stream().filter(panel -> panel.size() == 1).count();
    }

    /** How many settings tell the methods of a panel apart, at most. */
    private static int left(Map<List<@Nullable Object>, Methods> panels) {
        return panels.values().stream()
                .mapToInt(panel -> panel.telling().size())
                .max()
                .orElse(0);
    }

    private static boolean isReadable(Map<List<@Nullable Object>, Methods> panels) {
        int most = panels.values().stream().mapToInt(Methods::size).max().orElse(0);
        return panels.size() <= MOST_PANELS && most > 1 && most <= MOST;
    }

    /** The panels of methods by the values of no, one or two settings, the more important one along the columns. */
    static Facets of(Methods methods, List<Integer> split) {
        if (split.isEmpty()) {
            return new Facets(List.of(""), 1, places(List.of(methods), methods.shortLabels(List.of())));
        }
        List<Integer> order = new ArrayList<>(split);
        order.sort(Comparator.comparing((Integer place) -> methods.values(place).size() > MOST_COLUMNS)
                .thenComparing(place -> -methods.share(place)));
        int across = methods.values(order.get(0)).size();
        Map<List<@Nullable Object>, Methods> groups = methods.by(order);
        List<List<@Nullable Object>> keys =
                keys(methods, order).stream().filter(groups::containsKey).toList();
        boolean isGrid = order.size() > 1
                && keys.size() == across * methods.values(order.get(1)).size();
        Map<List<@Nullable Object>, String> titles = titles(methods, order);
        List<Methods> panels = keys.stream()
                .map(key -> groups.getOrDefault(key, methods.only(Set.of())))
                .toList();
        int rows = (keys.size() + ROW - 1) / ROW;
        int columns = isGrid ? across : (keys.size() + rows - 1) / rows;
        return new Facets(
                keys.stream().map(key -> titles.getOrDefault(key, "")).toList(),
                columns,
                places(panels, labels(methods, panels, split)));
    }

    /** The values of each panel, row by row. */
    private static List<List<@Nullable Object>> keys(Methods methods, List<Integer> order) {
        List<List<@Nullable Object>> across = methods.values(order.get(0));
        if (order.size() == 1) {
            return across;
        }
        List<List<@Nullable Object>> keys = new ArrayList<>();
        methods.values(order.get(1))
                .forEach(row -> across.forEach(column -> {
                    List<@Nullable Object> key = new ArrayList<>(column);
                    key.addAll(row);
                    keys.add(key);
                }));
        return keys;
    }

    private static Map<List<@Nullable Object>, String> titles(Methods methods, List<Integer> order) {
        Map<List<@Nullable Object>, String> titles = new HashMap<>();
        methods.labels(sorted(order))
                .forEach((method, label) -> titles.put(method.values(order), label.replace('_', ' ')));
        return titles;
    }

    private static List<Integer> sorted(List<Integer> places) {
        return places.stream().sorted().toList();
    }

    /**
     * What the legend calls the methods: the same in each panel where one panel's settings tell the methods of all, else by
     * what tells those of each panel apart.
     */
    private static Map<Method, String> labels(Methods methods, List<Methods> panels, List<Integer> split) {
        Set<Integer> all = new TreeSet<>();
        List<Set<Integer>> telling = new ArrayList<>();
        for (Methods panel : panels) {
            Set<Integer> own = new TreeSet<>(panel.telling());
            telling.add(own);
            all.addAll(own);
        }
        if (telling.contains(all)) {
            return methods.labels(List.copyOf(all));
        }
        Map<Method, String> labels = new LinkedHashMap<>();
        panels.forEach(panel -> labels.putAll(panel.shortLabels(split)));
        return labels;
    }

    private static Map<String, Place> places(List<Methods> panels, Map<Method, String> labels) {
        Map<String, Place> places = new LinkedHashMap<>();
        for (int i = 0; i < panels.size(); i++) {
            for (Method method : panels.get(i).all()) {
                places.put(
                        method.label(),
                        new Place(i, labels.getOrDefault(method, method.label()).replace('_', ' ')));
            }
        }
        return places;
    }
}
