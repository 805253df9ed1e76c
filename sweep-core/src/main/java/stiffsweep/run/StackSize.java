package stiffsweep.run;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How many trials of one shape are to train together.
 *
 * @param trials the number of trials
 * @param failure why the measurement ended before it was through; null where it did not, and where memory or the engine set the limit
 */
public record StackSize(int trials, @Nullable String failure) implements Serializable {

    /** A size that nothing speaks against. */
    static StackSize of(int trials) {
        return new StackSize(trials, null);
    }
}
