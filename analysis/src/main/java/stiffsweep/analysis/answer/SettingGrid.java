package stiffsweep.analysis.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.ValueOrder;

/**
 * Settings as a grid: their axes, and which setting stands at each combination of the axes' values.
 *
 * <p>A setting that has one value at each value of another, such as one that is zipped with it, moves with that one and is no
 * axis of its own. An axis with a condition has one value where the condition does not hold; there it counts as without effect,
 * so that the same setting stands at all its values. Two settings of which some values never meet are one axis, of the
 * combinations that there are.
 *
 * @param axes the axes
 * @param remarks what moves with what, and what applies where, a sentence each
 * @param settingAt the index of the setting at each combination, the last axis running fastest; -1 where there is none
 */
record SettingGrid(List<Axis> axes, List<String> remarks, List<Integer> settingAt) {

    /** More combinations than these for each setting are no grid, nor one with conditions. */
    private static final int MOST_FOR_A_SETTING = 8;

    /**
     * An axis.
     *
     * @param name its name
     * @param values its values, in order
     * @param places where each setting stands along it: numbers as they are, words in order
     */
    record Axis(String name, List<@Nullable Object> values, List<Double> places) {

        Axis {
            values = Collections.unmodifiableList(new ArrayList<>(values));
            places = List.copyOf(places);
        }
    }

    /** Where the child has one value, by its code, since the parent has a value that it does not apply to. */
    private record Condition(int child, int parent, int value, int only) {}

    SettingGrid {
        axes = List.copyOf(axes);
        remarks = List.copyOf(remarks);
        settingAt = List.copyOf(settingAt);
    }

    /** How many values each axis has. */
    int[] levels() {
        return axes.stream().mapToInt(axis -> axis.values().size()).toArray();
    }

    /** Whether the combinations are so many that settings were drawn, not combined. */
    boolean isDrawn() {
        return settingAt.isEmpty();
    }

    /**
     * The grid of some settings.
     *
     * @param names what their values are called
     * @param settings the values of each setting, which are all different
     */
    static SettingGrid of(List<String> names, List<List<@Nullable Object>> settings) {
        return new Reader(names, settings).grid();
    }

    /** Finds the axes. Values stand for themselves by their place among the values of their setting. */
    private static final class Reader {

        private final List<String> names = new ArrayList<>();
        private final List<List<@Nullable Object>> values = new ArrayList<>();
        private final List<int[]> codes = new ArrayList<>();
        private final int size;
        private final List<Condition> conditions = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>();

        private Reader(List<String> names, List<List<@Nullable Object>> settings) {
            size = settings.size();
            for (int i = 0; i < names.size(); i++) {
                int at = i;
                add(
                        names.get(i),
                        settings.stream()
                                .map(setting -> setting.subList(at, at + 1))
                                .toList());
            }
        }

        /** Adds what may be an axis, with its value in each setting, in a list of its own. */
        private void add(String name, List<List<@Nullable Object>> ofSettings) {
            Map<List<@Nullable Object>, Integer> code = new HashMap<>();
            List<@Nullable Object> own = new ArrayList<>();
            ofSettings.stream().distinct().sorted(ValueOrder.LISTS).forEach(value -> {
                code.put(value, code.size());
                own.add(value.size() == 1 ? value.get(0) : Words.values(value));
            });
            names.add(name);
            values.add(own);
            codes.add(ofSettings.stream()
                    .mapToInt(value -> code.getOrDefault(value, 0))
                    .toArray());
        }

        private SettingGrid grid() {
            List<Integer> kept = new ArrayList<>(IntStream.range(0, codes.size())
                    .filter(i -> values.get(i).size() > 1)
                    .boxed()
                    .toList());
            for (int i = kept.size() - 1; i >= 0; i--) {
                int follower = kept.get(i);
                Optional<Integer> leader = kept.stream()
                        .filter(other -> other != follower && follows(follower, other))
                        .findFirst();
                if (leader.isPresent()) {
                    kept.remove(i);
                    remarks.add(names.get(follower) + " moves with " + names.get(leader.get()) + ".");
                }
            }
            if (combinations(kept) <= (double) MOST_FOR_A_SETTING * size) {
                joinThoseThatNeverMeet(kept);
            }
            kept.forEach(child -> kept.forEach(parent -> addConditions(child, parent)));
            List<int[]> applying = kept.stream().map(this::applying).toList();
            List<Axis> axes = IntStream.range(0, kept.size())
                    .mapToObj(i -> axis(kept.get(i), applying.get(i)))
                    .toList();
            return new SettingGrid(axes, remarks, settingAt(kept, applying));
        }

        private double combinations(List<Integer> kept) {
            return kept.stream()
                    .mapToDouble(setting -> values.get(setting).size())
                    .reduce(1, (a, b) -> a * b);
        }

        private void joinThoseThatNeverMeet(List<Integer> kept) {
            for (int i = 0; i < kept.size(); i++) {
                for (int j = i + 1; j < kept.size(); j++) {
                    int one = kept.get(i);
                    int other = kept.get(j);
                    if (isConditional(one, other) && isConditional(other, one)) {
                        List<List<@Nullable Object>> both = new ArrayList<>();
                        for (int s = 0; s < size; s++) {
                            both.add(Arrays.asList(
                                    values.get(one).get(codes.get(one)[s]),
                                    values.get(other).get(codes.get(other)[s])));
                        }
                        add(names.get(one) + " with " + names.get(other), both);
                        kept.set(i, codes.size() - 1);
                        kept.remove(j);
                        j = i;
                    }
                }
            }
        }

        /** Whether one setting says what the other one is, and is not said by it, or stands before it. */
        private boolean follows(int follower, int leader) {
            return determines(leader, follower)
                    && !isConditional(leader, follower)
                    && (leader < follower || !determines(follower, leader));
        }

        /** Settings that were drawn are all different and say everything: of them only those that rise or fall together count. */
        private boolean determines(int one, int other) {
            int[] said = new int[values.get(one).size()];
            Arrays.fill(said, -1);
            for (int s = 0; s < size; s++) {
                int code = codes.get(one)[s];
                if (said[code] >= 0 && said[code] != codes.get(other)[s]) {
                    return false;
                }
                said[code] = codes.get(other)[s];
            }
            boolean rises = IntStream.range(1, said.length).allMatch(i -> said[i] >= said[i - 1]);
            boolean falls = IntStream.range(1, said.length).allMatch(i -> said[i] <= said[i - 1]);
            return said.length < size || rises || falls;
        }

        private boolean isConditional(int child, int parent) {
            int[] counts = IntStream.range(0, values.get(parent).size())
                    .map(value -> valuesAt(child, parent, value).length)
                    .toArray();
            return Arrays.stream(counts).anyMatch(count -> count == 1)
                    && Arrays.stream(counts).anyMatch(count -> count > 1);
        }

        private int[] valuesAt(int child, int parent, int value) {
            return IntStream.range(0, size)
                    .filter(s -> codes.get(parent)[s] == value)
                    .map(s -> codes.get(child)[s])
                    .distinct()
                    .sorted()
                    .toArray();
        }

        private void addConditions(int child, int parent) {
            if (child == parent || !isConditional(child, parent) || isConditional(parent, child)) {
                return;
            }
            List<String> where = new ArrayList<>();
            for (int value = 0; value < values.get(parent).size(); value++) {
                int[] own = valuesAt(child, parent, value);
                if (own.length == 1) {
                    conditions.add(new Condition(child, parent, value, own[0]));
                    where.add(Words.value(values.get(parent).get(value)));
                }
            }
            remarks.add(names.get(child) + " has one value where " + names.get(parent) + " = "
                    + String.join(" or ", where) + ", and counts as without effect there.");
        }

        /** The codes of the values that an axis takes where it applies. */
        private int[] applying(int setting) {
            return IntStream.range(0, values.get(setting).size())
                    .filter(code -> applies(setting, code))
                    .toArray();
        }

        private Axis axis(int setting, int[] applying) {
            List<@Nullable Object> all = values.get(setting);
            List<@Nullable Object> own = new ArrayList<>();
            IntStream.of(applying).forEach(code -> own.add(all.get(code)));
            List<Double> places = new ArrayList<>();
            for (int code : codes.get(setting)) {
                places.add(all.get(code) instanceof Number number ? number.doubleValue() : (double) code);
            }
            return new Axis(names.get(setting), own, places);
        }

        private boolean applies(int setting, int code) {
            return IntStream.range(0, size)
                    .anyMatch(s -> codes.get(setting)[s] == code
                            && conditions.stream()
                                    .noneMatch(condition -> condition.child() == setting
                                            && codes.get(condition.parent())[s] == condition.value()));
        }

        private List<Integer> settingAt(List<Integer> kept, List<int[]> applying) {
            double combinations =
                    applying.stream().mapToDouble(own -> own.length).reduce(1, (a, b) -> a * b);
            if (combinations > (double) MOST_FOR_A_SETTING * size) {
                return List.of();
            }
            Map<List<Integer>, Integer> known = new HashMap<>();
            for (int s = 0; s < size; s++) {
                int at = s;
                known.put(kept.stream().map(setting -> codes.get(setting)[at]).toList(), s);
            }
            List<Integer> found = new ArrayList<>();
            for (int cell = 0; cell < (int) combinations; cell++) {
                int[] own = new int[codes.size()];
                int left = cell;
                for (int i = kept.size() - 1; i >= 0; i--) {
                    own[kept.get(i)] = applying.get(i)[left % applying.get(i).length];
                    left /= applying.get(i).length;
                }
                conditions.forEach(condition -> {
                    if (own[condition.parent()] == condition.value()) {
                        own[condition.child()] = condition.only();
                    }
                });
                found.add(known.getOrDefault(
                        kept.stream().map(setting -> own[setting]).toList(), -1));
            }
            return found;
        }
    }
}
