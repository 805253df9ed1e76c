package stiffsweep.config;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The faults found so far, each once and in the order they were found. */
final class Faults {

    private final Set<String> sentences = new LinkedHashSet<>();

    /** Adds a value that breaks a law, such as "must be positive". */
    void add(WrittenValue value, String law) {
        add(value.place(), value.key(), law, value.text());
    }

    void add(String place, String key, String law, String got) {
        add(place, key, law + ", but got " + got);
    }

    /** Adds a sentence that holds both the law and what was got. */
    void add(String place, String key, String sentence) {
        sentences.add(place + ": " + key + ": " + sentence);
    }

    /** Adds faults that were found elsewhere. */
    void addAll(Collection<String> found) {
        sentences.addAll(found);
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    void throwIfAny() {
        if (!sentences.isEmpty()) {
            throw new InvalidSweepException(sentences());
        }
    }
}
