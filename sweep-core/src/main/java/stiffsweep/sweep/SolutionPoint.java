package stiffsweep.sweep;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One value of a trained solution; what does not apply to the problem is null.
 *
 * @param field the field, such as {@code y}
 * @param x the position
 * @param t the time
 * @param v the velocity
 * @param value the network's value
 * @param truth the exact or reference value
 * @param baseline the conventional method's value
 */
public record SolutionPoint(
        String field,
        @Nullable Double x,
        @Nullable Double t,
        @Nullable Double v,
        double value,
        @Nullable Double truth,
        @Nullable Double baseline)
        implements Serializable {}
