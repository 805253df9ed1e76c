package stiffsweep.problem;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** A solution of a problem for fixed parameters: the exact one, a reference, or a conventional method's. */
@FunctionalInterface
public interface Truth {

    /**
     * The solution's fields at some points.
     *
     * @param points ascending
     * @return {@code [fields][points]}, in the declared order
     * @throws RuntimeException if the equation cannot be solved for these parameters
     */
    double[][] at(double[] points);

    /** A solution in closed form, a function for each field. */
    static Truth of(DoubleUnaryOperator... fields) {
        return points -> Arrays.stream(fields)
                .map(field -> Arrays.stream(points).map(field).toArray())
                .toArray(double[][]::new);
    }
}
