package stiffsweep.problem;

import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * Solves of a time-dependent equation, one for each end that is asked for: a longer one has other steps, and what a trial is
 * held against must not depend on which trials were before it.
 *
 * @param <S> what a solve gives
 */
public final class KeptSolves<S> {

    private final DoubleFunction<S> solve;
    private final Map<Double, S> known = new HashMap<>();

    /** @param solve solves up to an end */
    public KeptSolves(DoubleFunction<S> solve) {
        this.solve = solve;
    }

    /** The solve up to an end; who asks for one that is being worked out waits for it. */
    public synchronized S until(double end) {
        return known.computeIfAbsent(end, solve::apply);
    }
}
