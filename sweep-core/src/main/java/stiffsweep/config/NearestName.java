package stiffsweep.config;

import java.util.Collection;
import java.util.Comparator;

/** Finds the name that someone most likely meant. */
final class NearestName {

    private NearestName() {}

    /** The end of a sentence: "; did you mean x?", or nothing when there is no candidate. */
    static String suggestion(String name, Collection<String> candidates) {
        return candidates.stream()
                .min(Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("");
    }

    /** Paths are near when they are spelt alike, or when their last parts are, which is a key in the wrong place. */
    private static int distance(String name, String candidate) {
        return Math.min(edits(name, candidate), 1 + edits(lastPart(name), lastPart(candidate)));
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** The Levenshtein distance: how many letters must be put in, taken out or exchanged. */
    private static int edits(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int exchanged = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(exchanged, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
