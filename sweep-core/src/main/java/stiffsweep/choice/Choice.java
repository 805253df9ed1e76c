package stiffsweep.choice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One constant of a closed choice. Its word in a sweep file is its name in small letters, with hyphens. */
public interface Choice {

    String name();

    /** The word in a sweep file, such as {@code soft-attention}. */
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The words of some choices, in their order. */
    static List<String> words(List<? extends Choice> choices) {
        return choices.stream().map(Choice::word).toList();
    }

    /**
     * The constant with a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    static <C extends Enum<C> & Choice> C of(Class<C> type, String word) {
        return find(type, word)
                .orElseThrow(() -> new IllegalArgumentException("a choice must be one of "
                        + String.join(", ", words(List.of(type.getEnumConstants()))) + ", but got " + word));
    }

    /** The constant with a word, if there is one. */
    static <C extends Enum<C> & Choice> Optional<C> find(Class<C> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(choice -> choice.word().equals(word))
                .findFirst();
    }
}
