package stiffsweep.problem.kinetic;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import stiffsweep.problem.Solved;
import stiffsweep.sampling.Points;

/** The measured points at the last time. */
final class LastTime {

    private final Points points;
    private final int[] indices;

    LastTime(Points points) {
        this.points = points;
        double[] t = points.of("t");
        double last = Arrays.stream(t).max().orElseThrow();
        indices = IntStream.range(0, t.length).filter(i -> t[i] == last).toArray();
    }

    /** The relative l2 errors of a field and of its limit, of t and x, by their result columns; empty without a truth. */
    Map<String, Double> errors(
            Solved solved, String field, String column, String limitColumn, DoubleBinaryOperator limit) {
        Map<String, Double> errors = new TreeMap<>();
        Map<String, double[]> truths = solved.truths();
        double[] truth = truths == null ? null : truths.get(field);
        if (truth != null) {
            double[] values = solved.values(field);
            double[] t = points.of("t");
            double[] x = points.of("x");
            errors.put(column, relative(i -> values[i], truth));
            errors.put(limitColumn, relative(i -> limit.applyAsDouble(t[i], x[i]), truth));
        }
        return errors;
    }

    private double relative(IntToDoubleFunction values, double[] truth) {
        double squares = 0;
        double truthSquares = 0;
        for (int i : indices) {
            double error = values.applyAsDouble(i) - truth[i];
            squares += error * error;
            truthSquares += truth[i] * truth[i];
        }
        return Math.sqrt(squares / truthSquares);
    }
}
