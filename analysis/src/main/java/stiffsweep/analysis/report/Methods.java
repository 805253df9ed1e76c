package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.SettingColumn;
import stiffsweep.analysis.ValueOrder;

/**
 * The methods of a problem, and what tells them apart. A setting is meant by its place among the values of a method.
 *
 * @param settings the columns of the settings from the second place on; the first place is the weighting's
 * @param scores how good each method is, in order
 */
record Methods(List<SettingColumn> settings, Map<Method, MethodScore> scores) {

    Methods {
        settings = List.copyOf(settings);
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    }

    static Methods of(List<ReportedTrial> trials) {
        Quality quality = Quality.of(trials);
        Map<Method, MethodScore> scores = new LinkedHashMap<>();
        TrialGroup.by(trials, ReportedTrial::method)
                .forEach((method, members) -> scores.put(method, MethodScore.of(members, quality)));
        return new Methods(trials.get(0).comparison().methods(), scores);
    }

    List<Method> all() {
        return List.copyOf(scores.keySet());
    }

    int size() {
        return scores.size();
    }

    Methods only(Set<Method> some) {
        Map<Method, MethodScore> left = new LinkedHashMap<>(scores);
        left.keySet().retainAll(some);
        return new Methods(settings, left);
    }

    /** Those with the best scores, at most so many; first the best of each value of a word, so that words can be compared. */
    Methods best(int most) {
        Set<Method> ofWords = bestOfWords();
        return only(inOrder().stream()
                .sorted(Comparator.comparing(method -> !ofWords.contains(method)))
                .limit(most)
                .collect(Collectors.toSet()));
    }

    /** The best method of each value of each word. */
    Set<Method> bestOfWords() {
        Set<Method> best = new LinkedHashSet<>();
        for (int place = 0; place <= settings.size(); place++) {
            if (isWord(place)) {
                Set<List<@Nullable Object>> values = new HashSet<>();
                List<Integer> word = List.of(place);
                inOrder().stream()
                        .filter(method -> values.add(method.values(word)))
                        .forEach(best::add);
            }
        }
        return best;
    }

    /** The best first. */
    private List<Method> inOrder() {
        return scores.entrySet().stream()
                .sorted(Map.Entry.<Method, MethodScore>comparingByValue()
                        .thenComparing(entry -> entry.getKey().label()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What some of them have alike and not all of them, in words; empty where there is nothing. */
    String alike(Methods some) {
        return telling().stream()
                .filter(place -> some.values(place).size() == 1)
                .filter(place -> some.values(place).get(0).get(0) != null)
                .map(place -> name(place).replace('_', ' ') + " = "
                        + some.values(place).get(0).get(0))
                .collect(Collectors.joining(", "));
    }

    String name(int place) {
        return place == 0 ? Comparison.WEIGHTING : settings.get(place - 1).name();
    }

    /** The values of a setting, each in a list of its own, in order. */
    List<List<@Nullable Object>> values(int place) {
        return all().stream()
                .map(method -> method.values(List.of(place)))
                .distinct()
                .sorted(ValueOrder.LISTS)
                .toList();
    }

    /** The settings that vary and tell methods apart, without those that the others tell. */
    List<Integer> telling() {
        return telling(IntStream.rangeClosed(0, settings.size())
                .boxed()
                .filter(place -> values(place).size() > 1)
                .toList());
    }

    /** Of some settings those that are enough to tell methods apart that differ in any of them. */
    List<Integer> telling(List<Integer> some) {
        List<Integer> left = some;
        long kinds = kinds(some);
        // Words say what methods are: one goes only where a single other one says it.
        List<Integer> lastFirst = some.stream()
                .sorted(Comparator.comparing(this::isWord).thenComparing(Comparator.reverseOrder()))
                .toList();
        for (int place : lastFirst) {
            List<Integer> fewer = left.stream().filter(other -> other != place).toList();
            if (kinds(fewer) == kinds && (!isWord(place) || isSaidByOneOf(fewer, place))) {
                left = fewer;
            }
        }
        return left;
    }

    private boolean isSaidByOneOf(List<Integer> others, int word) {
        return others.stream().anyMatch(other -> isWord(other) && kinds(List.of(other)) == kinds(List.of(other, word)));
    }

    /** Whether the values of a setting are words. */
    boolean isWord(int place) {
        return place == 0 || settings.get(place - 1).kind() == SettingColumn.Kind.WORD;
    }

    private long kinds(List<Integer> places) {
        return all().stream().map(method -> method.values(places)).distinct().count();
    }

    /** How much of the scatter of the scores a setting explains alone, from 0 to 1. */
    double share(int place) {
        Map<List<@Nullable Object>, List<Double>> byValue = new HashMap<>();
        scores.forEach((method, score) -> {
            if (Double.isFinite(score.logarithm())) {
                byValue.computeIfAbsent(method.values(List.of(place)), key -> new ArrayList<>())
                        .add(score.logarithm());
            }
        });
        List<Double> all = byValue.values().stream().flatMap(List::stream).toList();
        double mean = mean(all);
        double total =
                all.stream().mapToDouble(one -> (one - mean) * (one - mean)).sum();
        double between = byValue.values().stream()
                .mapToDouble(some -> some.size() * (mean(some) - mean) * (mean(some) - mean))
                .sum();
        return total > 0 ? between / total : 0;
    }

    private static double mean(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** What the methods are called by some settings; no two that differ in them alike. */
    Map<Method, String> labels(List<Integer> places) {
        List<SettingColumn> columns = places.stream()
                .filter(place -> place > 0)
                .map(place -> settings.get(place - 1))
                .toList();
        Map<Method, List<@Nullable Object>> keys = new LinkedHashMap<>();
        all().forEach(method -> {
            List<@Nullable Object> key = new ArrayList<>();
            key.add(places.contains(0) ? method.values().get(0) : "");
            places.stream()
                    .filter(place -> place > 0)
                    .forEach(place -> key.add(method.values().get(place)));
            keys.put(method, key);
        });
        Map<List<@Nullable Object>, String> named = MethodLabels.of(columns, new LinkedHashSet<>(keys.values()));
        Map<Method, String> labels = new LinkedHashMap<>();
        keys.forEach((method, key) -> labels.put(method, named.getOrDefault(key, "")));
        // A method that lacks what others have, such as a rule, would have no name: then the word that decides stands
        // first.
        if (size() > 1 && !places.contains(0) && labels.containsValue(MethodLabels.NONE)) {
            List<Integer> more = new ArrayList<>(places);
            more.add(0, 0);
            return labels(more);
        }
        return labels;
    }

    /** Short labels: by what tells the methods apart; of a single one its own. */
    Map<Method, String> shortLabels(List<Integer> but) {
        List<Integer> telling =
                telling().stream().filter(place -> !but.contains(place)).toList();
        if (!telling.isEmpty()) {
            return labels(telling);
        }
        return size() == 1 ? all().stream().collect(Collectors.toMap(method -> method, Method::label)) : labels(but);
    }

    /** The methods by the values of some settings, in order of these. */
    Map<List<@Nullable Object>, Methods> by(List<Integer> places) {
        Map<List<@Nullable Object>, Set<Method>> members = new LinkedHashMap<>();
        all().stream()
                .sorted(Comparator.comparing(method -> method.values(places), ValueOrder.LISTS))
                .forEach(method -> members.computeIfAbsent(method.values(places), key -> new LinkedHashSet<>())
                        .add(method));
        Map<List<@Nullable Object>, Methods> groups = new LinkedHashMap<>();
        members.forEach((key, some) -> groups.put(key, some.size() == size() ? this : only(some)));
        return groups;
    }
}
