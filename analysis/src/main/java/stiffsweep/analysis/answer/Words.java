package stiffsweep.analysis.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.NumberText;
import stiffsweep.stats.Interval;

/** Settings, numbers and intervals as they stand in a sentence. */
final class Words {

    private static final int DIGITS = 3;

    /** Settings are told apart by their digits. */
    private static final int SETTING_DIGITS = 7;

    /** Below this nobody reads a probability's digits. */
    private static final double SMALL = 1e-4;

    private Words() {}

    /** Settings with their values: {@code linear-decay, stiffness = 30}; empty for none. */
    static String setting(List<String> names, List<@Nullable Object> values) {
        List<String> words = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            String value = value(values.get(i));
            words.add(names.get(i).equals("problem") ? value : names.get(i) + " = " + value);
        }
        return String.join(", ", words);
    }

    /** The beginning of a sentence about a group: {@code linear-decay, stiffness = 30: }; empty where all are one group. */
    static String group(List<String> names, List<@Nullable Object> values) {
        return names.isEmpty() ? "" : setting(names, values) + ": ";
    }

    /** The values of settings without their names. */
    static String values(List<@Nullable Object> values) {
        return values.stream().map(Words::value).collect(Collectors.joining(", "));
    }

    /** The value of a setting. */
    static String value(@Nullable Object value) {
        if (value == null) {
            return "none";
        }
        return value instanceof Double number ? NumberText.rounded(number, SETTING_DIGITS) : value.toString();
    }

    static String number(double number) {
        return NumberText.rounded(number, DIGITS);
    }

    /** An interval: {@code 0.03 to 0.05, 95 % bootstrap}. */
    static String interval(Interval interval) {
        return interval.known()
                ? number(interval.lower()) + " to " + number(interval.upper()) + ", " + interval.kind()
                : "no interval";
    }

    /** A probability: {@code p = 0.031}. */
    static String probability(double probability) {
        return probability < SMALL ? "p < 0.0001" : "p = " + NumberText.rounded(probability, 2);
    }

    /** So many things: {@code 1 trial}, {@code 2 trials}. */
    static String count(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    /** A cell of a table; null where a number is unknown. */
    static @Nullable Object cell(double number) {
        return Double.isNaN(number) ? null : number;
    }

    /** The cells of an interval: its ends and what it is. */
    static List<@Nullable Object> cells(Interval interval) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(cell(interval.lower()));
        cells.add(cell(interval.upper()));
        cells.add(interval.known() ? interval.kind() : null);
        return cells;
    }
}
