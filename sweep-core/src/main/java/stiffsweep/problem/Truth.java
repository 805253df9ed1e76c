package stiffsweep.problem;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import stiffsweep.sampling.Points;

/** A solution of a problem for fixed parameters: the exact one, a reference, or a conventional method's. */
@FunctionalInterface
public interface Truth {

    /**
     * The solution's fields at some points.
     *
     * @param points on a line ascending
     * @return {@code [fields][points]}, in the declared order
     * @throws RuntimeException if the equation cannot be solved for these parameters
     */
    double[][] at(Points points);

    /** A solution of one input in closed form, a function for each field. */
    static Truth of(DoubleUnaryOperator... fields) {
        return onLine(points -> Arrays.stream(fields)
                .map(field -> Arrays.stream(points).map(field).toArray())
                .toArray(double[][]::new));
    }

    /** A solution of one input, from its fields {@code [fields][points]} at ascending points. */
    static Truth onLine(Function<double[], double[][]> fields) {
        return points -> fields.apply(points.x());
    }

    /** The only field of a solution of two inputs. */
    static Truth of(String first, String second, DoubleBinaryOperator field) {
        return points -> {
            double[] left = points.of(first);
            double[] right = points.of(second);
            double[] values = new double[points.count()];
            Arrays.setAll(values, i -> field.applyAsDouble(left[i], right[i]));
            return new double[][] {values};
        };
    }
}
