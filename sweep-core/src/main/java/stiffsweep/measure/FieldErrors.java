package stiffsweep.measure;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import stiffsweep.store.MeasuredColumns;

/**
 * How far fields are from their truths on the same points.
 *
 * @param meanSquared the mean of (value - truth)^2 (arXiv 2602.21988, eq. 26)
 * @param relativeL2 the root of the sum of (value - truth)^2 over the sum of truth^2
 * @param relativeSquared the mean of ((value - truth) / truth)^2 (arXiv 2602.21988, eq. 46)
 * @param largest the largest |value - truth|
 * @param largestRelative the largest |(value - truth) / truth|
 */
public record FieldErrors(
        double meanSquared, double relativeL2, double relativeSquared, double largest, double largestRelative) {

    /** The errors of a field, or of several fields one after the other. */
    public static FieldErrors of(double[] values, double[] truth) {
        double squares = 0;
        double truthSquares = 0;
        double relativeSquares = 0;
        double largest = 0;
        double largestRelative = 0;
        for (int i = 0; i < values.length; i++) {
            double error = values[i] - truth[i];
            squares += error * error;
            truthSquares += truth[i] * truth[i];
            double relative = error / truth[i];
            relativeSquares += relative * relative;
            largest = Math.max(largest, Math.abs(error));
            largestRelative = Math.max(largestRelative, Math.abs(relative));
        }
        int count = values.length;
        return new FieldErrors(
                squares / count, Math.sqrt(squares / truthSquares), relativeSquares / count, largest, largestRelative);
    }

    /** The errors by their result column. */
    public SortedMap<String, Double> columns() {
        return columns(name -> name);
    }

    /** The errors by what is made of the name of their result column, such as that of one field. */
    SortedMap<String, Double> columns(UnaryOperator<String> naming) {
        SortedMap<String, Double> columns = new TreeMap<>();
        columns.put(naming.apply(MeasuredColumns.ERROR_MSE.name()), meanSquared);
        columns.put(naming.apply(MeasuredColumns.ERROR_RELATIVE_L2.name()), relativeL2);
        columns.put(naming.apply(MeasuredColumns.ERROR_RELATIVE_SQUARED.name()), relativeSquared);
        columns.put(naming.apply(MeasuredColumns.ERROR_MAX.name()), largest);
        columns.put(naming.apply(MeasuredColumns.ERROR_RELATIVE_MAX.name()), largestRelative);
        return columns;
    }
}
