package stiffsweep.result;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One value of a trained solution; what does not apply to the problem is null.
 *
 * @param field the field, such as {@code y}
 * @param at the point: the coordinate of each input that the field depends on, by the column that holds the input
 * @param value the network's value; null where nothing was trained
 * @param truth the exact or reference value
 * @param weight the factor of the equation's residual there
 * @param baseline the conventional method's value
 */
public record SolutionPoint(
        String field,
        SortedMap<String, Double> at,
        @Nullable Double value,
        @Nullable Double truth,
        @Nullable Double weight,
        Band baseline)
        implements Serializable {

    public SolutionPoint {
        at = Collections.unmodifiableSortedMap(new TreeMap<>(at));
    }

    /**
     * The conventional method's value, and the band of its values where its own setting is a little different.
     *
     * @param value the value
     * @param low the band's lower edge
     * @param high the band's upper edge
     */
    public record Band(
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high) implements Serializable {

        /** Where there is no conventional method. */
        public static final Band NONE = new Band(null, null, null);
    }
}
