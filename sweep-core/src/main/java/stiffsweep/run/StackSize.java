package stiffsweep.run;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import stiffsweep.choice.Kernel;
import stiffsweep.declare.Optimizer;
import stiffsweep.declare.Settings;

/**
 * How many trials of one shape are to train together.
 *
 * @param trials the number of trials
 * @param failure why the measurement ended before it was through; null where it did not, and where memory or the engine set the limit
 */
public record StackSize(int trials, @Nullable String failure) implements Serializable {

    /**
     * The least trials of a stack: the engine's linear algebra gives one trial other last bits than two, so that one alone would
     * be worked out twice.
     */
    public static int smallest(Settings settings) {
        boolean isByEngine = settings.execution().kernel() == Kernel.ENGINE
                || settings.training().optimizer() == Optimizer.LEVENBERG_MARQUARDT;
        return isByEngine ? 2 : 1;
    }

    /** A size that nothing speaks against. */
    static StackSize of(int trials) {
        return new StackSize(trials, null);
    }
}
