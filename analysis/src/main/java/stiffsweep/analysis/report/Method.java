package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tells trials of a problem from others, but for x and the seed.
 *
 * @param label the values that tell it from the other methods of its problem, in words
 * @param values the word that decides, then the value of each of {@link Comparison#methods()}
 */
record Method(String label, List<@Nullable Object> values) {

    Method {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** Some of its values. */
    List<@Nullable Object> values(List<Integer> places) {
        List<@Nullable Object> some = new ArrayList<>();
        places.forEach(place -> some.add(values.get(place)));
        return some;
    }
}
