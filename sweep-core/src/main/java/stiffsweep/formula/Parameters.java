package stiffsweep.formula;

import java.util.Map;
import stiffsweep.jet.Dual;

/**
 * What a file says about a problem.
 *
 * @param numbers the parameters by name, {@code [trials, 1, 1]}; those that are learned are {@code [trials, points, 1]}
 * @param words the words that a file chooses, by name: all trials of a stack agree in them
 */
public record Parameters(Map<String, Dual> numbers, Map<String, String> words) {

    /** Parameters of a problem without words. */
    public static Parameters of(Map<String, Dual> numbers) {
        return new Parameters(numbers, Map.of());
    }

    Dual number(String name) {
        return Named.of("a parameter", name, numbers);
    }

    String word(String name) {
        return Named.of("a word", name, words);
    }
}
