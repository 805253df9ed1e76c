package stiffsweep.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.Settings;
import stiffsweep.sampling.Points;

/** A trial's solution, from which a problem works out its own results. */
public final class Solved {

    private final Settings parameters;
    private final Map<String, Double> learned;
    private final Points points;
    private final Points nodes;
    private final Map<String, double[]> values;
    private final @Nullable Map<String, double[]> truths;

    /** A solution of which no field depends on an input that is integrated over. */
    public Solved(
            Settings parameters,
            Map<String, Double> learned,
            Points points,
            Map<String, double[]> values,
            @Nullable Map<String, double[]> truths) {
        this(parameters, learned, points, points, values, truths);
    }

    /**
     * A solution.
     *
     * @param parameters the settings under {@code problem}
     * @param learned the numbers that were trained together with the network, by name
     * @param points the measured points
     * @param nodes the same at each node of the input that is integrated over; the points where there is no such input
     * @param values what was learnt there, by field
     * @param truths the truth at the points, by field of the solution; null where there is none
     */
    public Solved(
            Settings parameters,
            Map<String, Double> learned,
            Points points,
            Points nodes,
            Map<String, double[]> values,
            @Nullable Map<String, double[]> truths) {
        this.parameters = parameters;
        this.learned = learned;
        this.points = points;
        this.nodes = nodes;
        this.values = values;
        this.truths = truths;
    }

    /** The settings under {@code problem}. */
    public Settings parameters() {
        return parameters;
    }

    /** The measured points. */
    public Points points() {
        return points;
    }

    /** Where a field has its values: at the measured points, and at each node there if it depends on the nodes' input. */
    public Points points(String field) {
        return values(field).length == points.count() ? points : nodes;
    }

    /** The measured points of the only input, ascending. */
    public double[] x() {
        return points.x();
    }

    /** What was learnt, by field. */
    public Map<String, double[]> values() {
        return values;
    }

    /** The truth by field of the solution; null where there is none. */
    public @Nullable Map<String, double[]> truths() {
        return truths;
    }

    /** The truth of a field of the solution at the measured points; null where there is none. */
    public double @Nullable [] truth(String field) {
        return truths == null ? null : truths.get(field);
    }

    /** What was learnt of a field, at its {@link #points(String)}. */
    public double[] values(String field) {
        return of(field, values);
    }

    /**
     * What was learnt of a field at the last point.
     *
     * @throws IllegalArgumentException if it has a value at each node there
     */
    public double last(String field) {
        if (points(field).count() > points.count()) {
            throw new IllegalArgumentException("a field must have one value at the last point, but " + field
                    + " depends on " + nodes.inputs() + ": take its values");
        }
        return values(field)[points.count() - 1];
    }

    /** A number that was trained together with the network. */
    public double learned(String name) {
        return of(name, learned);
    }

    private static <T> T of(String name, Map<String, T> known) {
        T value = known.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "a result must be made of one of " + known.keySet() + ", but asked for " + name);
        }
        return value;
    }
}
