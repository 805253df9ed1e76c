package stiffsweep.analysis.answer;

import java.util.List;
import stiffsweep.analysis.Table;

/**
 * An answer from the results.
 *
 * @param sentences what is to be read first
 * @param table the numbers behind
 */
public record Answer(List<String> sentences, Table table) {

    public Answer {
        sentences = List.copyOf(sentences);
    }

    /** The sentences, and below them the table where it has rows. */
    public String asText() {
        return String.join("\n", sentences) + "\n\n"
                + table.withoutEmptyColumns().asText();
    }
}
