package stiffsweep.reference;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/** Where a function is zero, by Brent's bracketing with inverse interpolation of order 5 (Hipparchus). */
public final class Root {

    private static final int ORDER = 5;
    private static final int MOST_EVALUATIONS = 200;

    private Root() {}

    /**
     * A root.
     *
     * @param low where the search starts
     * @param high where it ends
     * @param accuracy how far from the root it may end
     * @throws IllegalArgumentException if the function has the same sign at both ends
     */
    public static double between(double low, double high, double accuracy, DoubleUnaryOperator function) {
        double atLow = function.applyAsDouble(low);
        double atHigh = function.applyAsDouble(high);
        if (!(atLow * atHigh <= 0)) {
            throw new IllegalArgumentException("a function must change its sign between " + low + " and " + high
                    + ", but got " + atLow + " and " + atHigh);
        }
        return new BracketingNthOrderBrentSolver(0, accuracy, ORDER)
                .solve(MOST_EVALUATIONS, function::applyAsDouble, low, high);
    }
}
